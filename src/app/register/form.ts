import type { Person } from '../../core/model/action.js';
import type { Instant } from '../../core/model/instant.js';
import { POSTS } from '../../core/model/register.js';
import { ownerIdOf, responsible } from '../../core/policy/authority.js';
import { postName } from '../../core/wording/register.js';
import type { PostEntry, RegisterForm, RegisterRecords } from '../../ports/register.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';

/** The group's form as kept, or a blank one. */
export async function formOf(records: RegisterRecords, state: GroupState): Promise<RegisterForm> {
  const { group, firstSeenAt } = state;
  return (await records.form(group.id)) ?? blankForm(group.id, group.name, firstSeenAt);
}

export function blankForm(groupId: string, name: string, since: Instant): RegisterForm {
  return {
    groupId,
    name,
    place: null,
    purpose: null,
    standing: 'preparing',
    standingAt: since,
    ownerId: null,
    appliedAt: null,
    approvedAt: null,
    approval: null,
    sizeApproved: null,
    nearToldAt: null,
    fullToldAt: null,
    chases: 0,
    since,
  };
}

/** What the filing form still lacks, in words: 群主电话, 管理员2, 用途. */
export function missingOf(form: RegisterForm, posts: readonly PostEntry[]): readonly string[] {
  const lacking = POSTS.flatMap((post) => {
    const entry = posts.find((one) => one.post === post);
    if (entry === undefined) return [postName(post)];
    const { title, phone } = entry;
    return [...(title === '' ? ['职务'] : []), ...(phone === '' ? ['电话'] : [])].map(
      (what) => `${postName(post)}${what}`,
    );
  });
  return form.purpose === null ? [...lacking, '用途'] : lacking;
}

/** How many members the group may have: as approved, else as set. */
export function sizeLimitOf(form: RegisterForm, state: GroupState): number {
  return form.sizeApproved ?? state.settings.sizeLimit;
}

/** The one account that answers for the group, as the platform or the settings have it; null where nobody is known. */
export function ownerOf(deps: Deps, { group, settings }: GroupState): string | null {
  const id = ownerIdOf(group, appointedOf(deps, settings));
  return id === group.botId ? settings.ownerId : id;
}

/** Whom a word about the group's own affairs goes to. */
export function responsibleOf(deps: Deps, { group, settings }: GroupState): Person | null {
  const id = responsible(group, appointedOf(deps, settings));
  return id === null ? null : { id, name: id };
}

/** The organisation's staff, but for the one who did it. */
export function staffBut(deps: Deps, actorId: string): readonly Person[] {
  return deps.organisation.admins.filter((id) => id !== actorId).map((id) => ({ id, name: id }));
}
