import { CLOCK, HOURS, IN_WORDS, timeValue } from './time-of-day.js';

/** What a forger changes: where the money goes, how much, until when, which link. */
export type FactKind = 'account' | 'payee' | 'contact' | 'link' | 'amount' | 'date' | 'time' | 'payment-code';

export interface Fact {
  readonly kind: FactKind;
  /** The same fact written otherwise has the same value: 3月10号 and 2026-03-10 are `03-10`. */
  readonly value: string;
}

interface Reader {
  readonly kind: FactKind;
  readonly pattern: RegExp;
  readonly value: (match: RegExpMatchArray) => string;
}

const digits = ([found]: RegExpMatchArray): string => found.replace(/\D/gu, '');
const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** In this order: what one reader has read, the next ones do not see. */
const READERS: readonly Reader[] = [
  {
    kind: 'link',
    pattern: /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff，。；、）)】」”"']+/giu,
    value: linkValue,
  },
  { kind: 'contact', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, value: lower },
  { kind: 'link', pattern: /(?<![\w@.])(?:[a-z0-9-]+\.)+[a-z]{2,6}(?:\/[\w./?=&%-]*)?/giu, value: linkValue },
  {
    kind: 'contact',
    pattern: /(?:微信号?|vx|wx|qq群?|QQ群?|扣扣)号?\s?[:：]?\s?([a-z0-9_-]{5,20})/giu,
    value: (match) => (match[1] ?? '').toLowerCase(),
  },
  {
    kind: 'date',
    pattern: /(?:20\d{2}\s?[年./-]\s?)?(?<![\d.])(\d{1,2})\s?月\s?(\d{1,2})(?:\s?[日号])?/gu,
    value: (match) => `${two(match[1])}-${two(match[2])}`,
  },
  {
    kind: 'date',
    pattern: /20\d{2}[./-](\d{1,2})[./-](\d{1,2})(?!\d)/gu,
    value: (match) => `${two(match[1])}-${two(match[2])}`,
  },
  {
    kind: 'amount',
    pattern:
      /(?:人民币|¥|￥|RMB)?\s?(\d+(?:,\d{3})*(?:\.\d{1,2})?)\s?(万?)\s?(?:元|块|圆)|[¥￥]\s?(\d+(?:\.\d{1,2})?)/giu,
    value: amountValue,
  },
  { kind: 'time', pattern: CLOCK, value: timeValue },
  { kind: 'time', pattern: HOURS, value: timeValue },
  { kind: 'time', pattern: IN_WORDS, value: timeValue },
  {
    kind: 'contact',
    pattern: /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/gu,
    value: digits,
  },
  { kind: 'account', pattern: /(?<!\d)\d(?:[ -]?\d){7,24}(?!\d)/gu, value: digits },
  {
    kind: 'payee',
    pattern: /(?:户名|收款人|账户名)\s?[:：]?\s?([\u4e00-\u9fff]{2,20})/gu,
    value: (m) => m[1] ?? '',
  },
  { kind: 'payment-code', pattern: /收款码|付款码|赞赏码/gu, value: () => '收款码' },
];

function lower([found]: RegExpMatchArray): string {
  return found.toLowerCase();
}

function linkValue([found]: RegExpMatchArray): string {
  return found
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[/.]+$/u, '');
}

function amountValue(match: RegExpMatchArray): string {
  const number = Number((match[1] ?? match[3] ?? '').replaceAll(',', ''));
  return String(match[2] === '万' ? number * 10_000 : number);
}

/** The facts of a text, each once, in the order of the readers. NFKC first: full-width digits are digits. */
export function factsOf(text: string): readonly Fact[] {
  let left = text.normalize('NFKC');
  const facts = new Map<string, Fact>();
  for (const { kind, pattern, value } of READERS) {
    for (const match of left.matchAll(pattern)) {
      const fact = { kind, value: value(match) };
      facts.set(`${kind} ${fact.value}`, fact);
    }
    left = left.replaceAll(pattern, (found) => ' '.repeat(found.length));
  }
  return facts.size === 0 ? [] : [...facts.values()];
}
