import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type DeskGroup, DeskWorld } from './harness/desk.js';
import type { Order } from './harness/gateway.js';
import { AD } from './harness/group.js';

/** Two processes, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

let world: DeskWorld;

beforeAll(async () => {
  world = await DeskWorld.start();
});
afterAll(() => world?.stop());

type Place = { readonly from: string; readonly to: string };
type Sent = (place: Place) => Order;

const base64 = Buffer.from(AD).toString('base64');
const media =
  (kind: 'voice' | 'video' | 'sticker'): Sent =>
  (place) => ({ cmd: 'sendMedia', kind, ...place, name: `${AD}.bin`, base64 });
const content =
  (of: Extract<Order, { cmd: 'send' }>['content']): Sent =>
  (place) => ({ cmd: 'send', ...place, content: of });

/** As a merged message comes over the wire, with an advertisement among its records. */
const MERGED = `<msg><appmsg><title>群聊的聊天记录</title><recorditem><![CDATA[<recordinfo><datalist count="1"><dataitem datatype="1"><sourcename>小王</sourcename><datadesc>${AD}</datadesc></dataitem></datalist></recordinfo>]]></recorditem></appmsg></msg>`;

async function messages(group: DeskGroup): Promise<number> {
  await world.week.session.app.flush();
  return group.number(
    "select coalesce(sum(value), 0) from counter where group_id = $room and name = 'messages'",
  );
}

it.each<{ name: string; kind: string; send: Sent }>([
  { name: 'an empty text', kind: 'text', send: content({ kind: 'text', text: '', mentions: [] }) },
  { name: 'a voice message', kind: 'voice', send: media('voice') },
  { name: 'a video', kind: 'video', send: media('video') },
  { name: 'a sticker', kind: 'sticker', send: media('sticker') },
  { name: 'a red packet', kind: 'red-packet', send: content({ kind: 'red-packet', text: AD }) },
  { name: 'a transfer', kind: 'transfer', send: content({ kind: 'transfer', text: AD }) },
  {
    name: 'a place',
    kind: 'location',
    send: content({ kind: 'location', name: AD, latitude: 39.9, longitude: 116.4 }),
  },
  {
    name: 'a kind that nobody knows',
    kind: 'unknown',
    send: content({ kind: 'unknown', code: 53, text: AD }),
  },
  {
    name: 'a list that members add themselves to (接龙)',
    kind: 'text',
    send: content({ kind: 'text', text: '#接龙\n周六爬山报名\n\n1. 安然 1人\n2. 卞宁 2人', mentions: [] }),
  },
])('$name is counted as what it is, and never judged', async ({ name, kind, send }) => {
  const group = await world.group(`k${name.length}${kind}`);
  const before = await messages(group);
  const id = await group.send(send({ from: group.id('ann'), to: group.room }));
  const heard = world.week.heard.seen.findLast(
    (event) => event.kind === 'message' && event.message.id === id,
  );
  expect(heard).toMatchObject({ kind: 'message', message: { kind, senderId: group.id('ann') } });
  expect((await messages(group)) - before).toBe(1);
  expect(group.lastCase()).toBe(0);
});

it('a merged message is read and judged as forwarded: a question, never a strike', async () => {
  const group = await world.group('merged1');
  await group.send(
    content({ kind: 'chat-history', text: MERGED })({ from: group.id('ann'), to: group.room }),
  );
  expect(group.sql('select verdict || step from cases where group_id = $room')).toEqual(['reviewreview']);
  expect(group.sql('select count(*) from strike where group_id = $room')).toEqual([0]);
});

it('a message that is taken back is heard as taken back', async () => {
  const group = await world.group('recalled1');
  const said = await group.say('ann', AD);
  await world.week.recall(group.id('ann'), said);
  expect(
    group.sql(
      'select kind from case_event e join cases c on c.id = e.case_id where c.group_id = $room order by e.id',
    ),
  ).toContain('withdrawn');
});
