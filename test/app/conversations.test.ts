import { describe, expect, it } from 'vitest';
import type { Pending } from '../../src/app/codes.js';
import { createConversations } from '../../src/app/conversations.js';
import { HOUR, MINUTE } from '../../src/core/model/instant.js';
import { NOW } from '../builders/model.js';

it('nothing asked, nothing kept: no answer, no group, no line, no code', () => {
  const talk = createConversations();
  expect([
    talk.answer('u1', 1, NOW),
    talk.chosen('u1'),
    talk.expected('u1', NOW),
    talk.redeem('A123', 'u1', NOW),
    talk.groupOfCode('A123', 'u1', NOW),
  ]).toEqual([null, null, null, null, null]);
});

describe('which of several members was meant', () => {
  const question = { groupId: 'g1', command: '警告', rest: '{} 吵架', options: ['u5', 'u6'], at: NOW };

  it.each([
    { name: 'at once', number: 1, now: NOW, id: 'u5' },
    { name: 'in the last millisecond of five minutes', number: 2, now: NOW + 5 * MINUTE, id: 'u6' },
  ])('$name: the same command with the id, once', ({ number, now, id }) => {
    const talk = createConversations();
    talk.ask('u1', question);
    expect(talk.answer('u1', number, now)).toEqual({
      typed: { name: '警告', rest: `id:${id} 吵架` },
      line: `警告 id:${id} 吵架`,
      table: null,
      groupId: 'g1',
    });
    expect(talk.answer('u1', number, now)).toBeNull();
    expect(talk.chosen('u1')).toBeNull();
  });

  it.each([
    { name: 'too late', actor: 'u1', number: 1, now: NOW + 5 * MINUTE + 1 },
    { name: 'another person', actor: 'u2', number: 1, now: NOW },
    { name: 'a number that was not offered', actor: 'u1', number: 3, now: NOW },
    { name: 'zero', actor: 'u1', number: 0, now: NOW },
  ])('$name: no answer, and the question stays', ({ actor, number, now }) => {
    const talk = createConversations();
    talk.ask('u1', question);
    expect(talk.answer(actor, number, now)).toBeNull();
    expect(talk.answer('u1', 1, NOW)?.typed?.rest).toBe('id:u5 吵架');
  });

  it('an id that reads like a pattern of replacing is put in as it is', () => {
    const talk = createConversations();
    talk.ask('u1', { ...question, options: ['$&'] });
    expect(talk.answer('u1', 1, NOW)?.line).toBe('警告 id:$& 吵架');
  });

  it('a second question takes the place of the first', () => {
    const talk = createConversations();
    talk.ask('u1', question);
    talk.askGroup('u1', { line: '状态', sent: null, options: ['g7'], at: NOW });
    expect(talk.answer('u1', 1, NOW)?.groupId).toBe('g7');
  });
});

describe('which of several groups was meant', () => {
  it('the answer is the same line about that group, which is spoken of from then on', () => {
    const talk = createConversations();
    talk.askGroup('u1', { line: '状态', sent: null, options: ['g1', 'g2'], at: NOW });
    expect(talk.answer('u1', 2, NOW)).toEqual({ typed: null, line: '状态', table: null, groupId: 'g2' });
    expect([talk.chosen('u1'), talk.chosen('u2')]).toEqual(['g2', null]);
  });

  it('a table that was sent in place of a line is kept with what it asks for', () => {
    const talk = createConversations();
    const sent = {
      typed: { name: '名册', rest: '导入' },
      table: { kind: 'rows', rows: [['张三']] },
    } as const;
    talk.askGroup('u1', { line: '', sent, options: ['g1', 'g2'], at: NOW });
    expect(talk.answer('u1', 1, NOW)).toEqual({ ...sent, line: '', groupId: 'g1' });
  });

  it('a group is chosen by each for himself; the last choice holds', () => {
    const talk = createConversations();
    talk.choose('u1', 'g1');
    talk.choose('u2', 'g2');
    talk.choose('u1', 'g3');
    expect([talk.chosen('u1'), talk.chosen('u2')]).toEqual(['g3', 'g2']);
  });
});

describe('the line that a command asked for', () => {
  const line = { command: '认领', prefix: '1', at: NOW };

  it.each([
    { name: 'within the hour', actor: 'u1', now: NOW + HOUR, want: line },
    { name: 'later', actor: 'u1', now: NOW + HOUR + 1, want: null },
    { name: 'of another person', actor: 'u2', now: NOW, want: null },
  ])('$name', ({ actor, now, want }) => {
    const talk = createConversations();
    talk.expect('u1', line);
    expect(talk.expected(actor, now)).toEqual(want);
  });

  it('is expected once', () => {
    const talk = createConversations();
    talk.expect('u1', line);
    talk.expected('u1', NOW);
    expect(talk.expected('u1', NOW)).toBeNull();
  });
});

describe('codes', () => {
  const kept = (over: Partial<Pending> = {}): Pending => ({
    actorId: 'u1',
    groupId: 'g1',
    task: { kind: 'removal', memberId: 'u5', reason: '' },
    until: NOW,
    ...over,
  });

  it('a code knows its group for its owner alone, and only in time', () => {
    const talk = createConversations();
    talk.keep('a123', kept());
    expect([
      talk.groupOfCode('A123', 'u1', NOW),
      talk.groupOfCode('a123', 'u1', NOW),
      talk.groupOfCode('a123', 'u2', NOW),
      talk.groupOfCode('a123', 'u1', NOW + 1),
      talk.groupOfCode('a124', 'u1', NOW),
    ]).toEqual(['g1', 'g1', null, null, null]);
  });

  it('is redeemed once, by its owner, in either case', () => {
    const talk = createConversations();
    talk.keep('A123', kept());
    expect(talk.redeem('A123', 'u2', NOW)).toBeNull();
    expect(talk.redeem('a123', 'u1', NOW)).toEqual(kept());
    expect(talk.redeem('A123', 'u1', NOW)).toBeNull();
  });

  it('a code that was tried too late is gone, whatever the clock says then', () => {
    const talk = createConversations();
    talk.keep('A123', kept());
    expect(talk.redeem('A123', 'u1', NOW + 1)).toBeNull();
    expect(talk.redeem('A123', 'u1', NOW)).toBeNull();
  });

  it('the same code given to two stands for each one’s own', () => {
    const talk = createConversations();
    const other = kept({ actorId: 'u2', task: { kind: 'reverse-word', word: '代理' } });
    talk.keep('A123', kept());
    talk.keep('A123', other);
    expect(talk.redeem('A123', 'u1', NOW)).toEqual(kept());
    expect(talk.redeem('A123', 'u2', NOW)).toEqual(other);
  });

  it.each([
    { name: 'five minutes older than the new one: forgotten', until: NOW - 5 * MINUTE, want: null },
    { name: 'less: kept', until: NOW - 5 * MINUTE + 1, want: 'g1' },
  ])('an old code, $name', ({ until, want }) => {
    const talk = createConversations();
    talk.keep('A123', kept({ until }));
    talk.keep('B123', kept());
    expect(talk.groupOfCode('A123', 'u1', until)).toBe(want);
    expect(talk.groupOfCode('B123', 'u1', NOW)).toBe('g1');
  });
});

describe('guessing the operator’s codes', () => {
  const wrong = (
    talk: ReturnType<typeof createConversations>,
    count: number,
    who: (index: number) => string,
  ) => {
    for (let index = 0; index < count; index += 1) talk.guessedWrong(who(index), NOW);
  };

  it.each([
    { name: 'none wrong yet', count: 0, who: () => 'u1', now: NOW, may: true },
    { name: 'four of one person', count: 4, who: () => 'u1', now: NOW, may: true },
    { name: 'five of one person', count: 5, who: () => 'u1', now: NOW, may: false },
    { name: 'five of another', count: 5, who: () => 'u2', now: NOW, may: true },
    {
      name: 'five, a millisecond short of an hour ago',
      count: 5,
      who: () => 'u1',
      now: NOW + HOUR - 1,
      may: false,
    },
    { name: 'five, an hour ago', count: 5, who: () => 'u1', now: NOW + HOUR, may: true },
    { name: 'twenty-nine of all', count: 29, who: (index: number) => `v${index}`, now: NOW, may: true },
    { name: 'thirty of all', count: 30, who: (index: number) => `v${index}`, now: NOW, may: false },
    {
      name: 'thirty of all, an hour ago',
      count: 30,
      who: (index: number) => `v${index}`,
      now: NOW + HOUR,
      may: true,
    },
  ])('$name', ({ count, who, now, may }) => {
    const talk = createConversations();
    wrong(talk, count, who);
    expect(talk.mayGuess('u1', now)).toBe(may);
  });
});
