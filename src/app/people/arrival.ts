import type { MemberProfile } from '../../core/model/people.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import type { Joining } from './bans.js';

/** Who came when, and who brought them. */
export async function noteArrival(deps: Deps, { group }: GroupState, joining: Joining): Promise<void> {
  const { member, inviterId, at } = joining;
  await deps.store.transaction(async (records) => {
    const known = await records.profile(group.id, member.id);
    const profile = known ?? blankProfile(group.id, member.id);
    await records.putProfile({ ...profile, inviterId: inviterId ?? profile.inviterId, joinedAt: at });
    const data = { member: member.id, inviter: inviterId };
    await records.audit({
      at,
      actor: inviterId ?? member.id,
      kind: 'member-joined',
      groupId: group.id,
      data,
    });
  });
}

export function blankProfile(groupId: string, memberId: string): MemberProfile {
  return {
    groupId,
    memberId,
    memberClass: null,
    classedBy: null,
    verifiedBy: null,
    verifiedAt: null,
    inviterId: null,
    joinedAt: null,
    nameKey: null,
    identityKey: null,
  };
}
