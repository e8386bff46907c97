import type { Instant } from './instant.js';

/** What a member is to the organisation (clause 1.9); rules, exemptions and answers name it. */
export const MEMBER_CLASSES = [
  'staff',
  'student',
  'alumni',
  'third-party',
  'external',
  'leader',
  'teacher',
] as const;

export type MemberClass = (typeof MEMBER_CLASSES)[number];

/** What is known of a member of one group beyond the platform. Names are kept as keyed hashes: they are compared, not read back. */
export interface MemberProfile {
  readonly groupId: string;
  readonly memberId: string;
  readonly memberClass: MemberClass | null;
  readonly classedBy: string | null;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Instant | null;
  readonly inviterId: string | null;
  readonly joinedAt: Instant | null;
  /** Of the person's name on the card that was last in order. */
  readonly nameKey: string | null;
  /** Of name, major and year together: the same under two ids is one person with two accounts. */
  readonly identityKey: string | null;
}

/** Why somebody is not in a group any more; the latest time only. `removerId` null: left by oneself. */
export interface Departure {
  readonly groupId: string;
  readonly memberId: string;
  readonly at: Instant;
  readonly removerId: string | null;
}

/** The whole organisation, where a group id stands otherwise. */
export const EVERYWHERE = '*';

/** Who may not come back. `scope`: a group's id, or `EVERYWHERE`. */
export interface Ban {
  readonly scope: string;
  readonly memberId: string;
  readonly by: string;
  readonly at: Instant;
}

/** One line of a roster: an empty text where the list says nothing. */
export interface RosterEntry {
  readonly name: string;
  readonly city: string;
  readonly major: string;
  readonly year: string;
  readonly department: string;
  readonly title: string;
  readonly phone: string;
  readonly memberClass: MemberClass | null;
}
