import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/core/model/event.js';
import { applyEvent } from '../../src/simulate/apply.js';
import { createVirtualClock } from '../../src/simulate/clock.js';
import { EVENT_TYPES } from '../../src/simulate/event.js';
import { parseEvent } from '../../src/simulate/parse.js';
import { createSimulatedPlatform, type TranscriptLine } from '../../src/simulate/platform.js';
import { createReplay } from '../../src/simulate/replay.js';
import { createWorld, mayRemove, type World } from '../../src/simulate/world.js';
import { aGroup } from '../builders/model.js';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import type { Event } from '../fakes/stage.js';

/** Lets the events happen; what the bot heard of the last. */
function happen(world: World, ...events: readonly Event[]): Inbound | null {
  let heard: Inbound | null = null;
  for (const one of events) {
    const parsed = parseEvent(one);
    if (parsed.kind === 'wrong') throw new Error(parsed.reason);
    heard = applyEvent(world, parsed.event, parsed.at);
  }
  return heard;
}

describe('parseEvent', () => {
  it.each([
    { name: 'nothing', value: null, want: /不是 JSON 对象/u },
    { name: 'an empty object', value: {}, want: /type 不认识/u },
    { name: 'a type that every object has', value: { type: 'constructor' }, want: /type 不认识/u },
    { name: 'an empty id', value: { ...say('03-02 09:00', 'u1', ''), id: '' }, want: /message 事件缺少 id/u },
    {
      name: 'a nested field',
      value: event('03-02 09:00', 'join', { member: { name: '李雷' } }),
      want: /join 事件缺少 member\.id/u,
    },
    {
      name: 'a bot that is nothing known',
      value: meet('03-02 09:00', { bot: 'king' }),
      want: /group 事件缺少 bot/u,
    },
  ])('$name is refused', ({ value, want }) => {
    expect(parseEvent(value)).toMatchObject({ kind: 'wrong', reason: expect.stringMatching(want) as string });
  });

  it.each([
    { at: '2026-03-02T09:00:00+08:00', want: '2026-03-02T01:00:00.000Z' },
    { at: '2026-03-02T01:00:00Z', want: '2026-03-02T01:00:00.000Z' },
    { at: '2026-03-02T01:00:00.5Z', want: '2026-03-02T01:00:00.500Z' },
    { at: '2026-03-02T09:00+0800', want: '2026-03-02T01:00:00.000Z' },
  ])('$at', ({ at, want }) => {
    const parsed = parseEvent({ type: 'clock', at });
    expect(parsed.kind === 'event' ? new Date(parsed.at).toISOString() : parsed).toBe(want);
  });

  it('a field of tomorrow is read over', () => {
    expect(parseEvent({ ...clock('03-02 09:00'), mood: 'sunny' }).kind).toBe('event');
  });
});

describe('the world', () => {
  it('nobody there: nothing is known', () => {
    const world = createWorld();
    expect([world.group('g1'), world.members('g1'), world.member('g1', 'u1'), world.groupOf('m1')]).toEqual([
      null,
      [],
      null,
      null,
    ]);
  });

  it('an unknown sender is a member from then on', () => {
    const world = createWorld();
    happen(world, meet('03-02 09:00'), say('03-02 09:01', 'u77', '早'));
    expect(world.member('g1', 'u77')).toEqual({ id: 'u77', name: 'u77', card: '' });
  });

  it.each([
    { name: 'without members: they stay', over: { members: undefined }, want: PEOPLE.length },
    { name: 'with an empty list: nobody is there', over: { members: [] }, want: 0 },
  ])('a second word about the group, $name', ({ over, want }) => {
    const world = createWorld();
    happen(world, meet('03-02 09:00'), meet('03-02 09:01', { name: '新名', ...over }));
    expect(world.group('g1')?.name).toBe('新名');
    expect(world.members('g1')).toHaveLength(want);
  });

  it('joining, a card, leaving, a topic, roles', () => {
    const world = createWorld();
    happen(world, meet('03-02 09:00'));
    expect(
      happen(world, event('03-02 09:01', 'join', { member: { id: 'u7', name: '小王' }, inviter: 'u2' })),
    ).toMatchObject({ kind: 'join', inviterId: 'u2' });
    expect(happen(world, event('03-02 09:02', 'card', { member: 'u7', card: '王芳' }))).toMatchObject({
      member: { id: 'u7', name: '小王', card: '王芳' },
    });
    expect(happen(world, event('03-02 09:03', 'leave', { member: 'u7', by: 'u1' }))).toMatchObject({
      memberId: 'u7',
      removerId: 'u1',
    });
    expect(world.member('g1', 'u7')).toBeNull();
    expect(happen(world, event('03-02 09:04', 'topic', { name: '新名' }))).toMatchObject({
      name: '新名',
      byId: null,
    });
    expect(happen(world, event('03-02 09:05', 'role', { owner: 'u2', admins: [] }))).toMatchObject({
      group: { ownerId: 'u2', adminIds: [], botRole: 'admin' },
    });
  });

  it.each([
    { name: 'time alone', event: clock('03-02 09:01'), want: null },
    {
      name: 'a recall of an unknown message',
      event: event('03-02 09:01', 'recall', { id: 'x' }),
      want: null,
    },
    {
      name: 'a role in an unknown group',
      event: event('03-02 09:01', 'role', { group: 'g9', bot: 'admin' }),
      want: null,
    },
  ])('$name: the bot hears nothing', ({ event: one, want }) => {
    expect(happen(createWorld(), one)).toBe(want);
  });

  it('a person who writes in private is known by the name borne in a group', () => {
    const world = createWorld();
    expect(happen(world, meet('03-02 09:00'), direct('03-02 09:01', 'u5', '好'))).toMatchObject({
      from: { card: '李雷-武汉-化学97级' },
    });
    expect(happen(world, direct('03-02 09:02', 'u99', '好'))).toMatchObject({
      from: { id: 'u99', name: 'u99' },
    });
  });

  it('every type of event can happen', () => {
    const extra: Readonly<Record<string, Event>> = {
      message: { from: 'u5', id: 'm1' },
      group: { name: '群' },
      join: { member: { id: 'u7', name: '' } },
      leave: { member: 'u5' },
      card: { member: 'u5', card: '' },
      topic: { name: '' },
      direct: { from: 'u5', text: '' },
      recall: { id: 'm1' },
      invitation: { from: 'u1' },
      friendship: { from: 'u5' },
    };
    const world = createWorld();
    for (const type of EVENT_TYPES)
      expect(() => happen(world, event('03-02 09:00', type, extra[type] ?? {}))).not.toThrow();
  });
});

describe('who may remove whom', () => {
  it.each([
    { bot: 'member', who: 'u5', want: false },
    { bot: 'admin', who: 'u5', want: true },
    { bot: 'admin', who: 'u2', want: false },
    { bot: 'admin', who: 'u1', want: false },
    { bot: 'owner', who: 'u2', want: true },
  ] as const)('the bot as $bot, $who: $want', ({ bot, who, want }) => {
    expect(mayRemove(bot, aGroup(), who)).toBe(want);
  });
});

describe('the simulated platform', () => {
  const about = { caseId: 3, rule: 'words', category: 'fraud' } as const;
  function stage(bot: 'admin' | 'member') {
    const world = createWorld();
    happen(world, meet('03-02 09:00', { bot }));
    const lines: TranscriptLine[] = [];
    const at = createVirtualClock(Date.parse('2026-03-02T09:00:00.250+08:00'));
    const platform = createSimulatedPlatform({
      world,
      clock: at,
      timezone: () => 'Asia/Shanghai',
      write: (line) => void lines.push(line),
    });
    return { world, lines, platform };
  }

  it('a removal without the right is refused and leaves no line', async () => {
    const { platform, lines, world } = stage('member');
    expect(await platform.remove('g1', 'u5', about)).toMatchObject({ kind: 'refused', reason: 'no-right' });
    expect([lines, world.member('g1', 'u5')?.id]).toEqual([[], 'u5']);
  });

  it('a removal is written down with its case; done twice it is done', async () => {
    const { platform, lines } = stage('admin');
    expect(await platform.remove('g1', 'u5', about)).toEqual({ kind: 'done' });
    expect(await platform.remove('g1', 'u5', about)).toEqual({ kind: 'done' });
    expect(lines).toEqual([
      {
        at: '2026-03-02T09:00:00.250+08:00',
        type: 'remove',
        group: 'g1',
        case: 3,
        rule: 'words',
        category: 'fraud',
        to: 'u5',
      },
    ]);
  });

  it('a group that the bot is not in', async () => {
    const { platform } = stage('admin');
    const refusals = [
      await platform.say('g9', { text: '好', mentions: [], attachments: [], about: null }),
      await platform.remove('g9', 'u5', about),
    ];
    expect(refusals).toMatchObject([{ reason: 'gone' }, { reason: 'gone' }]);
    expect(await platform.group('g9')).toBeNull();
  });

  it('`to` is a list for words in a group that mention somebody, a person in private, and left out otherwise', async () => {
    const { platform, lines } = stage('admin');
    await platform.say('g1', { text: '甲', mentions: ['u5'], attachments: [], about: null });
    await platform.say('g1', { text: '乙', mentions: [], attachments: [], about: null });
    await platform.direct('u5', null, { text: '丙', mentions: [], attachments: [], about: null });
    await platform.accept('room', 'g2');
    expect(lines.map(({ type, group, to }) => ({ type, group, to }))).toEqual([
      { type: 'say', group: 'g1', to: ['u5'] },
      { type: 'say', group: 'g1', to: undefined },
      { type: 'direct', group: null, to: 'u5' },
      { type: 'accept', group: null, to: 'g2' },
    ]);
  });
});

describe('virtual time', () => {
  it('never runs backwards', () => {
    const at = createVirtualClock(10);
    at.set(5);
    expect(at.now()).toBe(10);
  });

  it('what falls due on the way is done at its own time, what is planned at the end as well', async () => {
    const done: number[] = [];
    const at = createVirtualClock(0);
    const due = [
      Date.parse('2026-03-02T09:30:00+08:00'),
      Date.parse('2026-03-02T10:00:00+08:00'),
      Date.parse('2026-03-03T07:30:00+08:00'),
    ];
    const run = () => {
      done.push(at.now());
      due.shift();
      return Promise.resolve();
    };
    const bot = {
      handle: () => Promise.resolve(),
      nextDue: () => due[0] ?? Infinity,
      nextAction: () => due[0] ?? Infinity,
      runDue: run,
      runActions: run,
    };
    const wanted = [...due];
    const replay = createReplay(createWorld(), at, bot);
    const parsed = parseEvent(clock('03-02 10:00'));
    if (parsed.kind === 'event') await replay.play(parsed.event, parsed.at);
    expect(done).toEqual(wanted.slice(0, 2));
    await replay.finish();
    expect(done).toEqual(wanted);
  });
});
