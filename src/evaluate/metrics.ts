import type { VerdictKind } from '../core/model/verdict.js';

/** One labelled row with what the scanner said of it. `category` is the row's own word, null where it has none. */
export interface Judged {
  readonly prohibited: boolean;
  readonly category: string | null;
  readonly verdict: VerdictKind;
  /** 0…1 */
  readonly score: number;
}

/** Shares are 0…1; null where nothing was there to be counted (no positives, no negatives, nothing flagged). */
export interface Quality {
  readonly n: number;
  readonly positives: number;
  readonly negatives: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly falsePositiveRate: number | null;
  /** Of the positives / of the negatives: the share that is a violation and not only a review. */
  readonly violationRecall: number | null;
  readonly violationFalsePositiveRate: number | null;
}

/** Anything but `allow` counts as flagged. */
export function qualityOf(rows: readonly Judged[]): Quality {
  const positives = rows.filter((row) => row.prohibited);
  const negatives = rows.filter((row) => !row.prohibited);
  const hits = countFlagged(positives);
  const falseAlarms = countFlagged(negatives);
  const precision = share(hits, hits + falseAlarms);
  const recall = share(hits, positives.length);
  return {
    n: rows.length,
    positives: positives.length,
    negatives: negatives.length,
    precision,
    recall,
    f1: share(2 * hits, positives.length + hits + falseAlarms),
    falsePositiveRate: share(falseAlarms, negatives.length),
    violationRecall: share(countViolations(positives), positives.length),
    violationFalsePositiveRate: share(countViolations(negatives), negatives.length),
  };
}

export interface CategoryRecall {
  readonly category: string;
  readonly n: number;
  readonly recall: number;
}

/** Recall over the positives of each category word, in alphabetical order; rows without a word are `-`. */
export function recallByCategory(rows: readonly Judged[]): readonly CategoryRecall[] {
  const groups = new Map<string, Judged[]>();
  for (const row of rows) {
    if (!row.prohibited) continue;
    const category = row.category ?? '-';
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([category, group]) => ({ category, n: group.length, recall: countFlagged(group) / group.length }))
    .toSorted((a, b) => (a.category < b.category ? -1 : 1));
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function countFlagged(rows: readonly Judged[]): number {
  return rows.filter((row) => row.verdict !== 'allow').length;
}

function countViolations(rows: readonly Judged[]): number {
  return rows.filter((row) => row.verdict === 'violation').length;
}
