import type { Answer } from '../../core/model/answer.js';
import type { FoundElsewhere } from '../../core/model/answers/people.js';
import { type Member, shownName } from '../../core/model/member.js';
import { type Instant, MINUTE } from '../../core/model/instant.js';
import { isExempt } from '../../core/policy/authority.js';
import { removalBrake } from '../brake.js';
import { removeByHand } from '../by-hand.js';
import { appointedOf, type GroupState, refresh } from '../groups.js';
import { fieldsOf } from '../roster/check.js';
import type { Call, Command } from './command.js';

interface Found {
  readonly state: GroupState;
  readonly member: Member;
}

const PATIENCE: Instant = 2 * MINUTE;
/** Who was listed to whom, waiting for the word. Lost on restart: it is asked again. */
const waiting = new Map<string, { readonly typed: string; readonly code: string; readonly at: Instant }>();

/** Off-boarding (clause 1.8): everywhere a person is, removed from all with one confirmed command; the brake holds in each group. */
export const offboard: Command = {
  names: ['离任', 'offboard'],
  least: 'staff',
  usage: '/离任 姓名',
  place: 'any',
  summary: '一个人离开组织:列出他在的群,确认后全部移出',
  async run(call) {
    const typed = call.rest.trim();
    if (typed === '') return { kind: 'usage', usage: offboard.usage };
    const confirmed = /^(?:确认|confirm)\s+(\S+)$/iu.exec(typed)?.[1];
    if (confirmed !== undefined) return carryOut(call, confirmed);
    const found = await search(call, typed);
    if (found.length === 0) return { kind: 'no-member', typed };
    const code = codeOf(call, typed);
    waiting.set(call.actorId, { typed, code, at: call.at });
    return {
      kind: 'offboard-list',
      code,
      minutes: PATIENCE / MINUTE,
      rows: found.map((one) => rowOf(call, one)),
    };
  },
};

/** By the name on the card, by the whole card, or by `id:`; in every group of the bot. */
async function search({ desk }: Call, typed: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const state of desk.groups.all()) {
    for (const member of await desk.deps.platforms.live.members(state.group.id)) {
      if (member.id !== state.group.botId && isMeant(desk.deps, state, { member, typed }))
        found.push({ state, member });
    }
  }
  return found;
}

function isMeant(
  deps: Call['desk']['deps'],
  state: GroupState,
  { member, typed }: { readonly member: Member; readonly typed: string },
): boolean {
  if (typed.startsWith('id:')) return member.id === typed.slice(3);
  const name = fieldsOf(deps, state, member).name ?? '';
  return [shownName(member), member.name, name].includes(typed);
}

function rowOf({ desk }: Call, { state, member }: Found): FoundElsewhere {
  const { group, settings } = state;
  return {
    groupName: group.name,
    member: { id: member.id, name: shownName(member) },
    kept: isExempt(member.id, group, appointedOf(desk.deps, settings)) ? 'exempt' : null,
  };
}

function codeOf({ desk, actorId, at }: Call, typed: string): string {
  const number = Number.parseInt(desk.deps.digest(`${actorId} ${typed} ${at}`).slice(0, 8), 16);
  return `L${String(number % 1000).padStart(3, '0')}`;
}

async function carryOut(call: Call, code: string): Promise<Answer> {
  const pending = waiting.get(call.actorId);
  if (pending === undefined || pending.code !== code.toUpperCase() || call.at - pending.at > PATIENCE)
    return { kind: 'bad-code' };
  waiting.delete(call.actorId);
  const rows: FoundElsewhere[] = [];
  for (const one of await search(call, pending.typed)) rows.push(await removeFrom(call, one));
  return { kind: 'offboarded', rows };
}

/** Authority, exemption and the brake are looked at again in each group. */
async function removeFrom(call: Call, found: Found): Promise<FoundElsewhere> {
  const { state, member } = found;
  const { deps } = call.desk;
  await refresh(deps, state);
  const row = rowOf(call, found);
  if (row.kept !== null) return row;
  if (state.group.botRole === 'member') return { ...row, kept: 'no-right' };
  if ((await removalBrake(deps, state, call.at)).holds) return { ...row, kept: 'brake' };
  const there: Call = { ...call, state, key: `${call.key}:${member.id}` };
  const recorded = await removeByHand(there, row.member, '离任');
  return recorded === null ? { ...row, kept: 'exempt' } : row;
}
