import { expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.js';

it.each([
  { name: 'no candidates', word: 'a', candidates: [], want: null },
  { name: 'no word', word: '', candidates: ['a'], want: null },
  { name: 'the word itself', word: 'mode', candidates: ['card', 'mode'], want: 'mode' },
  { name: 'camel case', word: 'groupName', candidates: ['name', 'group-name'], want: 'group-name' },
  { name: 'two letters swapped', word: 'mdoe', candidates: ['name', 'mode'], want: 'mode' },
  { name: 'one letter missing', word: 'strkes', candidates: ['strikes'], want: 'strikes' },
  { name: 'nothing like it', word: 'timezone', candidates: ['mode', 'card', 'id'], want: null },
])('$name', ({ word, candidates, want }) => {
  expect(nearest(word, candidates)).toBe(want);
});
