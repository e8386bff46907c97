import { join } from 'node:path';
import type { Identity } from '../src/app/deps.js';
import { type CardParser, compileCard } from '../src/core/card/compile.js';
import { type NameTables, simplified } from '../src/core/card/tables.js';
import type { MatchTables } from '../src/core/roster/match.js';
import { createPlaces, type Places } from '../src/core/group-name/branch.js';
import { createGroupNameChecker, type GroupNameChecker } from '../src/core/group-name/check.js';
import { officeCheck } from '../src/core/card/office.js';
import { prohibitedCheck } from '../src/core/card/prohibited.js';
import { createComparison } from '../src/core/identity/likeness.js';
import { type AloudTables, makeAloud } from '../src/core/lexicon/aloud.js';
import { makeMender } from '../src/core/lexicon/mend.js';
import { LEAST_JOINED, makeWordTable } from '../src/core/lexicon/word-table.js';
import { compileLexicon } from '../src/core/lexicon/compile.js';
import { type CardManner, DEFAULT_MANNER } from '../src/core/policy/card-settings.js';
import type { HolidayTable } from '../src/core/policy/holidays.js';
import type { Organisation } from '../src/core/policy/settings.js';
import { makeSoundTable } from '../src/core/judge/sounds.js';
import { readSyllables } from '../src/core/lexicon/disguise.js';
import { createRules, type RuleOptions } from '../src/core/rules/index.js';
import { invitationRule } from '../src/core/rules/invitation.js';
import { noticeRule } from '../src/core/rules/notice.js';
import type { Ear, Rule } from '../src/core/rules/rule.js';
import { type FoldTable, makeFoldTable } from '../src/core/text/fold.js';
import { existsSync } from 'node:fs';
import type { JudgeModel } from '../src/core/judge/model.js';
import { readJudge } from '../src/judge-file/judge-file.js';
import { readLexiconDirectory } from '../src/lexicon/directory.js';
import { readTraditionalPairs } from '../src/lexicon/traditional.js';
import { loadAbove } from '../src/names/above.js';
import { loadGroupWords } from '../src/names/group-words.js';
import { readLookAlikes } from '../src/names/look-alikes.js';
import { soundOf } from '../src/names/sound.js';
import { loadNameTables } from '../src/names/tables.js';
import { readHolidays } from '../src/schedule/holidays.js';
import { countedWords } from '../src/segment/common-words.js';
import { createJiebaSegmenter } from '../src/segment/jieba.js';
import { packageRoot } from './root.js';

/** Everything that understands text, made once at start from the tables under `lexicons/`. */
export interface Engine {
  /** Rules about what a message says (clauses 3.x). */
  readonly content: readonly Rule[];
  /** All rules about messages, notices included. */
  readonly rules: readonly Rule[];
  readonly groupName: GroupNameChecker;
  readonly card: CardMaker;
  readonly holidays: HolidayTable;
  readonly folding: FoldTable;
  readonly identity: Identity;
  readonly names: MatchTables;
  readonly places: Places;
  /** What is missing or broken in the tables, as Chinese sentences for the operator. */
  readonly warnings: readonly string[];
}

export function createContentRules(
  lexicons: string,
  options: RuleOptions = {},
): {
  readonly rules: readonly Rule[];
  readonly folding: FoldTable;
  readonly warnings: readonly string[];
} {
  const read = readLexiconDirectory(join(lexicons, 'prohibited'));
  const folding = makeFoldTable(readTraditionalPairs());
  const lexicon = compileLexicon(read.sources, folding);
  const judge = loadJudge(join(lexicons, 'model', 'judge.bin'));
  const sounds = loadJudge(join(lexicons, 'model', 'sounds.bin'));
  const segmenter = createJiebaSegmenter(lexicon.words);
  const counted = [...countedWords(LEAST_JOINED)];
  const words = makeWordTable(counted, lexicon.words);
  const ear =
    sounds.model === null
      ? null
      : makeEar(sounds.model, {
          counted,
          words,
          sounds: makeSoundTable(folding, readSyllables(read.sources)),
        });
  const mender = makeMender({ words, alike: lexicon.alike, fold: folding });
  const problems = [...read.problems, ...lexicon.problems];
  return {
    folding,
    rules: createRules(options, { lexicon, segmenter, folding, judge: judge.model, ear, mender }),
    warnings: [
      ...problems.map(({ file, line, message }) => `${file}${line > 0 ? ` 第 ${line} 行` : ''}:${message}`),
      ...judge.warnings,
      ...sounds.warnings,
    ],
  };
}

function makeEar(model: JudgeModel, tables: AloudTables): Ear {
  return { model, sounds: tables.sounds, aloud: makeAloud(tables) };
}

/** Without a judge, or with a broken one, the words decide alone. */
function loadJudge(path: string): {
  readonly model: JudgeModel | null;
  readonly warnings: readonly string[];
} {
  if (!existsSync(path)) return { model: null, warnings: [] };
  try {
    return { model: readJudge(path), warnings: [] };
  } catch (error) {
    return { model: null, warnings: [`${error instanceof Error ? error.message : path}。现在只用词库判断`] };
  }
}

/** The current year, which the years on cards are read by; asked each time where the program runs past New Year. */
export type Year = number | (() => number);

export interface CardTools {
  readonly lexicons: string;
  readonly organisation: Pick<Organisation, 'founded' | 'majors'>;
  readonly year: Year;
  /** Content rules: what of a card is no name, city or major is looked at by them. */
  readonly content?: readonly Rule[];
}

/** Makes the parser of a group's cards; one for each template, manner and year. */
export type CardMaker = (template: string, manner?: CardManner) => CardParser;

export function createCards({ lexicons, organisation, year, content = [] }: CardTools): {
  readonly card: CardMaker;
  readonly tables: NameTables;
  readonly warnings: readonly string[];
} {
  const { tables, warnings } = loadNameTables(join(lexicons, 'names'), readTraditionalPairs());
  const checks = [officeCheck(tables), prohibitedCheck(tables, content)];
  const { founded, majors } = organisation;
  const parsers = new Map<string, CardParser>();
  const card: CardMaker = (template, manner = DEFAULT_MANNER) => {
    const thisYear = typeof year === 'number' ? year : year();
    const key = JSON.stringify([thisYear, template, manner]);
    const known = parsers.get(key);
    if (known !== undefined) return known;
    const parser = compileCard(template, tables, { founded, thisYear, majors, checks, ...manner });
    parsers.set(key, parser);
    return parser;
  };
  return { card, tables, warnings: warnings.map((warning) => warning.message) };
}

/** Checks names of groups by the templates; `aliases` are the organisation's short forms. */
export function createGroupNames(
  lexicons: string,
  names: NameTables,
  { groupNames, words: aliases }: Pick<Organisation, 'groupNames' | 'words'>,
) {
  const { words, warnings } = loadGroupWords(join(lexicons, 'names'));
  return { check: createGroupNameChecker(groupNames, { names, words, aliases }), warnings };
}

/** Which majors are the same. */
export function createMatchTables(tables: NameTables): MatchTables {
  return {
    majorKey: (major) => {
      const plain = major.replace(/(?:专业|系|方向|本科|专科|班)$/u, '');
      return tables.majorKeys.get(major) ?? tables.majorKeys.get(plain) ?? plain;
    },
    simplify: (text) => simplified(text, tables),
  };
}

/** Who can be taken for whom. */
export function createIdentity(lexicons: string, tables: NameTables): Identity {
  const twins = readLookAlikes(join(lexicons, 'names', 'look-alikes.txt'));
  const isOffice = officeCheck(tables);
  return {
    compare: createComparison({ simple: tables.simple, twins, sound: soundOf }),
    claimsOffice: (shown) => isOffice(shown, {}).length > 0,
  };
}

export function createEngine(organisation: Organisation, year: Year, lexicons = lexiconsFolder()): Engine {
  const content = createContentRules(lexicons);
  const cards = createCards({ lexicons, organisation, year, content: content.rules });
  const groupNames = createGroupNames(lexicons, cards.tables, organisation);
  const calendar = readHolidays(join(lexicons, 'calendar'));
  return {
    content: content.rules,
    rules: [...content.rules, noticeRule(organisation), invitationRule(organisation.words)],
    card: cards.card,
    identity: createIdentity(lexicons, cards.tables),
    names: createMatchTables(cards.tables),
    groupName: groupNames.check,
    places: createPlaces(cards.tables, loadAbove(join(lexicons, 'names'))),
    holidays: calendar.holidays,
    folding: content.folding,
    warnings: [...content.warnings, ...cards.warnings, ...groupNames.warnings, ...calendar.warnings],
  };
}

export function lexiconsFolder(): string {
  return join(packageRoot(), 'lexicons');
}
