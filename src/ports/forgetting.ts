import type { Instant } from '../core/model/instant.js';
import type { PersonalData } from '../core/model/personal-data.js';

/** Letting go of texts and names; counts, strikes and the audit log stay (they hold no text). */
export interface ForgettingRecords {
  /** Empties the evidence of settled cases decided before `before`, and what was said about them; answers how many cases. */
  forgetEvidence(groupId: string, before: Instant): Promise<number>;
  personalData(groupId: string, memberId: string, at: Instant): Promise<PersonalData>;
  /** Empties evidence and name in the member's settled cases; answers how many cases. Open ones wait for their end. */
  eraseMember(groupId: string, memberId: string): Promise<number>;
}
