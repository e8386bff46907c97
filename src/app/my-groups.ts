import type { Deps } from './deps.js';
import { type Groups, type GroupState, roleIn } from './groups.js';

interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
}

/** Groups that this account is in: of others it cannot see who has a say. */
export function ourGroups({ deps, groups }: Parts): readonly GroupState[] {
  return groups.all().filter(({ group }) => deps.leadership.isIn(group.id));
}

/** Groups that the person answers for; where there is none, those the person is a member of. */
export async function groupsOf(parts: Parts, actorId: string): Promise<readonly GroupState[]> {
  const all = ourGroups(parts);
  const answered = all.filter((state) => roleIn(parts.deps, state, actorId) !== 'member');
  if (answered.length > 0) return answered;
  const joined: GroupState[] = [];
  for (const state of all) {
    if ((await parts.deps.platforms.live.member(state.group.id, actorId)) !== null) joined.push(state);
  }
  return joined;
}
