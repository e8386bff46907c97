import type { Readable, Writable } from 'node:stream';
import type { VerdictKind } from '../../src/core/model/verdict.js';
import type { Judged } from '../../src/evaluate/metrics.js';
import { reportOn, type FileReport } from '../../src/evaluate/report.js';
import { share } from '../../src/evaluate/metrics.js';
import { stringField } from '../../src/jsonl/field.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { openInput } from '../../src/jsonl/open.js';
import { readJsonLines, type Row } from '../../src/jsonl/read.js';
import { renderReports, type BenignReport } from './eval-table.js';

export type Scan = (text: string) => {
  readonly verdict: VerdictKind;
  readonly category: string | null;
  readonly score: number;
};

export interface EvaluateOptions {
  readonly files: readonly string[];
  /** A file of harmless messages on which the false-positive rates are set. */
  readonly benign?: string;
  readonly json: boolean;
  readonly scan: Scan;
  readonly stdin: Readable;
  readonly output: Writable;
  /** Progress goes here, and only where it is a terminal. */
  readonly log: Writable & { readonly isTTY?: boolean };
}

/**
 * `qunshao eval FILE… [--benign FILE] [--json]`.
 * @throws InputError for a row without `text` or with another label than 0 and 1
 */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const benign = options.benign === undefined ? null : await judgeFile(options.benign, options);
  const harmless = benign?.filter((row) => !row.prohibited) ?? null;
  const scores = harmless?.map((row) => row.score) ?? null;
  const reports: FileReport[] = [];
  for (const file of options.files) reports.push(reportOn(file, await judgeFile(file, options), scores));
  const summary = harmless === null ? null : benignReport(options.benign ?? '', harmless);
  const text = options.json
    ? JSON.stringify({ files: reports, benign: summary })
    : renderReports(reports, summary);
  options.output.write(`${text}\n`);
}

function benignReport(file: string, rows: readonly Judged[]): BenignReport {
  const flagged = rows.filter((row) => row.verdict !== 'allow').length;
  const violations = rows.filter((row) => row.verdict === 'violation').length;
  return {
    file,
    n: rows.length,
    flagged,
    falsePositiveRate: share(flagged, rows.length),
    violationFalsePositiveRate: share(violations, rows.length),
  };
}

const PROGRESS_EVERY = 500;

async function judgeFile(file: string, options: EvaluateOptions): Promise<readonly Judged[]> {
  const rows: Judged[] = [];
  const unlabelledIsBenign = file === options.benign;
  for await (const row of readJsonLines(openInput(file, options.stdin))) {
    const { verdict, score } = options.scan(stringField(row, 'text'));
    rows.push({
      prohibited: labelOf(row, unlabelledIsBenign) === 1,
      category: categoryOf(row),
      verdict,
      score,
    });
    if (rows.length % PROGRESS_EVERY === 0) progress(options.log, `${file} ${rows.length}`);
  }
  progress(options.log, '');
  return rows;
}

function labelOf(row: Row, unlabelledIsBenign: boolean): 0 | 1 {
  const { label } = row.value;
  if (label === 0 || label === 1) return label;
  if (label === undefined && unlabelledIsBenign) return 0;
  throw new InputError(row.place, '字段 "label" 只能是 0 或 1;请补上或改正 (field "label" must be 0 or 1)');
}

function categoryOf(row: Row): string | null {
  return typeof row.value['category'] === 'string' ? row.value['category'] : null;
}

function progress(log: EvaluateOptions['log'], text: string): void {
  if (log.isTTY === true) log.write(`\r\u001b[K${text}`);
}
