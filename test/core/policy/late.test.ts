import { expect, it } from 'vitest';
import type { Action } from '../../../src/core/model/action.js';
import { isLate } from '../../../src/core/policy/late.js';

const HOUR = 3_600_000;
const group = { groupId: 'g' };
const member = { id: 'm', name: 'M' };
const about = { caseId: 1, rule: 'advert', category: 'advert' } as const;
const of = { ...group, member, about };
/** What somebody has to know, decide or be given, by the kind of action. */
const EVERLASTING = [
  'introduce',
  'removal-report',
  'notice-advice',
  'notice-cleared',
  'rename',
  'announce',
  'invite',
  'report',
  'accept',
];
const as = (action: object): Action => action as Action;

it.each([
  { name: 'nothing waits that fell due this moment', action: as({ kind: 'warn', ...of }), keeps: 3 },
  { name: 'that somebody was removed', action: as({ kind: 'removal-notice', ...of }), keeps: 3 },
  { name: 'a word about a notice', action: as({ kind: 'notice-note', ...of }), keeps: 3 },
  { name: 'the list of cards', action: as({ kind: 'card-roll', ...group }), keeps: 3 },
  { name: 'a line in the group about a card', action: as({ kind: 'card-note', ...of }), keeps: 3 },
  { name: 'an answer in the group', action: as({ kind: 'reply', ...group, to: null }), keeps: 1 },
  { name: 'an answer in private', action: as({ kind: 'reply', ...group, to: member }), keeps: 24 },
  { name: 'a removal of its own', action: as({ kind: 'remove', ...of, decidedBy: 'bot' }), keeps: 12 },
  { name: 'taking a message back', action: as({ kind: 'recall', ...group }), keeps: 1 },
  { name: 'a word to the group', action: as({ kind: 'tell', ...group, to: null }), keeps: 12 },
])('$name: makes sense for $keeps hours, and not after', ({ action, keeps }) => {
  const due = 100 * HOUR;
  expect([due, due + keeps * HOUR, due + keeps * HOUR + 1].map((now) => isLate(action, due, now))).toEqual([
    false,
    false,
    true,
  ]);
});

it.each([
  { name: 'a removal that a person ordered', action: as({ kind: 'remove', ...of, decidedBy: 'person' }) },
  { name: 'a question to the owner', action: as({ kind: 'request', ...of }) },
  { name: 'an alert', action: as({ kind: 'alert', ...of }) },
  { name: 'a digest', action: as({ kind: 'digest', ...group }) },
  { name: 'a word to a person', action: as({ kind: 'tell', ...group, to: member }) },
  ...EVERLASTING.map((kind) => ({ name: kind, action: as({ kind, ...of }) })),
  { name: 'that a decision was reversed', action: as({ kind: 'reversed', ...of }) },
])('$name does not go bad', ({ action }) => {
  expect(isLate(action, 0, 1000 * HOUR)).toBe(false);
});
