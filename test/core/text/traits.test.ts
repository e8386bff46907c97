import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRules } from '../../../src/core/rules/index.js';
import { plainMessage } from '../../../src/core/rules/scan.js';
import { TRAITS, traitsOf } from '../../../src/core/text/traits.js';
import { shippedTools } from '../../corpus/shipped.js';

describe('traits', () => {
  it.each([
    { name: 'nothing: none', text: '', want: 0 },
    { name: 'ordinary talk: none', text: '晚上一起吃饭吗', want: 0 },
    { name: 'one digit is no number', text: '三', want: 0 },
    { name: 'two are', text: '第十三排四座', want: TRAITS.numbers },
    { name: 'in other shapes too', text: '①②', want: TRAITS.numbers },
    { name: 'and in letters outside the first plane', text: '𝟏𝟑', want: TRAITS.numbers },
    { name: 'a dot', text: '好。', want: TRAITS.dots },
    { name: 'a secret', text: '机密', want: TRAITS.secrecy },
    { name: 'papers', text: '病历', want: TRAITS.papers },
    { name: 'several', text: '10.5 密', want: TRAITS.numbers | TRAITS.dots | TRAITS.secrecy },
  ])('$name', ({ text, want }) => {
    expect(traitsOf(text)).toBe(want);
  });

  // What the rules look for, and what it is disguised with.
  const PIECES = [
    '绝密★',
    '机 密☆',
    '密级:秘密',
    '病历显示他有乙肝',
    '他的体检报告:大三阳',
    '真名叫王小明',
    '行踪',
    '110101199003078515',
    '6222021234567890123',
    '13800138000',
    '①③⑧00138000',
    '幺三八零零幺三八零零零',
    'http://1.2.3.4/a',
    'jd-x[.]icu',
    'abc点com',
    '下载 a.exe',
    'xn--a',
    'www.kk88.top',
    '𝐚𝐛𝐜.𝐜𝐨𝐦',
    'ABC 123',
    '威29526 Q 77544',
    '嶶 123456',
    '他住在3栋1单元402',
    '，',
    ' ',
    '加我',
    '查到了',
    '曝光',
    '登录',
  ];

  it('a rule finds nothing in a text that has none of the traits it needs', () => {
    const rules = createRules({}, shippedTools()).filter(({ needs }) => needs !== undefined);
    expect(rules.map(({ id }) => id)).toEqual(['privacy', 'secrets', 'unsafe-link', 'contact', 'off-topic']);
    const text = fc.array(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 3 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const message = plainMessage(pieces.join(''));
        for (const rule of rules) {
          if (((rule.needs ?? 0) & traitsOf(message.text)) === 0) expect(rule.message(message)).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
