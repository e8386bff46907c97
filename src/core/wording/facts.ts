import type { Change } from '../notice/compare.js';
import type { Fact, FactKind } from '../notice/facts.js';
import { shownTimeValue } from '../notice/time-of-day.js';
import { mask, nameOf } from './mask.js';

const KIND_NAMES: Readonly<Record<FactKind, string>> = {
  account: '账号',
  payee: '收款人',
  contact: '联系方式',
  link: '链接',
  amount: '金额',
  date: '日期',
  time: '时间',
  'payment-code': '收款码',
};

/** 账号、金额: the kinds of facts in which a copy differs, each once. */
export function kindNames(kinds: readonly FactKind[]): string {
  return [...new Set(kinds)].map((kind) => KIND_NAMES[kind]).join('、');
}

/**
 * 账号:登记的是 622202****1222,这份是 623058****8888. Enough to compare with the own copy, not enough to pay to.
 * One is a sentence that goes on; several are a line each.
 */
export function changesText(changes: readonly Change[]): string {
  const [only, ...more] = changes.map(changeText);
  if (only === undefined) return '字句有改动。';
  return more.length === 0 ? `${only}。` : `\n${[only, ...more].join('\n')}\n`;
}

function changeText({ kind, before, after }: Change): string {
  const shown = (values: readonly string[]): string => values.slice(0, 3).map(valueOf(kind)).join('、');
  if (kind === 'payment-code') return '登记的没有收款码,这份有';
  if (before.length === 0) return `${KIND_NAMES[kind]}:登记的没有 ${shown(after)}`;
  return `${KIND_NAMES[kind]}:登记的是 ${shown(before)},这份是 ${shown(after)}`;
}

function valueOf(kind: FactKind): (value: string) => string {
  switch (kind) {
    case 'account':
    case 'payee':
    case 'contact':
    case 'link':
      return hidden;
    case 'amount':
      return (value) => `${value}元`;
    case 'date':
      return (value) => value.replace(/^0?(\d+)-0?(\d+)$/u, '$1月$2日');
    case 'time':
      return shownTimeValue;
    case 'payment-code':
      return (value) => value;
  }
}

/** 金额 200元、日期 3月20日: what a reader compares the own copy by. At most six, empty where there are none. */
export function factsText(facts: readonly Fact[]): string {
  const shown = facts.filter(({ kind }) => kind !== 'payment-code').slice(0, 6);
  return shown.map(({ kind, value }) => `${KIND_NAMES[kind]} ${valueOf(kind)(value)}`).join('、');
}

/** Long ones show head and tail; of a name or address only its ends. */
function hidden(value: string): string {
  return /^\d{12,}$/u.test(value) ? `${value.slice(0, 4)}****${value.slice(-4)}` : nameOf(mask(value));
}
