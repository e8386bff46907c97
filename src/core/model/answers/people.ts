import type { Person } from '../action.js';
import type { Instant } from '../instant.js';
import type { Ban } from '../people.js';

/** One member whose card is not in order: a row of the owner's table. */
export interface OutstandingCard {
  readonly member: Person;
  readonly problems: readonly string[];
  readonly suggestion: string | null;
  readonly remindedAt: Instant | null;
  readonly deadline: Instant | null;
}

/** What is answered about who people are. */
export type PeopleAnswer =
  | {
      readonly kind: 'banned';
      readonly memberId: string;
      readonly name: string;
      readonly everywhere: boolean;
      /** Still in the group: removing is another word. */
      readonly present: boolean;
    }
  | { readonly kind: 'unbanned'; readonly memberId: string; readonly was: boolean }
  | { readonly kind: 'bans'; readonly bans: readonly Ban[]; readonly timezone: string }
  /** The platform gives a new id at each login: a list of ids means nothing there. */
  | { readonly kind: 'ids-change' }
  | { readonly kind: 'farewell' }
  | {
      readonly kind: 'cards';
      readonly rows: readonly OutstandingCard[];
      readonly format: string;
      readonly total: number;
      readonly timezone: string;
    }
  | { readonly kind: 'cards-off' }
  | { readonly kind: 'cards-reminded'; readonly count: number };
