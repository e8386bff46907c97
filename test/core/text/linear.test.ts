import { expect, it, vi } from 'vitest';
import { makeFoldTable } from '../../../src/core/text/fold.js';
import { HitBuffer } from '../../../src/core/text/hits.js';
import { compileExact, compileFolded, type Matcher } from '../../../src/core/text/matcher.js';

const FOLD = makeFoldTable();

/** How many code units a scan reads: counted, not timed. */
function readsOf(matcher: Matcher, text: string): number {
  const reads = vi.spyOn(String.prototype, 'charCodeAt');
  try {
    matcher.scan(text, new HitBuffer());
    return reads.mock.calls.length;
  } finally {
    reads.mockRestore();
  }
}

const A50B = `${'a'.repeat(50)}b`;
const XY = `${'xy'.repeat(20)}z`;

it.each([
  { name: 'an empty text', words: ['ab'], piece: '' },
  { name: 'nearly the word, again and again', words: [XY, 'yxz'], piece: 'xy' },
  { name: 'one long run', words: [A50B, 'aab'], piece: 'a' },
  { name: 'only hits', words: ['ab', 'ba', 'aba'], piece: 'ab' },
  { name: 'noise', words: ['ab'], piece: 'a*' },
  { name: 'marks', words: ['abc'], piece: 'a。' },
])('$name: twice the text is at most twice the reads', ({ words, piece }) => {
  for (const matcher of [compileExact(words), compileFolded(words, FOLD)]) {
    const once = readsOf(matcher, piece.repeat(500));
    const twice = readsOf(matcher, piece.repeat(1000));
    expect(twice).toBeGreaterThanOrEqual(piece.length * 1000);
    expect(twice).toBeLessThanOrEqual(2 * once + 200);
    expect(twice).toBeLessThanOrEqual(60 * piece.length * 1000 + 10);
  }
});
