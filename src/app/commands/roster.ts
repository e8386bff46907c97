import type { Answer } from '../../core/model/answer.js';
import { shownName } from '../../core/model/member.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { rowsOfText } from '../../core/roster/lines.js';
import { withPhones } from '../../core/roster/match.js';
import { entryKey, readClass, readRoster } from '../../core/roster/read.js';
import { blankProfile } from '../people/arrival.js';
import { checkRoster, elsewhere } from '../roster/check.js';
import { createPendingRosters, importRoster, previewRoster } from '../roster/import.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

const pending = createPendingRosters();

/** The list of who belongs here (clause 1.5), verification by hand, and the classes of members (1.9). */
export const roster: Command = {
  names: ['名册', 'roster'],
  least: 'admin',
  usage: '/名册 导入|核对|外部|核验 @人|类别 @人 类',
  summary: '名册、核验、成员类别',
  run(call) {
    const [word = '', ...rest] = call.rest.split(/(?<=^\S+)\s+/u);
    const sub = { ...call, rest: rest.join(' ') };
    switch (word) {
      case '导入':
      case 'import':
        return preview(sub);
      case '确认':
      case 'confirm':
        return accept(sub);
      case '核对':
      case 'check':
        return check(sub);
      case '外部':
        return external(sub);
      case '核验':
      case 'verify':
        return verify(sub);
      case '类别':
      case 'class':
        return classify(sub);
      default:
        return Promise.resolve({ kind: 'usage', usage: roster.usage });
    }
  },
};

/** The list may hold phones: it is brought in in private. Who may not see phones cannot take them off it either. */
async function preview(call: Call): Promise<Answer> {
  const { desk, state, actorId, at, rest, table } = call;
  if (call.inGroup) return { kind: 'roster-in-private' };
  if (table?.kind === 'unreadable') return { kind: 'roster-unreadable' };
  const reading = readRoster(table?.rows ?? rowsOfText(rest));
  if (reading.entries.length === 0) return { kind: 'roster-how' };
  const before = await desk.deps.store.roster(state.group.id);
  const entries = isAtLeast(call.role, 'owner')
    ? reading.entries
    : withPhones(reading.entries, before, entryKey);
  const shown = await previewRoster(desk.deps, state.group.id, { ...reading, entries });
  pending.keep(actorId, { groupId: state.group.id, entries, at });
  return { kind: 'roster-preview', preview: shown };
}

async function accept({ desk, state, actorId, at }: Call): Promise<Answer> {
  const entries = pending.take(actorId, state.group.id, at);
  if (entries === null) return { kind: 'roster-how' };
  await importRoster(desk.deps, state.group.id, { entries, actor: actorId, at });
  return { kind: 'roster-imported', count: entries.length };
}

async function check({ desk, state, role }: Call): Promise<Answer> {
  const found = await checkRoster(desk.deps, state);
  // Without a list everybody would be missing from it.
  if (found.listed === 0) return { kind: 'no-roster' };
  const several = await elsewhere(desk.deps, state, desk.groups.all());
  // Phones to the owner and the organisation's staff only.
  return { kind: 'roster-check', check: found, several, phones: isAtLeast(role, 'owner') };
}

/** Outsiders are marked by hand: no list is needed for it. */
async function external({ desk, state }: Call): Promise<Answer> {
  const { external: members, total } = await checkRoster(desk.deps, state);
  return { kind: 'outsiders', members, total };
}

async function verify(call: Call): Promise<Answer> {
  const named = await namedMember(call, '名册 核验');
  if (named.kind === 'answer') return named.answer;
  const member = { id: named.member.id, name: shownName(named.member) };
  await change(call, member.id, { verifiedBy: call.actorId, verifiedAt: call.at });
  return { kind: 'member-verified', member };
}

async function classify(call: Call): Promise<Answer> {
  const named = await namedMember(call, '名册 类别');
  if (named.kind === 'answer') return named.answer;
  const member = { id: named.member.id, name: shownName(named.member) };
  const typed = named.rest.trim();
  const memberClass = readClass(typed);
  if (memberClass === null && typed !== '无') return { kind: 'classes' };
  await change(call, member.id, { memberClass, classedBy: call.actorId });
  await call.desk.groups.reload(call.state);
  return { kind: 'classed', member, memberClass };
}

type Change = Partial<
  Pick<ReturnType<typeof blankProfile>, 'verifiedBy' | 'verifiedAt' | 'memberClass' | 'classedBy'>
>;

function change({ desk, state, at, actorId }: Call, memberId: string, changed: Change): Promise<void> {
  const groupId = state.group.id;
  return desk.deps.store.transaction(async (records) => {
    const known = (await records.profile(groupId, memberId)) ?? blankProfile(groupId, memberId);
    await records.putProfile({ ...known, ...changed });
    const data = {
      member: memberId,
      class: changed.memberClass ?? null,
      verified: changed.verifiedBy !== undefined,
    };
    await records.audit({ at, actor: actorId, kind: 'profile-changed', groupId, data });
  });
}
