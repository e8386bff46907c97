import type { Case } from '../case.js';
import type { Instant } from '../instant.js';

/** One of the person's own cases. `appealable`: it can be appealed now. `in-appeal`: it is. `open`: it is being looked at. */
export interface OwnCase {
  readonly id: Case['id'];
  readonly at: Instant;
  readonly category: Case['category'];
  readonly step: Case['step'];
  readonly groupName: string;
  readonly timezone: string;
  readonly standing: 'appealable' | 'in-appeal' | 'open';
  /** Whether somebody still has to decide: what was planned (a removal) is not done. */
  readonly isOpen: boolean;
}

/** To words that are no command, from somebody who has a case: which it is, and what can be done about it. */
export interface OwnCaseAnswer {
  readonly kind: 'own-cases';
  /** The newest first, at least one. */
  readonly cases: readonly OwnCase[];
}
