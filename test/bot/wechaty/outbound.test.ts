import { afterEach, expect, it } from 'vitest';
import { createCardWatcher } from '../../../bot/wechaty/cards.js';
import { createMemoryLog } from '../../fakes/log.js';
import { createWechatyPlatform } from '../../../bot/wechaty/outbound.js';
import type { AlumniOptions } from '../../playground/alumni.js';
import { ROOM } from '../../playground/alumni.js';
import { startPuppet, stopPuppets } from './fake.js';

afterEach(stopPuppets);

const ABOUT = { caseId: 1, rule: 'prohibited', category: 'advertising' } as const;
const DAY = 86_400_000;
const words = (text: string, mentions: readonly string[] = []) => ({
  text,
  mentions,
  attachments: [],
  about: null,
});

async function stage(options: AlumniOptions = {}) {
  const { clock, world, puppet } = await startPuppet(options);
  const cutOffs: number[] = [];
  const waiting = new Set<() => void>();
  const platform = createWechatyPlatform({
    puppet: () => puppet,
    cards: createCardWatcher(),
    clock: { now: () => clock.ms },
    log: createMemoryLog(),
    onCutOff: () => cutOffs.push(clock.ms),
    whenLost(tell) {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
  });
  return { clock, world, puppet, platform, cutOffs, waiting };
}

it('a room without anybody else: the bot alone is its members', async () => {
  const { world, platform } = await stage();
  world.addRoom({ id: 'empty@chatroom', topic: '', ownerId: 'bot' });
  expect(await platform.members('empty@chatroom')).toEqual([{ id: 'bot', name: '群哨', card: '' }]);
  expect(await platform.group('empty@chatroom')).toEqual({
    id: 'empty@chatroom',
    name: '',
    ownerId: 'bot',
    adminIds: [],
    botRole: 'owner',
    botId: 'bot',
  });
});

it('says in the group with ids to mention, and in private without', async () => {
  const { puppet, platform } = await stage();
  expect(await platform.say(ROOM, words('@Alice 请注意', ['alice']))).toEqual({ kind: 'done' });
  expect(await platform.direct('chen', ROOM, words('请看'))).toEqual({ kind: 'done' });
  expect(puppet.calls.entries.map(({ args }) => args)).toEqual([
    [ROOM, '@Alice 请注意', ['alice']],
    ['chen', '请看', []],
  ]);
});

it.each([
  {
    name: 'refused',
    error: 'wechat bad request error',
    want: { kind: 'refused', reason: 'no-right', detail: 'wechat bad request error' },
  },
  {
    name: 'failed: may be tried again',
    error: 'busy',
    want: { kind: 'refused', reason: 'failed', detail: 'busy' },
  },
  {
    name: 'the answer lost: nobody knows',
    error: '14 UNAVAILABLE: Connection dropped',
    want: { kind: 'uncertain' },
  },
])('a line that is $name', async ({ error, want }) => {
  const { puppet, platform } = await stage();
  puppet.faults.arm({ kind: 'fail', method: 'messageSendText', times: 1, error });
  expect(await platform.say(ROOM, words('早'))).toEqual(want);
});

it('removes; one who is not there any more counts as removed, without asking the platform', async () => {
  const { puppet, platform } = await stage();
  expect(await platform.remove(ROOM, 'bob', ABOUT)).toEqual({ kind: 'done' });
  expect(await platform.remove(ROOM, 'bob', ABOUT)).toEqual({ kind: 'done' });
  expect(puppet.calls.entries).toEqual([{ method: 'roomDel', args: [ROOM, 'bob'] }]);
});

it('a removal whose answer is lost may be tried again: it is looked at first', async () => {
  const { puppet, platform } = await stage();
  puppet.faults.arm({
    kind: 'fail',
    method: 'roomDel',
    times: 1,
    error: '14 UNAVAILABLE: Connection dropped',
    when: 'after',
  });
  expect(await platform.remove(ROOM, 'bob', ABOUT)).toMatchObject({ kind: 'refused', reason: 'failed' });
  expect(await platform.remove(ROOM, 'bob', ABOUT)).toEqual({ kind: 'done' });
  expect(puppet.calls.entries).toHaveLength(1);
});

it('a platform that says yes and does nothing is not believed', async () => {
  const { puppet, platform } = await stage();
  puppet.roomDel = () => Promise.resolve();
  expect(await platform.remove(ROOM, 'bob', ABOUT)).toMatchObject({ kind: 'refused', reason: 'failed' });
});

it('where administrators are not listed the bot counts as one until it is refused, and again a day later', async () => {
  const { clock, world, platform } = await stage();
  world.addRoom({ id: 'veiled@chatroom', topic: '', ownerId: 'chen', members: ['bot', 'alice'] });
  const role = async () => (await platform.group('veiled@chatroom'))?.botRole;
  expect(await role()).toBe('admin');
  expect(await platform.remove('veiled@chatroom', 'alice', ABOUT)).toMatchObject({ reason: 'no-right' });
  expect(await role()).toBe('member');
  clock.ms += DAY;
  expect(await role()).toBe('admin');
});

it('where administrators are listed, the list counts', async () => {
  const { platform } = await stage({ role: 'member' });
  expect(await platform.group(ROOM)).toMatchObject({
    botRole: 'member',
    ownerId: 'chen',
    adminIds: ['secretary'],
  });
});

it('a change of rights is seen at once', async () => {
  const { world, platform } = await stage();
  expect(await platform.group(ROOM)).toMatchObject({ botRole: 'admin' });
  world.setAdmins(ROOM, ['secretary']);
  expect(await platform.group(ROOM)).toMatchObject({ botRole: 'member' });
});

it('a group that the bot is not in is none', async () => {
  const { world, platform } = await stage();
  world.addRoom({ id: 'other@chatroom', topic: '', ownerId: 'chen' });
  expect(await platform.group('other@chatroom')).toBeNull();
});

it('a member is shown with the card; one who is not there is null', async () => {
  const { platform } = await stage();
  expect(await platform.member(ROOM, 'alice')).toEqual({
    id: 'alice',
    name: 'Alice',
    card: '艾丽丝-北京-物理-2010',
  });
  expect(await platform.member(ROOM, 'carol')).toBeNull();
});

it('one who leaves while the members are read is left out', async () => {
  const { puppet, platform } = await stage();
  puppet.faults.arm({
    kind: 'fail',
    method: 'roomMemberRawPayload',
    times: 1,
    error: 'contact is not in the Room',
  });
  expect(await platform.members(ROOM)).toHaveLength(4);
});

it('reading all members shows a card whose change nobody announced', async () => {
  const { world, puppet, platform } = await stage();
  puppet.faults.arm({ kind: 'stale-cards' });
  world.setCard(ROOM, 'bob', '鲍勃');
  expect((await platform.members(ROOM)).find(({ id }) => id === 'bob')?.card).toBe('鲍勃');
});

it('invitations and friendships are accepted by id', async () => {
  const { world, puppet, platform } = await stage();
  world.addRoom({ id: 'new@chatroom', topic: '', ownerId: 'chen' });
  expect(await platform.accept('room', world.invite('new@chatroom', 'chen'))).toEqual({ kind: 'done' });
  expect(await platform.accept('friend', world.befriend('carol', '你好'))).toEqual({ kind: 'done' });
  expect(puppet.calls.entries.map(({ method }) => method)).toEqual([
    'roomInvitationAccept',
    'friendshipAccept',
  ]);
});

it('sends a picture before the words; one that cannot be made does not keep them back', async () => {
  const { world, platform } = await stage();
  const picture = { kind: 'image', name: 'week.png', read: () => Promise.resolve(Uint8Array.of(1)) } as const;
  const broken = { ...picture, name: 'broken.png', read: () => Promise.reject(new Error('no ink')) };
  const line = { ...words('周报'), attachments: [picture, broken] };
  expect(await platform.say(ROOM, line)).toEqual({ kind: 'done' });
  const said = [...world.state.messages.values()].filter(({ conversationId }) => conversationId === ROOM);
  expect(said.slice(-2).map(({ content }) => content.kind)).toEqual(['image', 'text']);
});

it('a line that the platform forbids because there were too many is told as that, however it is worded', async () => {
  const { puppet, platform, cutOffs } = await stage();
  const error = '13 INTERNAL: WorkproErrorCode: 20001, Feature temporarily unavailable';
  puppet.faults.arm({ kind: 'fail', method: 'messageSendText', times: 1, error, when: 'before' });
  expect(await platform.say(ROOM, words('第一句'))).toMatchObject({ kind: 'refused', reason: 'cut-off' });
  expect(await platform.say(ROOM, words('第二句'))).toEqual({ kind: 'done' });
  expect(cutOffs).toHaveLength(1);
});

it('a line breaks while a call is under way: not known what came of it, without waiting out the time', async () => {
  const { puppet, platform, waiting } = await stage();
  puppet.faults.arm({ kind: 'delay', method: 'messageSendText', times: 1, ms: 600_000 });
  const said = platform.say(ROOM, words('一句'));
  await new Promise(setImmediate);
  for (const tell of waiting) tell();
  expect([await said, waiting.size]).toEqual([{ kind: 'uncertain' }, 0]);
});
