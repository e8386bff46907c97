import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkerOf } from './tables.js';

const check = checkerOf();
const pieces = [
  '武汉轻工大学 轻工大 武汉大学 北京 湖北武汉 长三角 火星 食品 金融行业 帅哥',
  '校友分会群 校友群 校友会 分会 总会 群 1 二 第3 01 2026 IV - ( ) 🌹 \u200b 官方 筹备 97级',
].flatMap((line) => [' ', ...line.split(' ')]);
const jumble = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''));
const anyName = fc.oneof(fc.string({ unit: 'binary' }), jumble);

describe('whatever the name', () => {
  it('answers without throwing; ok exactly when there is no problem', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const result = check(name);
        expect(result.name).toBe(name);
        expect(result.ok).toBe(result.problems.length === 0);
        expect(result.ok && result.suggestion !== null).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('proposes only what is in order itself, with a place or trade that the name has', () => {
    fc.assert(
      fc.property(jumble, (name) => {
        const { suggestion, fields } = check(name);
        if (suggestion === null) return;
        expect(check(suggestion)).toMatchObject({ ok: true, fields });
        for (const character of `${fields.place ?? ''}${fields.industry ?? ''}`)
          expect(name).toContain(character);
      }),
      { numRuns: 400 },
    );
  });
});
