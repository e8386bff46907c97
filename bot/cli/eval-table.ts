import Table from 'cli-table3';
import type { FileReport } from '../../src/evaluate/report.js';

export interface BenignReport {
  readonly file: string;
  readonly n: number;
  readonly flagged: number;
  readonly falsePositiveRate: number | null;
  readonly violationFalsePositiveRate: number | null;
}

const HEAD = [
  '文件',
  '条数',
  '精确率',
  '召回率',
  'F1',
  '误报率',
  '判违规/召回',
  '误报0.1%时召回',
  '0.5%',
  '1%',
];

/** The tables that a person reads. Shares are per cent; `-` where nothing was there to count. */
export function renderReports(reports: readonly FileReport[], benign: BenignReport | null): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  for (const report of reports) table.push(rowOf(report));
  const parts = [table.toString(), categoryTable(reports)];
  return [...parts, benign === null ? '' : benignLine(benign)].filter((part) => part !== '').join('\n');
}

function rowOf(report: FileReport): string[] {
  const points = Object.values(report.recallAtFpr).map(percent);
  const shares = [
    report.precision,
    report.recall,
    report.f1,
    report.falsePositiveRate,
    report.violationRecall,
  ];
  return [report.file, String(report.n), ...shares.map(percent), ...points];
}

function categoryTable(reports: readonly FileReport[]): string {
  const table = new Table({ head: ['文件', '类别', '条数', '召回率'], style: { head: [], border: [] } });
  for (const report of reports) {
    for (const { category, n, recall } of report.byCategory) {
      table.push([report.file, category, String(n), percent(recall)]);
    }
  }
  return table.length === 0 ? '' : table.toString();
}

function benignLine(benign: BenignReport): string {
  const rates = `误报 ${percent(benign.falsePositiveRate)},判违规 ${percent(benign.violationFalsePositiveRate)}`;
  return `无害样本 ${benign.file}:${benign.n} 条,标记 ${benign.flagged} 条,${rates}`;
}

function percent(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(2)}%`;
}
