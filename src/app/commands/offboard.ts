import type { Answer } from '../../core/model/answer.js';
import type { FoundElsewhere } from '../../core/model/answers/people.js';
import { type Member, shownName } from '../../core/model/member.js';
import { isAtLeast, isExempt } from '../../core/policy/authority.js';
import { orderBrake } from '../brake.js';
import { removeByHand } from '../by-hand.js';
import { appointedOf, type GroupState, refresh } from '../groups.js';
import type { Task } from '../codes.js';
import { fieldsOf } from '../roster/check.js';
import { askForCode, CODE_SECONDS } from './by-code.js';
import type { Call, Command } from './command.js';

interface Found {
  readonly state: GroupState;
  readonly member: Member;
}

/** Off-boarding (clause 1.8): everywhere a person is, removed from all with one confirmed command; the brake holds in each group. */
export const offboard: Command = {
  names: ['离任', 'offboard'],
  least: 'staff',
  usage: '/离任 姓名',
  place: 'any',
  summary: '一个人离开组织:列出所在的群,确认后全部移出',
  async run(call) {
    const typed = call.rest.trim();
    if (typed === '') return { kind: 'usage', usage: offboard.usage };
    const found = await search(call, typed);
    if (found.length === 0) return { kind: 'no-member', typed };
    const listed = found.map(({ state, member }) => ({ groupId: state.group.id, memberId: member.id }));
    return {
      kind: 'offboard-list',
      code: askForCode(call, { kind: 'offboard', listed }),
      seconds: CODE_SECONDS,
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

/** The removals that were confirmed: of those who were listed and are still there, and of nobody else. */
export async function offboardConfirmed(
  call: Call,
  { listed }: Extract<Task, { kind: 'offboard' }>,
): Promise<Answer> {
  if (!isAtLeast(call.role, 'staff')) return { kind: 'refused', least: 'staff' };
  const rows: FoundElsewhere[] = [];
  for (const { groupId, memberId } of listed) {
    const state = call.desk.groups.get(groupId);
    const member = await call.desk.deps.platforms.live.member(groupId, memberId);
    if (state !== null && member !== null) rows.push(await removeFrom(call, { state, member }));
  }
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
  if ((await orderBrake(deps, state, call.at)).holds) return { ...row, kept: 'brake' };
  const there: Call = { ...call, state, key: `${call.key}:${member.id}` };
  const recorded = await removeByHand(there, row.member, '离任');
  return recorded === null ? { ...row, kept: 'exempt' } : row;
}
