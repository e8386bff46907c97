import type { JudgeCategory, JudgeModel } from '../core/judge/model.js';
import { type ContentCategory, CONTENT_CATEGORIES } from '../core/model/category.js';
import { CLAUSES } from './clauses.js';
import type { Example } from './example.js';
import { learn, type Learning, LEARNING, score } from './logistic.js';
import { levelBiases } from './level.js';
import { choose, quantise } from './quantise.js';
import { seedOf } from './random.js';
import type { TrainOptions } from './settings.js';
import { calibrate, tailThreshold, thresholdFor } from './threshold.js';
import { encode, type Encoded, restrict } from './vocabulary.js';

interface CategoryFigures {
  readonly category: ContentCategory;
  readonly lines: number;
  /** Of lines left out of training: the share at and above the review threshold. */
  readonly recall: number;
  readonly reviewMargin: number;
}

export interface Trained {
  readonly model: JudgeModel;
  readonly figures: readonly CategoryFigures[];
  readonly lines: number;
  readonly harmless: number;
  readonly grams: number;
  readonly kept: number;
}

/** Parts that take turns at being left out, to see how the judge does on lines that it does not know. */
const FOLDS = 2;
/** Of the harmless lines that may reach the review threshold, the part that may reach the one to confirm. */
const SURER = 0.5;
/** What the words merely hint at stands where the margin is among this highest share of everyday messages. */
const BACKED = 0.0015;
/** What they suspect weakly stands unless the margin is below this highest share. */
const CLEARED = 0.7;
/** Words of trade stand in news and questions too: the judge clears more of them. */
const TRADE: ReadonlySet<ContentCategory> = new Set(['advertising', 'fraud']);
const CLEARED_TRADE = 0.04;
/** Warnings, news and lessons name the goods. */
const CLEARED_GOODS = 0.04;
/** Words of abuse are said among friends, of oneself and of things more than to anybody. */
const CLEARED_ABUSE = 0.15;
/** Categories that are hard to tell by words, and the share that stands for both there. */
const DIFFUSE_CATEGORIES: ReadonlySet<ContentCategory> = new Set([
  'violence',
  'cult',
  'superstition',
  'rumour',
  'privacy',
  'secrets',
  'soliciting',
  'induced-sharing',
  'infringement',
]);
const DIFFUSE = 0.008;

/** What was given cannot teach anything. The message is Chinese and says what is missing. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/**
 * Learns a judge. The same examples in the same order give the same bytes.
 * @throws TrainingError without harmless lines or without prohibited ones
 */
export function train(examples: readonly Example[], options: TrainOptions): Trained {
  const categories = CONTENT_CATEGORIES.filter((category) =>
    examples.some((example) => example.category === category),
  );
  if (categories.length === 0)
    throw new TrainingError('训练数据里没有违禁的行;请给出 label 为 1、category 认得的行');
  if (!examples.some((example) => example.category === null)) {
    throw new TrainingError('训练数据里没有正常的行;请加上 label 为 0 的行,不然什么都会被当成违禁');
  }
  const bench = options.benign.map((text): Example => ({ text, category: null, origin: 'everyday' }));
  const all = [...examples, ...bench];
  const learning = options.learning ?? LEARNING;
  const rows = Int32Array.from(examples.keys());
  // Far more n-grams are met than the table holds: what stays is learned anew, so that it makes up for what goes.
  const everything = encode(all, options.channel);
  const first = learn({ encoded: everything, examples: all, categories, rows }, learning);
  const encoded = restrict(everything, choose(first, everything, options.rows));
  const lesson = { encoded, examples: all, categories };
  const unseen = leftOut(lesson, { size: examples.length, learning });
  const linear = learn({ ...lesson, rows }, learning);
  const { table, scales, kept } = quantise(linear, encoded, options.rows);
  const judged = categories.map((category, c) =>
    settle(
      { category, bias: linear.biases[c] ?? 0, scale: scales[c] ?? 1 },
      marginsOf(unseen, all, { category, c, options }),
      options,
    ),
  );
  const stored = { rows: options.rows, categories: judged.map(({ learned }) => learned), table };
  const harmless = [...examples.keys()].filter((row) => examples[row]?.category === null);
  const texts = harmless.map((row) => examples[row]?.text ?? '');
  return {
    model: levelBiases(stored, { linear, encoded, rows: harmless, texts, channel: options.channel }),
    figures: judged.map(({ figures }) => figures),
    lines: examples.length,
    harmless: harmless.length,
    grams: encoded.hashes.length,
    kept,
  };
}

interface Whole {
  readonly encoded: Encoded;
  readonly examples: readonly Example[];
  readonly categories: readonly ContentCategory[];
}

/** Margins of every line by a model that has not seen it: `margins[row * categories + category]`. */
function leftOut(whole: Whole, { size, learning }: { size: number; learning: Learning }): Float64Array {
  const count = whole.categories.length;
  const margins = new Float64Array(whole.examples.length * count);
  // The same text twice, and all lines of one sentence, are left out together: seen once, it would not be unseen.
  const folds = whole.examples.map(({ text, sentence }) => seedOf(sentence ?? text) % FOLDS);
  for (let fold = 0; fold < FOLDS; fold++) {
    const rows = Int32Array.from({ length: size }, (_none, row) => row).filter((row) => folds[row] !== fold);
    const linear = learn({ ...whole, rows }, learning);
    const into = new Float64Array(count);
    for (const [row, own] of folds.entries()) {
      if (own !== fold) continue;
      score(linear, { encoded: whole.encoded, row, into });
      margins.set(into, row * count);
    }
  }
  return margins;
}

interface Sides {
  readonly prohibited: readonly number[];
  /** Everyday messages. */
  readonly harmless: readonly number[];
  /** Harmless rows of labelled sets. */
  readonly contrast: readonly number[];
  readonly twins: readonly number[];
}

interface Column {
  readonly category: ContentCategory;
  readonly c: number;
  readonly options: TrainOptions;
}

function marginsOf(unseen: Float64Array, all: readonly Example[], { category, c, options }: Column): Sides {
  const count = unseen.length / Math.max(1, all.length);
  const prohibited: number[] = [];
  const harmless: number[] = [];
  const contrast: number[] = [];
  const twins: number[] = [];
  const bench = options.benign.length > 0 ? all.length - options.benign.length : 0;
  const real = all.some((example) => example.category === null && example.origin === 'everyday');
  for (const [row, example] of all.entries()) {
    const margin = unseen[row * count + c] ?? 0;
    if (example.category === category) prohibited.push(margin);
    else if (example.category !== null) continue;
    else if (example.origin === 'twin') twins.push(margin);
    else if (example.origin === 'contrast' && real) contrast.push(margin);
    else if (row >= bench && (!real || example.origin === 'everyday')) harmless.push(margin);
  }
  return { prohibited, harmless, contrast, twins };
}

function clearedShare(category: ContentCategory): number {
  if (category === 'insult') return CLEARED_ABUSE;
  if (category === 'illegal-goods') return CLEARED_GOODS;
  return TRADE.has(category) ? CLEARED_TRADE : CLEARED;
}

type Start = Pick<JudgeCategory, 'category' | 'bias' | 'scale'>;

function settle(
  start: Start,
  { prohibited, harmless, contrast, twins }: Sides,
  options: TrainOptions,
): { learned: JudgeCategory; figures: CategoryFigures } {
  const share = options.review * (options.allowed[start.category] ?? 1);
  const review = Math.max(
    tailThreshold(harmless, share),
    thresholdFor(contrast, options.contrast),
    thresholdFor(twins, options.twinsOf?.[start.category] ?? options.twins),
  );
  const confirm = Math.max(
    review,
    tailThreshold(harmless, Math.min(options.confirm, share * SURER)),
    thresholdFor(contrast, options.contrastConfirmed),
    thresholdFor(twins, options.twinsConfirmed),
  );
  const diffuse = DIFFUSE_CATEGORIES.has(start.category);
  const back = Math.min(review, thresholdFor(harmless, diffuse ? DIFFUSE : BACKED));
  const clear = diffuse ? back : Math.min(back, thresholdFor(harmless, clearedShare(start.category)));
  const learned: JudgeCategory = {
    ...start,
    clause: CLAUSES[start.category] ?? 'A5',
    ...calibrate(prohibited, harmless),
    review,
    confirm,
    clear,
    back,
  };
  const reached = prohibited.filter((margin) => margin >= review).length;
  const recall = reached / Math.max(1, prohibited.length);
  return {
    learned,
    figures: { category: start.category, lines: prohibited.length, recall, reviewMargin: review },
  };
}
