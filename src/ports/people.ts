import type { Ban, Departure, MemberProfile, RosterEntry } from '../core/model/people.js';

/** Who people are: classes and verification, departures, bans, the roster of a group. */
export interface PeopleRecords {
  profile(groupId: string, memberId: string): Promise<MemberProfile | null>;
  /** By member id. */
  profiles(groupId: string): Promise<readonly MemberProfile[]>;
  putProfile(profile: MemberProfile): Promise<void>;

  departure(groupId: string, memberId: string): Promise<Departure | null>;
  putDeparture(departure: Departure): Promise<void>;

  /** Those of the scopes, by member id. */
  bans(scopes: readonly string[]): Promise<readonly Ban[]>;
  /** Banned again, the first ban stands. */
  putBan(ban: Ban): Promise<void>;
  /** True where there was one. */
  dropBan(scope: string, memberId: string): Promise<boolean>;

  /** As imported, in the order of the list. */
  roster(groupId: string): Promise<readonly RosterEntry[]>;
  /** Puts the list in the place of the earlier one. */
  putRoster(groupId: string, entries: readonly RosterEntry[]): Promise<void>;
}
