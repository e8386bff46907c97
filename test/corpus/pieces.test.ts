import { describe, expect, it } from 'vitest';
import { createPieceWatch } from '../../src/app/conduct/pieces.js';
import { createRules, inspect } from '../../src/core/rules/index.js';
import type { Finding } from '../../src/core/model/finding.js';
import { aMessage } from '../builders/model.js';
import { IN_THREE, IN_TWO, ORDINARY_IN_THREE, ORDINARY_IN_TWO, type Talk } from './pieces.js';
import { shippedTools } from './shipped.js';

const RULES = createRules({}, shippedTools());
const shown = (talk: Talk): string => talk.map(([who, text]) => `${who}:${text}`).join(' / ');
const rows = (talks: readonly Talk[]) => talks.map((talk) => ({ name: shown(talk), talk }));

type Line = readonly [who: string, text: string];

/** What each message leads to, ten seconds apart. */
function play(talk: readonly Line[]): readonly (readonly Finding[])[] {
  const watch = createPieceWatch(RULES);
  return talk.map(([senderId, text], index) => {
    const message = aMessage({ id: `m${index}`, senderId, text, at: index * 10_000 });
    return watch.see(message, inspect(RULES, message).findings);
  });
}

it.each([
  { name: 'two offences in two messages', talks: IN_TWO },
  { name: 'offences in three', talks: IN_THREE },
  { name: 'ordinary talk in two', talks: ORDINARY_IN_TWO },
  { name: 'ordinary talk in three', talks: ORDINARY_IN_THREE },
])('$name: ten cases', ({ talks }) => {
  expect(talks.length).toBe(10);
});

describe.each([...rows(IN_TWO), ...rows(IN_THREE)])('$name', ({ talk }) => {
  it('is found at its last piece, as a suspicion, with evidence in that piece', () => {
    const found = play(talk);
    const last = talk.at(-1)?.[1] ?? '';
    expect(found.slice(0, -1).flat()).toEqual([]);
    expect(found.at(-1)).not.toEqual([]);
    for (const { certainty, evidence } of found.at(-1) ?? []) {
      expect(certainty).toBe('suspected');
      for (const { start, end, text } of evidence) expect(last.slice(start, end)).toBe(text);
    }
  });

  it('says nothing where every piece is of another member', () => {
    expect(play(talk.map(([, text], index) => [`${index}`, text])).flat()).toEqual([]);
  });
});

it.each([...rows(ORDINARY_IN_TWO), ...rows(ORDINARY_IN_THREE)])('$name is left alone', ({ talk }) => {
  expect(play(talk).flat()).toEqual([]);
});
