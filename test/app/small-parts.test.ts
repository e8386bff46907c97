import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/app/conversations.js';
import { createCounters } from '../../src/app/counters.js';
import { createLanes } from '../../src/app/lanes.js';
import { createSeen } from '../../src/app/seen.js';
import { MINUTE } from '../../src/core/model/instant.js';
import type { Count } from '../../src/ports.js';
import { NOW } from '../builders/model.js';

describe('ids seen', () => {
  it('an id is new once', () => {
    const seen = createSeen();
    expect([seen.add('a'), seen.add('a'), seen.add('b')]).toEqual([true, false, true]);
  });

  it('bounded: at least one generation is remembered', () => {
    const seen = createSeen(3);
    for (const id of ['a', 'b', 'c', 'd', 'e']) seen.add(id);
    expect([seen.add('c'), seen.add('d'), seen.add('e')]).toEqual([false, false, false]);
    for (const id of ['f', 'g', 'h', 'i']) seen.add(id);
    expect(seen.add('a')).toBe(true);
  });
});

describe('counters', () => {
  it('nothing counted: nothing written', async () => {
    const written: Count[][] = [];
    const counters = createCounters({
      addCounts: (counts) => Promise.resolve(void written.push([...counts])),
    });
    await counters.flush();
    expect(written).toEqual([]);
  });

  it('counts by group and day, and writes each message once', async () => {
    const written: Count[] = [];
    const counters = createCounters({ addCounts: (counts) => Promise.resolve(void written.push(...counts)) });
    for (const [group, day] of [
      ['g1', '2026-03-02'],
      ['g2', '2026-03-02'],
      ['g1', '2026-03-02'],
      ['g1', '2026-03-03'],
    ] as const)
      counters.add(group, day);
    await counters.flush();
    counters.add('g1', '2026-03-02');
    await counters.flush();
    await counters.flush();
    expect(counters.total()).toBe(5);
    expect(written.map(({ groupId, day, value }) => `${groupId} ${day} ${value}`)).toEqual([
      'g1 2026-03-02 2',
      'g2 2026-03-02 1',
      'g1 2026-03-03 1',
      'g1 2026-03-02 1',
    ]);
  });
});

describe('lanes', () => {
  it('one key in order, another beside it; a failure does not stop the lane', async () => {
    const lanes = createLanes();
    const log: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = lanes.run('a', async () => {
      await gate;
      log.push('a1');
      throw new Error('a1 fails');
    });
    const second = lanes.run('a', () => Promise.resolve(void log.push('a2')));
    await lanes.run('b', () => Promise.resolve(void log.push('b1')));
    open();
    await expect(first).rejects.toThrow('a1 fails');
    await second;
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });
});

describe('conversations', () => {
  const question = { groupId: 'g1', command: '警告', rest: '{} 吵架', options: ['u5', 'u6'], at: NOW };

  it('nothing asked: no answer, no group, no code', () => {
    const talk = createConversations();
    expect([
      talk.answer('u1', 1, NOW),
      talk.chosen('u1'),
      talk.redeem('A123', 'u1', NOW),
      talk.groupOfCode('A123', 'u1', NOW),
    ]).toEqual([null, null, null, null]);
  });

  it('an answer in time names the member by id and the group', () => {
    const talk = createConversations();
    talk.ask('u1', question);
    expect(talk.answer('u1', 2, NOW + 5 * MINUTE)).toEqual({
      typed: { name: '警告', rest: 'id:u6 吵架' },
      line: '警告 id:u6 吵架',
      groupId: 'g1',
    });
    expect(talk.answer('u1', 2, NOW)).toBeNull();
  });

  it.each([
    { name: 'too late', actor: 'u1', number: 1, now: NOW + 5 * MINUTE + 1 },
    { name: 'another person', actor: 'u2', number: 1, now: NOW },
    { name: 'a number that was not offered', actor: 'u1', number: 3, now: NOW },
    { name: 'zero', actor: 'u1', number: 0, now: NOW },
  ])('$name: no answer', ({ actor, number, now }) => {
    const talk = createConversations();
    talk.ask('u1', question);
    expect(talk.answer(actor, number, now)).toBeNull();
  });

  it('a code knows its group for its owner alone, and only in time', () => {
    const talk = createConversations();
    const task = { kind: 'removal', memberId: 'u5', reason: '' } as const;
    const pending = { actorId: 'u2', groupId: 'g1', task, until: NOW };
    talk.keep('A123', pending);
    expect([
      talk.groupOfCode('a123', 'u2', NOW),
      talk.groupOfCode('A123', 'u3', NOW),
      talk.groupOfCode('A123', 'u2', NOW + 1),
    ]).toEqual(['g1', null, null]);
    expect(talk.redeem('A123', 'u3', NOW)).toBeNull();
    expect(talk.redeem('a123', 'u2', NOW)).toEqual(pending);
    expect(talk.redeem('A123', 'u2', NOW)).toBeNull();
  });
});
