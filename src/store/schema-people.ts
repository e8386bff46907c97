import type { MemberClass } from '../core/model/people.js';

interface MemberProfileTable {
  group_id: string;
  member_id: string;
  class: MemberClass | null;
  classed_by: string | null;
  verified_by: string | null;
  verified_at: number | null;
  inviter_id: string | null;
  joined_at: number | null;
  name_key: string | null;
  identity_key: string | null;
}

interface DepartureTable {
  group_id: string;
  member_id: string;
  at: number;
  remover_id: string | null;
}

interface BanTable {
  /** A group's id, or `*`. */
  scope: string;
  member_id: string;
  banned_by: string;
  at: number;
}

interface RosterEntryTable {
  group_id: string;
  /** The place in the list, from 0. */
  line: number;
  /** JSON of the entry. */
  entry: string;
}

export interface PeopleTables {
  member_profile: MemberProfileTable;
  departure: DepartureTable;
  ban: BanTable;
  roster_entry: RosterEntryTable;
}
