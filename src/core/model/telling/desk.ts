import type { Instant } from '../instant.js';
import type { Outage } from '../event.js';
import type { About, Person } from '../action.js';
import type { CaseStatus, Step } from '../case.js';
import type { Category } from '../category.js';
import type { OrganisationWeek } from '../../digest/organisation.js';
import type { Preset } from '../../policy/preset.js';

/** What the owner's desk says of itself. */
export type DeskTelling =
  /** Somebody with authority cannot be reached in private: said in the group, without saying what it is about. */
  | { readonly kind: 'befriend' }
  /** To whoever complained, in private. */
  | {
      readonly kind: 'complaint-result';
      readonly caseId: number;
      readonly result: 'upheld' | 'noted' | 'rejected' | 'withdrawn';
    }
  /** Several questions that nobody has answered, once more. */
  | { readonly kind: 'still-waiting'; readonly groupName: string; readonly caseIds: readonly number[] }
  /** While a removal waits for an answer, its member did the like again: it is decided together with case `caseId`. */
  | {
      readonly kind: 'joined';
      readonly caseId: number;
      readonly about: About;
      readonly member: Person;
      readonly terms: readonly string[];
      readonly score: number;
      readonly groupName: string;
      /** How many have joined, this one included. */
      readonly count: number;
    }
  /** While a question waits for an answer, its member sent more that is merely suspected: told together, settled by the same answer. */
  | {
      readonly kind: 'joined-more';
      readonly caseId: number;
      /** What `/确认` leads to. */
      readonly leadsTo: Step;
      readonly groupName: string;
      readonly member: Person;
      readonly caseIds: readonly number[];
      /** What they look like; empty where they are only to be looked at. */
      readonly categories: readonly Category[];
    }
  /** A complaint that nobody has decided in time: to whom it lies with, and above. */
  | { readonly kind: 'complaint-late'; readonly caseId: number; readonly groupName: string }
  /** An appeal to be decided. */
  | {
      readonly kind: 'appeal';
      readonly caseId: number;
      readonly groupName: string;
      readonly memberName: string;
      readonly reason: string;
      readonly again: boolean;
    }
  /** To whoever appealed, in private, where nothing changes. */
  | { readonly kind: 'appeal-kept'; readonly caseId: number }
  /** To whom a complaint was about that was found right and led to nothing else. */
  | { readonly kind: 'complaint-noted'; readonly caseId: number; readonly mayAppeal: boolean }
  /** To whoever appealed, where the case is reversed and nothing else tells them. */
  | { readonly kind: 'appeal-granted'; readonly caseId: number }
  /** Into the group: the discussion is to pause, or goes on. */
  | { readonly kind: 'quiet'; readonly minutes: number }
  | { readonly kind: 'quiet-over' }
  /** To the sender, in the group. */
  | { readonly kind: 'recall-please' }
  | { readonly kind: 'recall-by-hand'; readonly name: string }
  /** Into the group, without a name; and to whoever answers for it. */
  | { readonly kind: 'stolen-guidance' }
  /** Into the group, where it had been warned. */
  | { readonly kind: 'stolen-over' }
  | { readonly kind: 'stolen'; readonly name: string; readonly groupName: string }
  /** A rule was corrected too often and only suspects from now on. */
  | {
      readonly kind: 'rule-doubted';
      readonly rule: string;
      readonly reversals: number;
      readonly cases: number;
    }
  /** To whoever answers for a group that is only watched so far. */
  | {
      readonly kind: 'first-meeting';
      readonly groupName: string;
      readonly canRemove: boolean;
      readonly ownerKnown: boolean;
      readonly preset: Preset;
      readonly template: string | null;
    }
  /** The platform forbade a line; there is something to see all the same. */
  | {
      readonly kind: 'kept-back';
      readonly what: 'case';
      readonly caseId: number;
      readonly groupName: string;
    }
  | { readonly kind: 'kept-back'; readonly what: 'digest'; readonly groupName: string }
  /** For so long the bot heard nothing, or heard and was not let speak. */
  | {
      readonly kind: 'outage';
      readonly what: Outage;
      readonly from: Instant;
      readonly to: Instant;
      readonly timezone: string;
    }
  /** The week over all groups, to the organisation's staff. */
  | { readonly kind: 'organisation-week'; readonly week: OrganisationWeek }
  /** A grave matter, to the organisation: what and where, not who. */
  | {
      readonly kind: 'upward';
      readonly caseId: number;
      readonly groupName: string;
      readonly category: Category;
      readonly step: Step;
      /** Whether somebody is asked about it. */
      readonly status: CaseStatus;
    }
  /** More of them soon after, in one line; `from` and `to` are the first and the last number. */
  | {
      readonly kind: 'upward-more';
      readonly groupName: string;
      readonly cases: number;
      readonly from: number;
      readonly to: number;
      readonly categories: readonly Category[];
    }
  /** The rules of the group, told by themselves; a word about fraud and old chats; a greeting. */
  | {
      readonly kind: 'rules-told';
      readonly groupName: string;
      readonly format: string | null;
      readonly example: string;
    }
  | { readonly kind: 'safety-told' }
  | { readonly kind: 'welcome' }
  /** What would have been done in the first week. */
  | { readonly kind: 'trial-over'; readonly groupName: string; readonly week: TrialWeek };

export interface TrialWeek {
  readonly messages: number;
  readonly warnings: number;
  readonly removals: number;
  readonly reviews: number;
  readonly cards: number;
}
