import { describe, expect, it } from 'vitest';
import { actionsAbout } from '../../../bot/wording/examples/actions.js';
import type { Action } from '../../../src/core/model/action.js';
import { MINUTE } from '../../../src/core/model/instant.js';
import { held, isModeration, waitsForMorning } from '../../../src/core/policy/timing.js';
import { NOW } from '../../builders/model.js';

const ABOUT = { caseId: 1, rule: 'words', category: 'advertising' } as const;
const PERSON = { id: 'u5', name: '李雷' };

/** Deeds, which have no words and so no example among the sentences. */
const DEEDS: readonly Action[] = [
  { kind: 'recall', groupId: 'g1', messageId: 'm1', about: ABOUT, sender: PERSON },
  { kind: 'rename', groupId: 'g1', name: '分会群', by: PERSON },
  { kind: 'announce', groupId: 'g1', telling: { kind: 'recall-please' } },
  { kind: 'invite', groupId: 'g1', to: PERSON },
  { kind: 'report', groupId: 'g1', about: ABOUT, telling: { kind: 'recall-please' } },
];

const of = (kind: Action['kind']): readonly Action[] =>
  [...actionsAbout('advertising'), ...DEEDS].filter((action) => action.kind === kind);

/** Kind, whether it waits for the morning, whether a watched group is spared it. */
const TABLE = [
  ['introduce', false, false],
  ['reply', false, false],
  ['alert', false, true],
  ['recall', false, true],
  ['invite', false, false],
  ['report', false, true],
  ['rename', false, true],
  ['announce', false, true],
  ['warn', true, true],
  ['removal-notice', true, true],
  ['removal-report', true, true],
  ['request', true, true],
  ['notice-note', true, true],
  ['notice-advice', true, true],
  ['notice-cleared', true, false],
  ['card-note', true, true],
  ['card-roll', true, true],
  ['reversed', true, false],
  ['digest', true, false],
] as const;

describe('when an action is done, and whether a watched group sees it', () => {
  it.each(TABLE)(
    '%s, about advertising: waits for the morning %s, moderates %s',
    (kind, waits, moderates) => {
      const actions = of(kind);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) {
        expect(waitsForMorning(action)).toBe(waits);
        expect(isModeration(action)).toBe(moderates);
      }
    },
  );

  it.each(['warn', 'removal-notice', 'removal-report', 'request'] as const)(
    '%s, about fraud: at once',
    (kind) => {
      const grave = actionsAbout('fraud').filter((action) => action.kind === kind);
      expect(grave.length).toBeGreaterThan(0);
      expect(grave.filter(waitsForMorning)).toEqual([]);
    },
  );

  it('who copies an official is asked about at once', () => {
    const requests = actionsAbout('impersonation').filter(({ kind }) => kind === 'request');
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter(waitsForMorning)).toEqual([]);
  });

  it.each([
    { urgency: 'at-once', audience: 'service', waits: false, moderates: false },
    { urgency: 'daytime', audience: 'service', waits: true, moderates: false },
    { urgency: 'daytime', audience: 'moderation', waits: true, moderates: true },
  ] as const)('a line said $urgency as $audience', ({ urgency, audience, waits, moderates }) => {
    for (const tell of of('tell')) {
      if (tell.kind !== 'tell') continue;
      expect(waitsForMorning({ ...tell, urgency, audience })).toBe(waits);
      expect(isModeration({ ...tell, urgency, audience })).toBe(moderates);
    }
  });
});

describe('held', () => {
  const warn = of('warn')[0];
  it.each([
    { name: 'at once', wait: 0, since: false },
    { name: 'exactly two minutes later: a recall is still welcome', wait: 2 * MINUTE, since: false },
    { name: 'a moment later than that', wait: 2 * MINUTE + 1, since: true },
  ])('a warning said $name', ({ wait, since }) => {
    if (warn?.kind !== 'warn') throw new Error('no warning among the examples');
    const fresh = { ...warn, heldSince: null };
    expect(held(fresh, NOW, NOW + wait)).toEqual(since ? { ...fresh, heldSince: NOW } : fresh);
  });

  it('other actions do not speak of the time', () => {
    for (const action of of('request')) expect(held(action, NOW, NOW + 60 * MINUTE)).toBe(action);
  });
});
