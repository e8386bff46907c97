import type { Category } from './category.js';
import type { Finding } from './finding.js';
import type { Instant } from './instant.js';

/** Which step followed: of the ladder, or none of it (a review, a note, an exempt person's finding). */
export type Step = 'warning' | 'final' | 'removal' | 'review' | 'note' | 'none';

/**
 * `open`: somebody with authority is asked. `closed`: nothing more is due. `confirmed`, `rejected`: answered.
 * `overturned`: reversed, as if it had not been.
 */
export type CaseStatus = 'open' | 'closed' | 'confirmed' | 'rejected' | 'overturned';

/** One decision about one subject. The findings carry the evidence; the message itself is not kept. */
export interface Case {
  readonly id: number;
  readonly groupId: string;
  readonly memberId: string | null;
  /** The member's shown name when it was decided. */
  readonly memberName: string;
  /** Unique: the same subject delivered again makes no second case. `message:<group>:<id>`, `card:…`, `manual:…` */
  readonly subject: string;
  readonly at: Instant;
  readonly verdict: 'review' | 'violation';
  readonly category: Category;
  readonly score: number;
  readonly findings: readonly Finding[];
  readonly step: Step;
  /** Active strikes of the member after this decision. */
  readonly strikes: number;
  readonly observed: boolean;
  readonly exempt: boolean;
  readonly status: CaseStatus;
}

export type CaseEventKind =
  | 'opened'
  | 'reopened'
  | 'joined'
  | 'asked-anew'
  | 'confirmed'
  | 'rejected'
  | 'overturned'
  | 'withdrawn'
  | 'closed'
  | 'appealed'
  | 'appeal-refused';

/** What happened to a case: append-only. `actor` is a contact id, or `bot`. */
export interface CaseEvent {
  readonly caseId: number;
  readonly at: Instant;
  readonly kind: CaseEventKind;
  readonly actor: string;
  readonly reason: string;
}
