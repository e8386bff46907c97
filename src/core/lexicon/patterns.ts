import { foldText, type FoldTable } from '../text/fold.js';
import { compileFolded, type Matcher } from '../text/matcher.js';
import type { Pattern } from './compiled.js';
import { type Disguises, variantsOf } from './disguise.js';
import { isSpeakable, MIN_SYLLABLES, soundTable } from './echo.js';
import { edgeOf } from './edges.js';
import type { LexiconProblem } from './format.js';
import { type FindParted, makeFindParted, mayBeParted } from './parted.js';
import { swapsOf } from './swapped.js';

/** What the patterns are made of. */
export interface WordSource {
  /** Class id → its words. */
  readonly words: readonly (readonly string[])[];
  /** Class id → how far its words are followed into disguise. */
  readonly reach: readonly Reach[];
  /** Classes whose words are also looked for with a foreign character between. */
  readonly parted: ReadonlySet<number>;
  readonly disguises: Disguises;
  readonly fold: FoldTable;
}

/** `full`: words that count by themselves; `half`: parts of combinations; `none`: exceptions and signs of talk. */
export type Reach = 'full' | 'half' | 'none';

export interface PatternSet {
  readonly matcher: Matcher;
  /** Finds words by their sound. Its pattern `i` is `patterns[echoFrom + i]`. */
  readonly echo: Matcher;
  readonly echoFrom: number;
  readonly parted: FindParted;
  readonly patterns: readonly Pattern[];
  /** Words of two or more Han characters, undisguised. */
  readonly words: readonly string[];
  readonly unreachable: readonly LexiconProblem[];
}

interface Draft {
  readonly word: string;
  readonly classes: Set<number>;
}

export function makePatterns(source: WordSource): PatternSet {
  const { fold } = source;
  const unreachable: LexiconProblem[] = [];
  const written = gather(source, unreachable);
  const patterns = Array.from(written, ([folded, draft]) => toPattern(folded, draft, 'word'));
  const spellings = disguise(written, source);
  for (const [folded, { word, classes, support }] of spellings) {
    patterns.push(toPattern(folded, { word, classes }, support ? 'support' : 'word'));
  }
  const swaps = swapped(written, spellings, source);
  for (const [folded, draft] of swaps) patterns.push(toPattern(folded, draft, 'swapped'));
  const echoFrom = patterns.length;
  const spoken = Array.from(written).filter(([folded]) => isSpeakable(folded, source.disguises));
  const heard = spoken.map(([folded, draft]) =>
    withoutTalk(toPattern(folded, draft, soundOf(folded)), source),
  );
  const inTwo = partedOf(written, source);
  const partedFrom = echoFrom + heard.length;
  return {
    matcher: compileFolded([...written.keys(), ...spellings.keys(), ...swaps.keys()], fold),
    echo: compileFolded(
      spoken.map(([folded]) => folded),
      soundTable(fold, source.disguises),
    ),
    echoFrom,
    parted: makeFindParted(new Map(inTwo.map(([word], at) => [word, partedFrom + at]))),
    patterns: [...patterns, ...heard, ...inTwo.map(([word, draft]) => toPattern(word, draft, 'swapped'))],
    words: [...written.keys()].filter((word) => /^\p{Script=Han}{2,}$/u.test(word)),
    unreachable,
  };
}

function soundOf(folded: string): Pattern['kind'] {
  return folded.length > MIN_SYLLABLES ? 'word' : 'support';
}

function withoutTalk(pattern: Pattern, { reach }: WordSource): Pattern {
  return { ...pattern, classes: pattern.classes.filter((id) => reach[id] !== 'none') };
}

function gather({ words, fold }: WordSource, unreachable: LexiconProblem[]): ReadonlyMap<string, Draft> {
  const written = new Map<string, Draft>();
  words.forEach((members, id) => {
    for (const word of members) {
      const folded = foldText(word, fold).text;
      if (folded === '' || losesPicture(word, fold)) unreachable.push(unreachableWord(word));
      else {
        const draft = written.get(folded) ?? { word, classes: new Set() };
        draft.classes.add(id);
        written.set(folded, draft);
      }
    }
  });
  return written;
}

type Spelling = Draft & { readonly support: boolean };

function disguise(written: ReadonlyMap<string, Draft>, source: WordSource): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const [folded, { word, classes }] of written) {
    const followed = [...classes].filter((id) => source.reach[id] !== 'none');
    if (followed.length === 0 || folded.length < 2) continue;
    // The parts of combinations are many and short: their spellings would be anything.
    if (!followed.some((id) => source.reach[id] === 'full')) continue;
    for (const variant of variantsOf(folded, source.disguises)) {
      const spelling = foldText(variant.word, source.fold).text;
      if (written.has(spelling) || spelling.length < 2) continue;
      const known = spellings.get(spelling) ?? { word, classes: new Set<number>(), support: variant.support };
      for (const id of followed) known.classes.add(id);
      spellings.set(spelling, known);
    }
  }
  return spellings;
}

/** Words in the wrong order, unless the order is that of another word. */
function swapped(
  written: ReadonlyMap<string, Draft>,
  spellings: ReadonlyMap<string, Spelling>,
  { reach }: WordSource,
): ReadonlyMap<string, Draft> {
  const swaps = new Map<string, Draft>();
  for (const [folded, { word, classes }] of written) {
    const followed = [...classes].filter((id) => reach[id] !== 'none');
    if (followed.length === 0) continue;
    for (const order of swapsOf(folded)) {
      if (written.has(order) || spellings.has(order)) continue;
      const known = swaps.get(order) ?? { word, classes: new Set<number>() };
      for (const id of followed) known.classes.add(id);
      swaps.set(order, known);
    }
  }
  return swaps;
}

/** The words of two characters that may be parted, for the classes in which that is looked for. */
function partedOf(
  written: ReadonlyMap<string, Draft>,
  { parted, reach }: WordSource,
): readonly (readonly [string, Draft])[] {
  return Array.from(written).flatMap(([folded, { word, classes }]) => {
    const kept = [...classes].filter((id) => parted.has(id) && reach[id] !== 'none');
    return kept.length > 0 && mayBeParted(folded)
      ? [[folded, { word, classes: new Set(kept) }] as const]
      : [];
  });
}

function toPattern(folded: string, { word, classes }: Draft, kind: Pattern['kind']): Pattern {
  return {
    word,
    length: folded.length,
    kind,
    classes: [...classes],
    first: edgeOf(folded.charCodeAt(0)),
    last: edgeOf(folded.charCodeAt(folded.length - 1)),
  };
}

// A picture that folds away would leave a shorter, far commoner word behind.
function losesPicture(word: string, fold: FoldTable): boolean {
  return Array.from(word).some(
    (char) => /[\p{Extended_Pictographic}\p{So}]/u.test(char) && foldText(char, fold).text === '',
  );
}

function unreachableWord(word: string): LexiconProblem {
  return {
    severity: 'warning',
    file: 'lexicons/prohibited',
    line: 0,
    message: `“${word}”含有会被略去的图形符号，或除此之外没有字，没有收入，请改写成文字`,
  };
}
