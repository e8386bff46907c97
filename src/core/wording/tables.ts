import type { StoredAudit } from '../model/audit.js';
import type { Case } from '../model/case.js';
import type { Evidence } from '../model/finding.js';
import { isoWithOffset } from '../policy/daytime.js';
import { STATUS_NAMES, STEP_NAMES } from './case-line.js';
import { mask, visible } from './mask.js';
import { categoryName, ruleName } from './names.js';

/** A cell: text or a number. Text is always text: a spreadsheet never takes it for a formula. */
export type Cell = string | number;

/** A sheet to be written: a head and rows of the same length. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type TimezoneOf = (groupId: string) => string;

/** Cases, one a row. Evidence is masked as in the chat: a table travels further than a group. */
export function caseTable(cases: readonly Case[], timezone: TimezoneOf): Table {
  return {
    title: '案件',
    head: [
      '编号',
      '群',
      '时间',
      '成员编号',
      '成员',
      '判定',
      '类别',
      '条款',
      '规则',
      '证据(已遮)',
      '处置',
      '有效记过',
      '状态',
      '观察',
      '豁免',
    ],
    rows: cases.map((one) => caseRow(one, timezone(one.groupId))),
  };
}

function caseRow(one: Case, timezone: string): readonly Cell[] {
  const { findings } = one;
  return [
    one.id,
    one.groupId,
    isoWithOffset(one.at, timezone),
    one.memberId ?? '',
    one.memberName,
    one.verdict === 'violation' ? '违规' : '待复核',
    categoryName(one.category),
    distinct(findings.map(({ clause }) => clause)),
    distinct(findings.map(({ rule }) => ruleName(rule))),
    distinct(findings.flatMap(({ evidence }) => evidence.map(shown))),
    STEP_NAMES[one.step],
    one.strikes,
    STATUS_NAMES[one.status],
    one.observed ? '是' : '',
    one.exempt ? '是' : '',
  ];
}

function shown({ text }: Evidence): string {
  return visible(text) === '' ? '' : mask(text);
}

function distinct(words: readonly string[]): string {
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 20).join('、');
}

/** The audit log, one entry a row, with the links of its chain. */
export function auditTable(entries: readonly StoredAudit[]): Table {
  return {
    title: '审计日志',
    head: ['序号', '时间(UTC)', '谁', '做了什么', '群', '内容', '前一条的哈希', '哈希'],
    rows: entries.map(({ seq, at, actor, kind, groupId, data, previous, hash }) => [
      seq,
      new Date(at).toISOString(),
      actor,
      kind,
      groupId ?? '',
      data,
      previous,
      hash,
    ]),
  };
}
