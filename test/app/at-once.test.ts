import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/core/model/event.js';
import { clock, direct, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const AT = Date.parse('2026-03-02T10:00:00+08:00');
let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  await stage.play(meet('03-02 09:00'), say('03-02 09:58', 'u5', '有想了解的私我'), clock('03-02 09:59'));
  stage.clock.set(AT);
});
afterEach(() => stage.store.close());

const inPrivate = (id: string, text: string): Inbound => ({
  kind: 'direct',
  at: AT,
  id: `d-${id}-${text}`,
  from: { id, name: id, card: '' },
  text,
  file: null,
});
const inGroup = (senderId: string, text: string, over: object = {}): Inbound => ({
  kind: 'message',
  at: AT,
  message: {
    id: `m-${senderId}`,
    groupId: 'g1',
    senderId,
    at: AT,
    kind: 'text',
    text,
    title: null,
    url: null,
    file: null,
    mentions: [],
    quote: null,
    ...over,
  },
});
/** All of them before any is answered. */
const together = async (...events: readonly Inbound[]): Promise<void> => {
  await Promise.all(events.map((event) => stage.app.handle(event)));
  await stage.play(clock('03-02 10:02'));
};
const cases = () => stage.store.casesOf('g1', 'u5', 9);
const strikes = async () => (await stage.store.strikesOf('g1', 'u5')).length;

describe('two administrators in the same moment', () => {
  const quote = { from: '李雷-武汉-化学97级', text: '有想了解的私我' };
  it.each([
    {
      name: 'both in private',
      events: [inPrivate('u2', '/警告 李雷 刷屏'), inPrivate('u3', '/警告 李雷 太吵')],
    },
    { name: 'both in the group', events: [inGroup('u2', '/警告 李雷'), inGroup('u3', '/警告 李雷')] },
    {
      name: 'one in private, one in the group',
      events: [inPrivate('u2', '/警告 李雷'), inGroup('u1', '/警告 李雷')],
    },
    {
      name: 'both by quoting what was missed',
      events: [inGroup('u2', '/漏判 记过', { quote }), inGroup('u3', '/漏判 记过', { quote })],
    },
  ])(
    'warn a member: one case, one strike, one warning; the second is told which: $name',
    async ({ events }) => {
      await together(...events);
      expect((await cases()).length).toBe(1);
      expect(await strikes()).toBe(1);
      const lines = stage.lines.filter(({ at }) => at >= '2026-03-02T10:00');
      expect(lines.filter(({ type }) => type === 'say')).toHaveLength(1);
      expect(lines.map(({ text }) => text).join('\n')).toContain('编号 1 刚由另一位负责人');
    },
  );

  it('remove a member, each by the own code: one case', async () => {
    const code = async (id: string) => {
      const lines = await stage.after(direct('03-02 10:00:00', id, '/移出 李雷'), clock('03-02 10:00:10'));
      return /\/确认 ([A-Z]\d{3})/u.exec(lines.join('\n'))?.[1] ?? '';
    };
    const [first, second] = [await code('u2'), await code('u3')];
    await together(inPrivate('u2', `/确认 ${first}`), inPrivate('u3', `/确认 ${second}`));
    expect((await cases()).map(({ step }) => step)).toEqual(['removal']);
    expect(stage.lines.filter(({ type }) => type === 'remove')).toHaveLength(1);
  });
});

describe('what is not the same', () => {
  it.each([
    { name: 'nobody else did anything', first: null, second: ['10:05', 'u3', '/警告 李雷'], want: 1 },
    {
      name: 'three minutes later',
      first: ['10:01', 'u2', '/警告 李雷'],
      second: ['10:05', 'u3', '/警告 李雷'],
      want: 2,
    },
    {
      name: 'the same administrator means it',
      first: ['10:01', 'u2', '/警告 李雷'],
      second: ['10:02', 'u2', '/警告 李雷'],
      want: 2,
    },
    {
      name: 'another member',
      first: ['10:01', 'u2', '/警告 韩梅梅'],
      second: ['10:02', 'u3', '/警告 李雷'],
      want: 1,
    },
  ] as const)('$name: $want', async ({ first, second, want }) => {
    for (const given of [first, second])
      if (given !== null) await stage.play(direct(`03-02 ${given[0]}`, given[1], given[2]));
    await stage.play(clock('03-02 10:10'));
    expect(await strikes()).toBe(want);
  });
});
