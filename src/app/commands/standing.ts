import type { Answer } from '../../core/model/answer.js';
import type { Standing } from '../../core/model/register.js';
import type { RegisterEvent } from '../../ports/register.js';
import { personOf } from '../record.js';
import { toOwner } from '../register/approve.js';
import { change } from '../register/change.js';
import { formOf } from '../register/form.js';
import type { Call, Command } from './command.js';

const WORDS: Readonly<Record<string, Standing>> = {
  筹备: 'preparing',
  官方: 'official',
  暂停: 'suspended',
  终止: 'ended',
};
const MOST_EVENTS = 12;

export const standing: Command = {
  names: ['群状态', 'standing'],
  least: 'owner',
  usage: '/群状态 [筹备|官方|暂停|终止 [原因]]',
  summary: '看群的官方身份;改由校友会(组织)决定',
  async run(call) {
    if (call.rest === '') return view(call);
    const word = /^\S+/u.exec(call.rest)?.[0] ?? '';
    const wanted = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (wanted === undefined) return { kind: 'usage', usage: standing.usage };
    if (call.role !== 'staff') return { kind: 'refused', least: 'staff' };
    return set(call, wanted, { word, reason: call.rest.slice(word.length).trim() });
  },
};

async function set(
  call: Call,
  wanted: Standing,
  { word, reason }: { readonly word: string; readonly reason: string },
): Promise<Answer> {
  const { desk, state, at } = call;
  const groupName = state.group.name;
  const form = await formOf(desk.deps.store, state);
  if (form.standing === wanted) return { kind: 'standing-set', groupName, standing: wanted, changed: false };
  const actions = toOwner(call, { kind: 'standing-changed', groupName, standing: wanted, reason });
  const detail = reason === '' ? word : `${word},${reason}`;
  await change(call, { kind: 'standing', memberId: null, detail, actions }, async (records) =>
    records.putForm({ ...(await formOf(records, state)), standing: wanted, standingAt: at }),
  );
  return { kind: 'standing-set', groupName, standing: wanted, changed: true };
}

async function view({ desk, state }: Call): Promise<Answer> {
  const { deps } = desk;
  const form = await formOf(deps.store, state);
  const all = await deps.store.registerEvents(state.group.id);
  const nameOf = async (id: string): Promise<string> => (await personOf(deps, state.group.id, id)).name;
  const shown = async ({ at, kind, memberId, detail }: RegisterEvent) => ({
    at,
    kind,
    member: memberId === null ? null : await nameOf(memberId),
    detail: kind === 'owner-changed' ? '' : detail,
  });
  return {
    kind: 'standing',
    view: {
      groupName: state.group.name,
      standing: form.standing,
      since: form.standingAt,
      warnings: all.filter(({ kind }) => kind === 'warned').length,
      suspended: await Promise.all(state.settings.suspendedIds.map(nameOf)),
      events: await Promise.all(all.slice(-MOST_EVENTS).map(shown)),
      timezone: state.settings.digest.timezone,
    },
  };
}
