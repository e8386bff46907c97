import type { Person } from './action.js';
import type { Instant } from './instant.js';

/** A notice before those who approve it. `round`: asked first, asked again, asked in somebody's stead. */
export interface Submission {
  readonly author: Person;
  readonly text: string;
  readonly source: string;
  readonly validUntil: Instant | null;
  readonly round: 'first' | 'again' | 'deputy';
  readonly answerBy: Instant;
  readonly approvals: { readonly given: number; readonly needed: number };
  readonly timezone: string;
}
