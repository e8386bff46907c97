import type { Case, CaseStatus, Step } from '../../../src/core/model/case.js';
import { categoryName } from '../../../src/core/wording/names.js';

export const STATUS: Readonly<Record<CaseStatus, string>> = {
  open: '等答复',
  closed: '已了结',
  confirmed: '已确认',
  rejected: '已驳回',
  overturned: '已撤销',
};

const STEPS: Readonly<Record<Step, string>> = {
  warning: '提醒',
  final: '最后一次提醒',
  removal: '移出',
  review: '请群主看',
  note: '只提示,不记过',
  none: '不处置',
};

/** 编号 1 · 推销 · 规则 prohibited · 条款 E三2(5) · 依据“代购” · 记过 1 次 → 提醒 */
export function caseLine(one: Case): string {
  const grounds = one.findings.filter(({ category }) => category === one.category);
  const shown = grounds.length > 0 ? grounds : one.findings;
  const rules = [...new Set(shown.map(({ rule }) => rule))];
  const clauses = [...new Set(shown.map(({ clause }) => clause))];
  const words = [...new Set(shown.flatMap(({ evidence }) => evidence.map(({ text }) => text)))].slice(0, 3);
  return [
    `编号 ${one.id}`,
    categoryName(one.category),
    rules.length === 0 ? '由人决定' : `规则 ${rules.join('、')}`,
    ...(clauses.length === 0 ? [] : [`条款 ${clauses.join('、')}`]),
    ...(words.length === 0 ? [] : [`依据${words.map((word) => `“${short(word)}”`).join('')}`]),
    stepLine(one),
  ].join(' · ');
}

function stepLine(one: Case): string {
  const exempt = one.exempt ? ',群主和管理员不记过' : '';
  const observed = one.observed ? ',观察中' : '';
  const ask = one.step === 'removal' && one.status === 'open' ? ',先请群主定夺' : '';
  const strikes = one.strikes > 0 ? `记过 ${one.strikes} 次 → ` : '';
  return `${strikes}${STEPS[one.step]}${ask}${exempt}${observed}`;
}

const LONGEST = 14;

function short(word: string): string {
  const letters = [...word];
  return letters.length <= LONGEST ? word : `${letters.slice(0, LONGEST).join('')}…`;
}
