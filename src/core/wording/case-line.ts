import type { Case, CaseEvent, CaseStatus, Step } from '../model/case.js';
import { nameOf } from './mask.js';
import { categoryName, ruleName } from './names.js';
import { shownTime } from './when.js';

export const STATUS_NAMES: Readonly<Record<CaseStatus, string>> = {
  open: '等答复',
  closed: '已办结',
  confirmed: '已确认',
  rejected: '已放过',
  overturned: '已撤销',
};

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  warning: '提醒',
  final: '最后提醒',
  removal: '移出',
  review: '请群主看',
  note: '善意提示',
  none: '只记录',
};

export function statusName(status: CaseStatus): string {
  return STATUS_NAMES[status];
}

/** What somebody asks for is named for what it is: nobody has found anything yet. */
const ASKED: readonly string[] = ['complaint', 'submission', 'admission', 'wrong-branch'];

function caseName({ findings, category, verdict }: Case): string {
  // A submission rests on nothing that was found.
  if (findings.length === 0 && category === 'notice') return ruleName('submission');
  const asked = findings.map(({ rule }) => rule).find((rule) => ASKED.includes(rule));
  return asked === undefined || verdict === 'violation' ? categoryName(category) : ruleName(asked);
}

/** A complaint need not say who it is about. */
function aboutWhom({ memberId, memberName }: Case): string {
  return memberId === null && memberName === '' ? '' : `${nameOf(memberName)} `;
}

export function caseLine(one: Case, timezone: string): string {
  return `${one.id}) ${shownTime(one.at, timezone)} ${aboutWhom(one)}${caseName(one)} ${STEP_NAMES[one.step]} ${statusName(one.status)}${one.observed ? '(观察)' : ''}`;
}

const MOST_NUMBERS = 5;

/** What is settled along with a case, behind its line. */
export function withOthers(ids: readonly number[]): string {
  if (ids.length === 0) return '';
  const shown = ids
    .toSorted((a, b) => a - b)
    .slice(0, MOST_NUMBERS)
    .join('、');
  return `(连同 ${shown}${ids.length > MOST_NUMBERS ? `等${ids.length}件` : ''} 一起定)`;
}

export const EVENT_NAMES: Readonly<Record<CaseEvent['kind'], string>> = {
  opened: '立案',
  reopened: '没能自动办成,请群主定夺',
  joined: '和同一位的前一件一起定',
  'asked-anew': '和同一位的后一件一起定',
  confirmed: '群主或管理员确认',
  rejected: '群主或管理员放过',
  overturned: '撤销',
  withdrawn: '本人及时撤回,不记过',
  closed: '办结',
  appealed: '本人申诉',
  'appeal-refused': '申诉看过,维持',
};

export function eventName(event: CaseEvent): string {
  return event.reason === ''
    ? EVENT_NAMES[event.kind]
    : `${EVENT_NAMES[event.kind]}(${nameOf(event.reason)})`;
}

export function joinedLines(joined: readonly Case[]): readonly string[] {
  if (joined.length === 0) return [];
  const shown = joined.slice(0, 10).map(({ id, category }) => `编号 ${id}(${categoryName(category)})`);
  return [`和它一起定的:${shown.join('、')}${joined.length > 10 ? `等${joined.length}件` : ''}`];
}
