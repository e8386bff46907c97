import { expect, it } from 'vitest';
import { createRules } from '../../../src/core/rules/index.js';
import { isBankCard, isIdNumber } from '../../../src/core/rules/numbers.js';
import { scanLine, simpleJudge } from '../../../src/core/rules/scan.js';
import { shippedTools } from '../../corpus/shipped.js';

const RULES = createRules({}, shippedTools()).filter((rule) => rule.id === 'privacy');

it.each([
  { name: 'an empty text', text: '', want: 'allow' },
  { name: 'an ID number with its check digit', text: '身份证11010519491231002X', want: 'violation' },
  { name: 'a small x', text: '11010519491231002x', want: 'violation' },
  { name: 'a wrong check digit', text: '110105194912310021', want: 'allow' },
  { name: 'a day that is none', text: '110105194902310028', want: 'allow' },
  { name: 'an order number of 20 digits', text: '订单11010519491231002012', want: 'allow' },
  { name: 'a bank card', text: '卡号6222 0212 3456 7890 128', want: 'review' },
  { name: 'a bank card with a wrong check digit', text: '卡号6222 0212 3456 7890 129', want: 'allow' },
  { name: 'a number of few different digits', text: '卡号 4111 1111 1111 1111', want: 'allow' },
  { name: 'one’s own phone number', text: '我的电话13800138000', want: 'allow' },
  { name: 'two numbers', text: '我13800138000，老王13900139000', want: 'allow' },
  { name: 'the same number thrice', text: '13800138000 13800138000 13800138000', want: 'allow' },
  { name: 'a list of three', text: '张13800138000 李13900139000 王13700137000', want: 'review' },
  {
    name: 'a list of six',
    text: '13800138000 13900139000 13700137000 13600136000 13500135000 13400134000',
    want: 'violation',
  },
])('$name', ({ text, want }) => {
  expect(scanLine(text, RULES, simpleJudge).verdict).toBe(want);
});

it('checks ID numbers by GB 11643', () => {
  expect(['11010519491231002X', '110105194912310021', ''].map(isIdNumber)).toEqual([true, false, false]);
});

it('checks cards by Luhn', () => {
  expect(['6212345678901232', '6212345678901233', ''].map(isBankCard)).toEqual([
    luhn('6212345678901232'),
    luhn('6212345678901233'),
    false,
  ]);
});

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.at(-1 - at));
    sum += at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
