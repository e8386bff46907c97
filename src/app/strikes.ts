import type { Strike } from '../core/model/strike.js';
import type { Records } from '../ports.js';
import type { Deps } from './deps.js';

/**
 * The strikes that weigh for a member: of the group, or, where the organisation shares them, of all its groups (EM8(一)). Ids that
 * change at login name nobody in another group.
 */
export function strikesFor(
  deps: Deps,
  records: Pick<Records, 'strikesOf' | 'strikesEverywhere'>,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
): Promise<readonly Strike[]> {
  const isShared = deps.organisation.strikes === 'shared' && !memberId.startsWith('@');
  return isShared ? records.strikesEverywhere(memberId) : records.strikesOf(groupId, memberId);
}
