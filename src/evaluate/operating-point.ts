/** Recall where at most `rate` of the benign scores are flagged; flagged means `score > threshold`. */
export interface OperatingPoint {
  readonly rate: number;
  readonly threshold: number;
  readonly recall: number;
}

/** The false-positive rates that every report states. */
export const RATES: readonly number[] = [0.001, 0.005, 0.01];

/**
 * Sweeps the threshold over `score`. Of `n` benign rows at most `floor(rate × n)` are flagged; ties are all left
 * out, so the stated rate is never exceeded. Null where there are no positives or no benign rows.
 */
export function operatingPoint(
  positives: readonly number[],
  benign: readonly number[],
  rate: number,
): OperatingPoint | null {
  if (positives.length === 0 || benign.length === 0) return null;
  const falling = benign.toSorted((a, b) => b - a);
  // The small term heals rate × n = 2.9999999999999996.
  const allowed = Math.floor(rate * benign.length + 1e-9);
  const threshold = falling[allowed] ?? 0;
  const found = positives.filter((score) => score > threshold).length;
  return { rate, threshold, recall: found / positives.length };
}
