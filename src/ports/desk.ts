import type { Appeal } from '../core/model/appeal.js';
import type { CaseStatus } from '../core/model/case.js';
import type { OwnWord } from '../core/model/own-word.js';
import type { Instant } from '../core/model/instant.js';

export interface NewAppeal {
  readonly caseId: number;
  readonly memberId: string;
  readonly at: Instant;
  readonly before: CaseStatus;
}

export interface DeskRecords {
  /** Joins a complaint to its case; false when this person has complained of it already. */
  addComplaint(complaint: {
    readonly caseId: number;
    readonly complainantId: string;
    readonly groupId: string;
    readonly at: Instant;
  }): Promise<boolean>;
  /** Who has complained in a case, in order. */
  complainants(caseId: number): Promise<readonly string[]>;
  /** How many complaints a person has made in a group since `since`. */
  complaintsSince(groupId: string, complainantId: string, since: Instant): Promise<number>;
  /** How many of a person's complaints in a group since `since` turned out to be unfounded, and how many were right. */
  complaintsDecided(
    groupId: string,
    complainantId: string,
    since: Instant,
  ): Promise<{ readonly unfounded: number; readonly right: number }>;
  /** Takes a case in hand; answers who has it: the caller, or whoever came first. */
  claimCase(caseId: number, actor: string, at: Instant): Promise<string>;

  /** Every appeal of a case, oldest first. */
  appeals(caseId: number): Promise<readonly Appeal[]>;
  openAppeal(fresh: NewAppeal): Promise<void>;
  /** Ends the open appeal of a case; answers it, or null where there is none. */
  decideAppeal(
    caseId: number,
    decision: { readonly status: 'granted' | 'refused'; readonly actor: string; readonly at: Instant },
  ): Promise<Appeal | null>;

  /** The group's own words, in order of their code units. */
  ownWords(groupId: string): Promise<readonly OwnWord[]>;
  putOwnWord(groupId: string, word: OwnWord): Promise<void>;
  /** False when there was no such word. */
  dropOwnWord(groupId: string, word: string): Promise<boolean>;
}
