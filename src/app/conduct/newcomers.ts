import { DAY, type Instant } from '../../core/model/instant.js';
import { MOST_PROBATION_DAYS } from '../../core/policy/conduct-settings.js';
import type { Deps } from '../deps.js';

/** Who joined lately while the bot was there. Who was there before it is nobody's newcomer. */
export interface Newcomers {
  load(): Promise<void>;
  joined(groupId: string, memberId: string, at: Instant): Promise<void>;
  /** When the member joined, within the longest probation there is; null for everybody else. */
  joinedAt(groupId: string, memberId: string): Instant | null;
}

export function createNewcomers(deps: Deps): Newcomers {
  const groups = new Map<string, Map<string, Instant>>();
  const put = (groupId: string, memberId: string, at: Instant): void => {
    const members = groups.get(groupId) ?? new Map<string, Instant>();
    groups.set(groupId, members.set(memberId, at));
  };
  return {
    async load() {
      const since = deps.clock.now() - MOST_PROBATION_DAYS * DAY;
      for (const { groupId, memberId, joinedAt } of await deps.store.newcomers(since))
        put(groupId, memberId, joinedAt);
    },
    async joined(groupId, memberId, joinedAt) {
      put(groupId, memberId, joinedAt);
      await deps.store.putNewcomer({ groupId, memberId, joinedAt });
    },
    joinedAt: (groupId, memberId) => groups.get(groupId)?.get(memberId) ?? null,
  };
}
