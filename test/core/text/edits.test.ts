import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../src/core/text/edits.js';

describe('editsBetween', () => {
  it.each([
    { name: 'nothing and nothing', a: '', b: '', want: 0 },
    { name: 'nothing and a word', a: '', b: '移出', want: 2 },
    { name: 'the same', a: '状态', b: '状态', want: 0 },
    { name: 'one mistaken', a: '状太', b: '状态', want: 1 },
    { name: 'one left out', a: 'remov', b: 'remove', want: 1 },
    { name: 'neighbours that changed places', a: '态状', b: '状态', want: 1 },
    { name: 'far apart', a: 'abc', b: 'xyz', want: 3 },
  ])('$name', ({ a, b, want }) => {
    expect(editsBetween(a, b)).toBe(want);
  });

  it('is the same both ways, and no less than the lengths differ', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editsBetween(a, b)).toBe(editsBetween(b, a));
        expect(editsBetween(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});
