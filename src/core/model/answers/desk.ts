import type { Case } from '../case.js';
import type { Instant } from '../instant.js';
import type { Preset } from '../../policy/preset.js';
import type { Person } from '../action.js';

/** What the owner's desk answers: complaints, appeals, exemptions, cases taken in hand. */
export type DeskAnswer =
  | { readonly kind: 'complaint-taken'; readonly caseId: number; readonly joined: boolean }
  | { readonly kind: 'complaint-limit'; readonly most: number }
  /** Nobody above the accused is there to look at it. */
  | { readonly kind: 'complaint-nowhere' }
  | { readonly kind: 'complaint-self' }
  | { readonly kind: 'appeal-taken'; readonly caseId: number }
  | {
      readonly kind: 'appeal-refused';
      readonly caseId: number;
      readonly why: 'not-yours' | 'nothing-done' | 'open' | 'often' | 'late' | 'decided-by-higher';
    }
  /** The open question of the case is an appeal: there are two answers to it. */
  | { readonly kind: 'in-appeal'; readonly caseId: number }
  | { readonly kind: 'appeal-kept'; readonly caseId: number }
  /** Whoever decided a case does not decide its appeal, where somebody else is there. */
  | { readonly kind: 'other-decides'; readonly caseId: number }
  | { readonly kind: 'claimed'; readonly case: Case; readonly by: 'you' | 'other' }
  /** Somebody else has just done the same by hand. */
  | {
      readonly kind: 'done-by-other';
      readonly caseId: number;
      readonly member: Person;
      readonly what: 'warning' | 'removal';
    }
  | {
      readonly kind: 'exempted';
      readonly member: Person;
      readonly until: Instant | null;
      readonly timezone: string;
    }
  /** The proposals of the first meeting are taken. */
  | { readonly kind: 'settled-in'; readonly groupName: string; readonly preset: Preset }
  | { readonly kind: 'exemption-over'; readonly member: Person };

/** What a reversal suggests, so that the same mistake is not made again. */
export type NextTime =
  /** The one word that the case rested on, as an exception: `/好` accepts it. */
  | { readonly kind: 'exception'; readonly word: string }
  /** The rule on probation: the case rested on more than one word, or on none. */
  | { readonly kind: 'rule'; readonly rule: string };
