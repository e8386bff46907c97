import { describe, expect, it } from 'vitest';
import { countActive } from '../../../src/core/model/strike.js';
import { shownName } from '../../../src/core/model/member.js';
import { aMember, aStrike, NOW } from '../../builders/model.js';

describe('countActive', () => {
  it.each([
    { name: 'no strikes', strikes: [], want: 0 },
    { name: 'never expires: counted', strikes: [aStrike({ expiresAt: null })], want: 1 },
    { name: 'expires in a millisecond: counted', strikes: [aStrike({ expiresAt: NOW + 1 })], want: 1 },
    { name: 'expires exactly now: not counted', strikes: [aStrike({ expiresAt: NOW })], want: 0 },
    { name: 'expired: not counted', strikes: [aStrike({ expiresAt: NOW - 1 })], want: 0 },
    { name: 'reversed: not counted', strikes: [aStrike({ reversedAt: NOW })], want: 0 },
    {
      name: 'its removal waits for an answer: not counted',
      strikes: [aStrike({ undecided: true })],
      want: 0,
    },
    { name: 'observed: not counted', strikes: [aStrike({ observed: true })], want: 0 },
    {
      name: 'two that weigh, one that does not',
      strikes: [aStrike(), aStrike(), aStrike({ observed: true })],
      want: 2,
    },
  ])('$name', ({ strikes, want }) => {
    expect(countActive(strikes, NOW)).toBe(want);
  });
});

describe('shownName', () => {
  it.each([
    { name: 'no card: the contact name', card: '', want: '李雷' },
    { name: 'a card of blanks is no card', card: ' \u3000', want: '李雷' },
    { name: 'a card is shown', card: '李雷-武汉-化学97级', want: '李雷-武汉-化学97级' },
  ])('$name', ({ card, want }) => {
    expect(shownName(aMember({ card }))).toBe(want);
  });
});
