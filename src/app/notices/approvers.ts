import type { Notice } from '../../core/model/notice.js';
import { isAtLeast, ownerIdOf, type Role } from '../../core/policy/authority.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState, roleIn } from '../groups.js';

/** Whose word counts: the staff's for what the organisation says, anybody's who answers for the group for the rest. */
export function mayApprove(role: Role, level: Notice['level']): boolean {
  return level === 'organisation' ? role === 'staff' : isAtLeast(role, 'admin');
}

/** Everybody who may approve, in the order in which they are asked: owner, administrators, staff. Never the author or the bot. */
export function approvers(
  deps: Deps,
  state: GroupState,
  notice: Pick<Notice, 'level' | 'authorId'>,
): readonly string[] {
  const appointed = appointedOf(deps, state.settings);
  const owner = ownerIdOf(state.group, appointed);
  const all = [
    ...(owner === null ? [] : [owner]),
    ...state.group.adminIds,
    ...appointed.adminIds,
    ...appointed.staff,
  ];
  const able = all.filter(
    (id) =>
      id !== state.group.botId && id !== notice.authorId && mayApprove(roleIn(deps, state, id), notice.level),
  );
  return [...new Set(able)];
}

/** Who is asked in the stead of the others: by setting, where that person has the right; else the next who was not asked. */
export function deputyOf(
  deps: Deps,
  state: GroupState,
  of: { readonly notice: Notice; readonly asked: readonly string[] },
): string | null {
  const able = approvers(deps, state, of.notice);
  const set = state.settings.notices.deputyId;
  const named = set !== null && able.includes(set) && !of.asked.includes(set) ? set : null;
  return named ?? able.find((id) => !of.asked.includes(id)) ?? null;
}
