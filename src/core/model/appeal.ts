import type { CaseStatus } from './case.js';
import type { Instant } from './instant.js';

export type AppealStatus = 'open' | 'granted' | 'refused';

/** A member's objection to a case. `before`: the status that the case goes back to when it is refused. */
export interface Appeal {
  readonly id: number;
  readonly caseId: number;
  readonly memberId: string;
  readonly at: Instant;
  readonly before: CaseStatus;
  readonly status: AppealStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}
