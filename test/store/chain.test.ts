import { expect, it } from 'vitest';
import { canonical, GENESIS, linkHash } from '../../src/store/chain.js';

it.each([
  { name: 'no data', data: {}, want: '{}' },
  {
    name: 'keys by code unit',
    data: { b: 1, a: null, B: true, 群: '哨' },
    want: '{"B":true,"a":null,"b":1,"群":"哨"}',
  },
  {
    name: 'quotes, NUL and a lone surrogate escaped',
    data: { 'a"': '\0\uD83C' },
    want: '{"a\\"":"\\u0000\\ud83c"}',
  },
  { name: 'no number that JSON has', data: { n: Number.NaN }, want: '{"n":null}' },
])('canonical: $name', ({ data, want }) => {
  expect(canonical(data)).toBe(want);
});

it('hashes the predecessor, a line break and the fields as one JSON array', () => {
  // printf '%s\n[1,5,"bot","x",null,"{}"]' 0000…0000 | sha256sum
  const link = { seq: 1, at: 5, actor: 'bot', kind: 'x', group_id: null, data: '{}' };
  expect(linkHash(GENESIS, link)).toBe('f4ed349842aa24d5a24af0c85b26ad159c5431d67bf79d861c3ef1adf0fde3df');
});
