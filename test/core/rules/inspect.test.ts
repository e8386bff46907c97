import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/model/finding.js';
import type { Message } from '../../../src/core/model/message.js';
import { createRules, inspect } from '../../../src/core/rules/index.js';
import type { Rule } from '../../../src/core/rules/rule.js';
import { scanLine, simpleJudge } from '../../../src/core/rules/scan.js';
import { shippedTools } from '../../corpus/shipped.js';

const MESSAGE: Message = {
  id: 'm1',
  groupId: 'g1',
  senderId: 'u1',
  at: 0,
  kind: 'text',
  text: '你好',
  title: null,
  url: null,
  file: null,
  mentions: [],
  quote: null,
};
const FINDING: Finding = {
  rule: 'a',
  category: 'insult',
  certainty: 'suspected',
  clause: 'x',
  score: 0.5,
  evidence: [],
};
const finds = (id: string): Rule => ({ id, clauses: [], message: () => [{ ...FINDING, rule: id }] });
const throws = (id: string): Rule => ({
  id,
  clauses: [],
  message: () => {
    throw new Error('broken');
  },
});

it('no rules: nothing', () => {
  expect(inspect([], MESSAGE)).toEqual({ findings: [], failures: [] });
});

it('a throwing rule is isolated', () => {
  const { findings, failures } = inspect([finds('a'), throws('b'), finds('c')], MESSAGE);
  expect(findings.map((finding) => finding.rule)).toEqual(['a', 'c']);
  expect(failures.map((failure) => failure.rule)).toEqual(['b']);
});

it('a hint that no rule raised is no finding', () => {
  const hints: Rule = { ...finds('a'), message: () => [{ ...FINDING, score: 0.4 }, FINDING] };
  expect(inspect([hints], MESSAGE).findings).toEqual([FINDING]);
});

it('wrong options are refused when the rules are made', () => {
  expect(() => createRules({ privacy: { listOf: 1 } }, shippedTools())).toThrow();
});

it.each([
  { name: 'no findings', findings: [], kind: 'allow', category: null },
  { name: 'suspected', findings: [FINDING], kind: 'review', category: 'insult' },
  {
    name: 'confirmed beside a higher suspicion',
    findings: [
      { ...FINDING, score: 0.8 },
      { ...FINDING, category: 'fraud', certainty: 'confirmed', score: 0.6 },
    ] satisfies Finding[],
    kind: 'violation',
    category: 'fraud',
  },
  {
    name: 'confirmed in a category that is only reviewed',
    findings: [{ ...FINDING, category: 'secrets', certainty: 'confirmed' }] satisfies Finding[],
    kind: 'review',
    category: 'secrets',
  },
])('judges: $name', ({ findings, kind, category }) => {
  expect(simpleJudge(findings)).toMatchObject({ kind, category });
});

const RULES = createRules({}, shippedTools());
const scan = (text: string) => scanLine(text, RULES, simpleJudge);

it('an empty text is allowed with score 0', () => {
  expect(scan('')).toEqual({ verdict: 'allow', category: null, score: 0, findings: [], failures: [] });
});

it.each([
  { name: '100 kB of talk', text: '今天的天气真好我们去公园走走吧，'.repeat(6000) },
  { name: '100 kB of one letter', text: 'a'.repeat(100_000) },
  { name: '100 kB of digits', text: '1'.repeat(100_000) },
  { name: '100 kB of spaces', text: ' '.repeat(100_000) },
  { name: 'control characters', text: '\u0000\u0001\u0007你\u001b[31m好\u007f' },
  { name: 'lone surrogates', text: '你\ud83d好\ude00吗\ud83d' },
  { name: 'right-to-left overrides', text: '\u202e你好吗\u202c\u2066朋友\u2069' },
  { name: 'emoji only', text: '😀😀👨‍👩‍👧‍👦🏳️‍🌈' },
])('$name: no crash, no finding', ({ text }) => {
  expect(scan(text)).toMatchObject({ verdict: 'allow', findings: [], failures: [] });
});

it('100 kB of hits ends, and the evidence is where it says', () => {
  const text = '百家乐开户送彩金加微信abc12345，'.repeat(5000);
  const { verdict, findings } = scan(text);
  expect(verdict).toBe('violation');
  for (const { start, end, text: found } of findings.flatMap((finding) => finding.evidence)) {
    expect(text.slice(start, end)).toBe(found);
  }
});

it('the title of a link without words is judged', () => {
  const message: Message = {
    ...MESSAGE,
    kind: 'link',
    text: '',
    title: '澳门百家乐线上开户，注册送彩金88元',
  };
  expect(inspect(RULES, message).findings.map((finding) => finding.category)).toEqual(['gambling']);
});

it('the quoted part is not the author’s', () => {
  const quote = { from: 'u2', text: '你是傻逼' };
  expect(inspect(RULES, { ...MESSAGE, quote }).findings).toEqual([]);
});
