import type { ClusterRecords } from '../ports/cluster.js';

type Joining = Pick<ClusterRecords, 'join' | 'joined'>;

/** The groups that this process's account is in: those it was seen in before, and those it hears of. */
export interface Membership {
  has(groupId: string): boolean;
  /** True where the group was not known: it is written with the next look. */
  heard(groupId: string): boolean;
  forget(groupId: string): void;
  load(records: Joining, account: string): Promise<void>;
  write(records: Joining, account: string): Promise<void>;
}

export function createMembership(): Membership {
  const joined = new Set<string>();
  const fresh = new Set<string>();
  return {
    has: (groupId) => joined.has(groupId),
    heard(groupId) {
      if (joined.has(groupId) || fresh.has(groupId)) return false;
      fresh.add(groupId);
      return true;
    },
    forget(groupId) {
      joined.delete(groupId);
      fresh.delete(groupId);
    },
    async load(records, account) {
      joined.clear();
      for (const groupId of await records.joined(account)) joined.add(groupId);
    },
    async write(records, account) {
      const groupIds = [...fresh];
      await records.join(account, groupIds);
      for (const groupId of groupIds) {
        joined.add(groupId);
        fresh.delete(groupId);
      }
    },
  };
}
