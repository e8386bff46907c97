import { afterEach, expect, it } from 'vitest';
import type { Member } from '../../src/core/model/member.js';
import { clock, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const stages: Stage[] = [];
afterEach(() => Promise.all(stages.splice(0).map(({ store }) => store.close())));

const CARDS = "groups:\n  - id: g1\n    card: { template: '{name}-{city}-{major}{year}' }\n";
const NOON = Date.parse('2026-03-02T12:00:00+08:00');

interface Difference {
  readonly joined?: readonly Member[];
  readonly leftIds?: readonly string[];
  readonly changed?: readonly Member[];
}

/** A group in which this is different at noon, after a gap. */
async function resynced(difference: Difference, name = '分会群') {
  const stage = await openStage({ config: CARDS });
  stages.push(stage);
  await stage.play(meet('03-02 09:00'), say('03-02 09:10', 'u6', '大家好'), clock('03-02 12:00'));
  const [known] = await stage.store.groups();
  if (known === undefined) throw new Error('the group was met');
  const before = stage.lines.length;
  const nothing = { joined: [], leftIds: [], changed: [] };
  await stage.app.handle({
    kind: 'resync',
    at: NOON,
    groupId: 'g1',
    group: { ...known.group, name },
    ...nothing,
    ...difference,
  });
  await stage.play(clock('03-02 12:30'));
  return { stage, said: stage.lines.slice(before).map(({ text }) => text ?? '') };
}

const bad = (id: string): Member => ({ id, name: id, card: '随便写的' });

it('nothing is different: nothing is said', async () => {
  expect((await resynced({})).said).toEqual([]);
});

it('many cards became wrong meanwhile: nobody is spoken to about it', async () => {
  const { said } = await resynced({ changed: ['u5', 'u6'].map(bad), joined: ['n1', 'n2', 'n3'].map(bad) });
  expect(said.filter((text) => text.includes('名片'))).toEqual([]);
});

it('who came and who left is recorded; a changed name is the name from then on', async () => {
  const { stage } = await resynced({ joined: [bad('n1')], leftIds: ['u6'] }, '武汉分会群');
  const kinds = (await stage.store.auditEntries()).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['member-joined', 'member-left']));
  expect((await stage.store.groups()).map(({ group }) => group.name)).toEqual(['武汉分会群']);
});

it('a group that the bot does not know is left alone', async () => {
  const { stage } = await resynced({});
  const [known] = await stage.store.groups();
  if (known === undefined) throw new Error('the group was met');
  const group = { ...known.group, id: 'other' };
  const event = { kind: 'resync', at: NOON, groupId: 'other', group } as const;
  await stage.app.handle({ ...event, joined: [bad('n1')], leftIds: [], changed: [] });
  expect((await stage.store.groups()).map(({ group: { id } }) => id)).toEqual(['g1']);
});
