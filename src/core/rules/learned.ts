import { z } from 'zod';
import { type Judge, makeJudge } from '../judge/judge.js';
import { makeSoundJudge } from '../judge/sound-judge.js';
import { type JudgeCategory, probabilityOf } from '../judge/model.js';
import type { Finding } from '../model/finding.js';
import { makeMeant } from './meant.js';
import { makeWordSearch } from './prohibited.js';
import { defineRule, judgedText } from './rule.js';
import { LOWEST, makeSuspect } from './suspect.js';

const CONFIRMED = 0.9;
/** What the words suspect at least so strongly may be confirmed. */
const STRONG_WORDS = 0.6;
/** From here on the words stand unless the judges see them so much further from prohibited, in log-odds. */
const FIRM_WORDS = 0.7;
const FURTHER = 1;
/** Words as strong as that are worth a question, however new the sentence around them. */
const GRAVE_WORDS = 0.85;
/** What several words together confirm is left to people where every judge stands so far below its threshold, in log-odds. */
const DOUBT = 2;
/** The rule whose findings are weighed: a shape (a number, a link, a mark) is what it is. */
const WORDS = 'prohibited';
const NONE: readonly Finding[] = [];

/**
 * The learned judges beside the words: one goes by the characters, one by the sounds. Alone they ask for a review. The
 * first confirms what the words strongly suspect; what the words suspect stands unless each of them sees it far from
 * that. Without a model a judge is not there; without any, hints are dropped.
 */
export const learned = defineRule({
  id: 'learned',
  clauses: ['A5', 'A6', 'E三2', 'EM7'],
  options: z.strictObject({}),
  create(_options, tools) {
    const { judge: model, ear, folding } = tools;
    const eyeJudge = model === null ? null : makeJudge(model, folding);
    const earJudge = ear === null ? null : makeSoundJudge(ear.model, ear.sounds);
    const judges = [eyeJudge, earJudge].filter((judge) => judge !== null);
    const refineAll = (findings: readonly Finding[], text: string): readonly Finding[] => {
      const opinions = judges.map((judge) => opinionOf(judge, text));
      const eye = model === null ? null : (opinions[0] ?? null);
      return findings.flatMap((finding) => refineOne(finding, opinions, eye));
    };
    const search = makeWordSearch(tools);
    const suspect = makeSuspect({
      judges,
      byEar: ear?.aloud == null || earJudge === null ? null : { judge: earJudge, aloud: ear.aloud },
      readMeant: makeMeant(tools),
      readWords: (text) => refineAll(search(text), text),
    });
    return {
      message: () => NONE,
      refine(findings, message) {
        const text = judgedText(message);
        if (text === '') return findings.flatMap(standing);
        const stand = findings.length === 0 ? NONE : refineAll(findings, text);
        return stand.length > 0 || !isSentence(text) ? stand : suspect(text);
      },
      suspicion: (message) =>
        Math.max(0, ...judges.map((judge) => suspicionOf(opinionOf(judge, judgedText(message))))),
    };
  },
});

const FILE_NAME =
  /^[^\n]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|csv|txt|zip|rar|7z|jpe?g|png|gif|heic|mp[34]|mov|amr)$/iu;

/** Fewer letters and digits are a word: 找我, 你妈. */
const FEWEST_LETTERS = 4;
/** A text of so many units is looked at for how many letters it has. */
const SHORT = 12;
const LETTERS = /[\p{L}\p{N}]/gu;
const LETTER = /\p{L}/u;
const FIRST_CHINESE = 0x4e00;
const LAST_CHINESE = 0x9fa5;

/** A word or a bare file name is a label: words and marks may say something of it, a judge of sentences cannot. */
function isSentence(text: string): boolean {
  if (text.length <= SHORT && !hasLetters(text)) return false;
  return text.length > 90 || !text.includes('.') || !FILE_NAME.test(text.trim());
}

/** Digits alone are a sum, a time or a code. Nearly always the first few characters are Chinese and tell; the expressions are for the rest. */
function hasLetters(text: string): boolean {
  let chinese = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_CHINESE && unit <= LAST_CHINESE && ++chinese === FEWEST_LETTERS) return true;
  }
  return LETTER.test(text) && (text.match(LETTERS)?.length ?? 0) >= FEWEST_LETTERS;
}

/** What one judge thinks of a message. `margins` is overwritten by the judge's next message. */
interface Opinion {
  readonly categories: readonly JudgeCategory[];
  readonly margins: Float64Array;
}

function opinionOf(judge: Judge, text: string): Opinion {
  return { categories: judge.model.categories, margins: judge.margins(text) };
}

function suspicionOf({ categories, margins }: Opinion): number {
  let most = 0;
  for (const [at, category] of categories.entries())
    most = Math.max(most, LOWEST / (1 + Math.exp(category.review - (margins[at] ?? 0))));
  return most;
}

function refineOne(finding: Finding, opinions: readonly Opinion[], eye: Opinion | null): readonly Finding[] {
  if (finding.rule !== WORDS) return [finding];
  const views = opinions.flatMap((opinion) => viewOf(finding, opinion));
  if (finding.certainty === 'confirmed') return [isDoubted(finding, views) ? doubted(finding) : finding];
  if (views.length === 0) return standing(finding);
  const [seen] = eye === null ? [] : viewOf(finding, eye);
  if (seen !== undefined && seen.margin >= seen.category.confirm && finding.score >= STRONG_WORDS)
    return [confirmed(finding, probabilityOf(seen.category, seen.margin))];
  const { score } = finding;
  const isBacked = views.some(({ margin, category: { back, clear } }) => {
    if (score < LOWEST) return margin >= back;
    return margin >= (score >= FIRM_WORDS ? clear - FURTHER : clear);
  });
  if (!isBacked && score < GRAVE_WORDS) return NONE;
  return [score >= FIRM_WORDS ? finding : backed(finding)];
}

/** A word that is confirmed by itself was meant so by who wrote the lexicon; signs that come together may mean something else. */
function isDoubted(finding: Finding, views: readonly View[]): boolean {
  if (finding.evidence.length < 2 || views.length === 0) return false;
  return views.every(({ margin, category }) => margin < category.review - DOUBT);
}

/** People decide on it, and are told no more certainty than words and judges have between them. */
function doubted(finding: Finding): Finding {
  return { ...finding, certainty: 'suspected', score: Math.min(finding.score, STRONG_WORDS) };
}

interface View {
  readonly category: JudgeCategory;
  readonly margin: number;
}

/** What a judge thinks of a finding; nothing where it has not learned the category. */
function viewOf(finding: Finding, { categories, margins }: Opinion): readonly View[] {
  const at = categories.findIndex(({ category }) => category === finding.category);
  const category = categories[at];
  return category === undefined ? [] : [{ category, margin: margins[at] ?? 0 }];
}

/** What is more than a hint. */
function standing(finding: Finding): readonly Finding[] {
  return finding.score < LOWEST ? NONE : [finding];
}

/** A hint that a judge backs is a finding. */
function backed(finding: Finding): Finding {
  return finding.score < LOWEST ? { ...finding, score: LOWEST } : finding;
}

function confirmed(finding: Finding, probability: number): Finding {
  const score = CONFIRMED + (1 - CONFIRMED) * finding.score * probability;
  return { ...finding, certainty: 'confirmed', score };
}
