import { qualityOf, recallByCategory, type CategoryRecall, type Judged, type Quality } from './metrics.js';
import { operatingPoint, RATES, type OperatingPoint } from './operating-point.js';

/** What `eval` says of one file. `recallAtFpr` has the keys `0.1%`, `0.5%`, `1%`. */
export interface FileReport extends Quality {
  readonly file: string;
  readonly recallAtFpr: Readonly<Record<string, number | null>>;
  readonly thresholdAtFpr: Readonly<Record<string, number | null>>;
  readonly byCategory: readonly CategoryRecall[];
}

/** @param benign scores of the benign file, or null: then the file's own negatives stand in */
export function reportOn(
  file: string,
  rows: readonly Judged[],
  benign: readonly number[] | null,
): FileReport {
  const positives = rows.filter((row) => row.prohibited).map((row) => row.score);
  const harmless = benign ?? rows.filter((row) => !row.prohibited).map((row) => row.score);
  const points = RATES.map((rate) => [rateName(rate), operatingPoint(positives, harmless, rate)] as const);
  return {
    file,
    ...qualityOf(rows),
    recallAtFpr: pick(points, (point) => point.recall),
    thresholdAtFpr: pick(points, (point) => point.threshold),
    byCategory: recallByCategory(rows),
  };
}

/** `0.001` is `0.1%`. */
export function rateName(rate: number): string {
  return `${Number((rate * 100).toFixed(3))}%`;
}

function pick(
  points: readonly (readonly [string, OperatingPoint | null])[],
  value: (point: OperatingPoint) => number,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(points.map(([name, point]) => [name, point === null ? null : value(point)]));
}
