import type { CardDraft } from '../../card/draft.js';
import type { Person } from '../action.js';
import type { Instant } from '../instant.js';
import type { Ban, MemberClass, RosterEntry } from '../people.js';

/** What an import would change, before it is made. */
export interface RosterPreview {
  readonly entries: readonly RosterEntry[];
  readonly before: number;
  readonly difference: {
    readonly added: readonly RosterEntry[];
    readonly removed: readonly RosterEntry[];
    readonly changed: readonly RosterEntry[];
  };
  readonly problems: readonly string[];
}

/** How a group stands to its list. */
export interface RosterCheck {
  readonly total: number;
  readonly listed: number;
  readonly matched: number;
  /** In the group, not on the list: 未核实. Verified by hand counts as known. */
  readonly unverified: readonly Person[];
  readonly ambiguous: readonly { readonly member: Person; readonly options: readonly RosterEntry[] }[];
  /** On the list, not in the group. */
  readonly absent: readonly RosterEntry[];
  readonly external: readonly Person[];
}

/** One member whose card is not in order: a row of the owner's table. */
export interface OutstandingCard {
  readonly member: Person;
  readonly problems: readonly string[];
  readonly suggestion: string | null;
  readonly draft: CardDraft | null;
  readonly remindedAt: Instant | null;
  readonly deadline: Instant | null;
}

/** One group that somebody is in. `kept`: why not removed; null: removed, or to be. */
export interface FoundElsewhere {
  readonly groupName: string;
  readonly member: Person;
  readonly kept: 'exempt' | 'no-right' | 'brake' | null;
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
  | { readonly kind: 'roster-in-private' }
  /** How a list is sent. */
  | { readonly kind: 'roster-how' }
  /** The file that was sent is no table, or too large. */
  | { readonly kind: 'roster-unreadable' }
  | { readonly kind: 'roster-preview'; readonly preview: RosterPreview }
  | { readonly kind: 'roster-imported'; readonly count: number }
  | {
      readonly kind: 'roster-check';
      readonly check: RosterCheck;
      readonly several: readonly { readonly member: Person; readonly groups: readonly string[] }[];
      /** Whether the commander may see phones. */
      readonly phones: boolean;
    }
  /** Nothing to compare with. */
  | { readonly kind: 'no-roster' }
  | { readonly kind: 'outsiders'; readonly members: readonly Person[]; readonly total: number }
  | { readonly kind: 'member-verified'; readonly member: Person }
  | { readonly kind: 'classed'; readonly member: Person; readonly memberClass: MemberClass | null }
  | { readonly kind: 'classes' }
  /** Somebody sent the own card to the bot, which cannot put it up. */
  | {
      readonly kind: 'card-line';
      readonly groupName: string;
      readonly card: string;
      /** Whether the group shows the person so already. */
      readonly shown: 'already' | 'not-yet';
      /** Empty: it is in order. */
      readonly problems: readonly string[];
      readonly suggestion: string | null;
      readonly draft: CardDraft | null;
      readonly format: string;
      readonly example: string;
    }
  | { readonly kind: 'admission-in-private' }
  | { readonly kind: 'admission-which'; readonly groups: readonly string[] }
  | { readonly kind: 'admission-inside'; readonly groupName: string }
  | {
      readonly kind: 'admission-ask';
      readonly groupName: string;
      readonly format: string;
      readonly example: string;
    }
  | {
      readonly kind: 'admission-wrong';
      readonly problems: readonly string[];
      readonly suggestion: string | null;
      readonly draft: CardDraft | null;
    }
  | { readonly kind: 'admission-taken'; readonly groupName: string }
  | { readonly kind: 'admission-refused' }
  | {
      readonly kind: 'offboard-list';
      readonly code: string;
      readonly seconds: number;
      readonly rows: readonly FoundElsewhere[];
    }
  | { readonly kind: 'offboarded'; readonly rows: readonly FoundElsewhere[] }
  | { readonly kind: 'cards-off' }
  | { readonly kind: 'cards-reminded'; readonly count: number };
