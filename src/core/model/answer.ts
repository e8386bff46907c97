import type { RegisterAnswer } from './answer/register.js';
import type { WeekTotals } from '../digest/totals.js';
import type { NoticesAnswer } from './answer/notices.js';
import type { Case, CaseEvent, Step } from './case.js';
import type { Instant } from './instant.js';
import type { Strike } from './strike.js';
import type { Person } from './action.js';
import type { CodesAnswer } from './answers/codes.js';
import type { ConductAnswer } from './answers/conduct.js';
import type { ControlAnswer } from './answers/control.js';
import type { DeskAnswer, NextTime } from './answers/desk.js';
import type { OwnCaseAnswer } from './answers/own-case.js';
import type { PeopleAnswer } from './answers/people.js';
import type { PersonalData } from './personal-data.js';
import type { Role } from '../policy/authority.js';

export interface HelpEntry {
  readonly name: string;
  readonly alias: string;
  readonly usage: string;
  readonly summary: string;
}

/** What `/状态` knows. */
export interface StatusView {
  readonly groupName: string;
  readonly mode: 'observe' | 'enforce';
  readonly removal: 'ask' | 'auto' | 'never';
  readonly canRemove: boolean;
  readonly ownerKnown: boolean;
  readonly openCases: number;
  readonly waiting: number;
  readonly cards: number;
  /** Cases of the last seven days of which something was not done. */
  readonly failed: readonly number[];
  /** What the platform did not allow in that time, by kind of action. */
  readonly limits: Readonly<Record<string, number>>;
  /** Until when the brake on removals is lifted; null: it is not. */
  readonly lifted: Instant | null;
  /** When the last message was heard here; null: none since the start. */
  readonly heardAt: Instant | null;
  readonly timezone: string;
  readonly warnings: readonly string[];
}

/** `looked`: nothing of its kind was there. `off`: the group does not use it. `probation`: what it finds is only recorded. */
export interface SilentRule {
  readonly rule: string;
  readonly why: 'looked' | 'off' | 'probation';
}

/** What `/为什么` knows of a case. */
export interface WhyView {
  readonly case: Case;
  /** Further cases that are decided together with it. */
  readonly joined: readonly Case[];
  readonly events: readonly CaseEvent[];
  readonly actions: readonly { readonly kind: string; readonly state: string }[];
  /** Rules that looked at the same message and did not fire, and why not. */
  readonly silent: readonly SilentRule[];
  readonly timezone: string;
}

/** What a command answers, as data: the wording makes sentences of it. A field of its own has its answers in `answer/<field>.ts`. */
export type Answer =
  | CodesAnswer
  | ConductAnswer
  | DeskAnswer
  | OwnCaseAnswer
  | PeopleAnswer
  | RegisterAnswer
  | ControlAnswer
  | {
      readonly kind: 'unknown-command';
      readonly typed: string;
      /** The command that was probably meant, and how it is written. */
      readonly nearest: string | null;
      readonly usage: string | null;
      /** Whether the person answers for the group: what is proposed else. */
      readonly leads: boolean;
    }
  | { readonly kind: 'refused'; readonly least: Role }
  | { readonly kind: 'usage'; readonly usage: string }
  | { readonly kind: 'help'; readonly entries: readonly HelpEntry[] }
  | { readonly kind: 'status'; readonly status: StatusView }
  | {
      readonly kind: 'groups';
      readonly groups: readonly { readonly id: string; readonly name: string }[];
      readonly chosen: number | null;
    }
  | { readonly kind: 'mode'; readonly mode: 'observe' | 'enforce'; readonly changed: boolean }
  | { readonly kind: 'no-member'; readonly typed: string }
  | { readonly kind: 'which-member'; readonly typed: string; readonly options: readonly string[] }
  /** Nobody is called so, but these come near. */
  | { readonly kind: 'near-member'; readonly typed: string; readonly options: readonly string[] }
  | { readonly kind: 'no-case'; readonly id: string }
  | { readonly kind: 'seen-gone'; readonly cases: readonly Case[] }
  | {
      readonly kind: 'strikes';
      readonly member: Person;
      readonly active: number;
      readonly strikes: readonly Strike[];
      /** Whether the organisation's groups count their strikes together. */
      readonly shared: boolean;
      /** The other groups that some of them are of. */
      readonly elsewhere: readonly { readonly groupId: string; readonly name: string }[];
      readonly now: Instant;
      readonly timezone: string;
    }
  | {
      readonly kind: 'case';
      readonly case: Case;
      /** Further cases that are decided together with it. */
      readonly joined: readonly Case[];
      readonly events: readonly CaseEvent[];
      readonly timezone: string;
    }
  | {
      readonly kind: 'cases';
      readonly title: string;
      readonly cases: readonly Case[];
      /** Of open cases that asked: the others that the same answer settles, which are not listed by themselves. */
      readonly together: Readonly<Record<number, readonly number[]>>;
      readonly timezone: string;
    }
  | { readonly kind: 'why'; readonly why: WhyView }
  | { readonly kind: 'already-answered'; readonly case: Case }
  | { readonly kind: 'not-asked'; readonly case: Case }
  | {
      readonly kind: 'confirmed';
      readonly case: Case;
      readonly follows: 'removal' | 'warning' | 'nothing';
      /** Further cases settled by the same answer. */
      readonly together: readonly number[];
      /** The same member's question that calls for more and is still open; null: none. */
      readonly graver: number | null;
    }
  | {
      readonly kind: 'rejected';
      readonly case: Case;
      readonly strikes: number;
      readonly together: readonly number[];
      readonly graver: number | null;
    }
  | {
      readonly kind: 'overturned';
      readonly case: Case;
      readonly strikes: number;
      readonly removed: boolean;
      /** Whether the member hears of it: only who had been spoken to. */
      readonly told: boolean;
      /** Merely suspected cases that had joined its question, let go with it. */
      readonly along: readonly number[];
      /** Cases that had joined its question and are still to be decided. */
      readonly waiting: readonly number[];
      /** Cases that were confirmed by the same answer, and stand. */
      readonly together: readonly number[];
      readonly next: NextTime | null;
    }
  | {
      readonly kind: 'warned';
      readonly caseId: number;
      readonly member: Person;
      readonly strikes: number;
      /** Where the ladder stands after it: `removal` is for the commander to say. */
      readonly reached: Step;
    }
  | {
      readonly kind: 'confirm-removal';
      readonly member: Person;
      readonly code: string;
      readonly seconds: number;
    }
  | { readonly kind: 'bad-code' }
  | { readonly kind: 'removing'; readonly caseId: number; readonly member: Person }
  | { readonly kind: 'protected'; readonly member: Person }
  | { readonly kind: 'brake'; readonly limit: number; readonly span: 'day' | 'hour' }
  | { readonly kind: 'cannot-remove' }
  | {
      readonly kind: 'rules';
      readonly groupName: string;
      readonly format: string | null;
      readonly example: string;
    }
  | {
      readonly kind: 'privacy';
      readonly staffed: boolean;
      readonly evidenceDays: number;
      /** Whether the organisation's groups count their strikes together. */
      readonly shared: boolean;
      /** How to reach whoever runs the bot; empty: not told. */
      readonly contact: string;
    }
  | {
      readonly kind: 'my-data';
      readonly data: PersonalData;
      readonly evidenceDays: number;
      /** How many cases were emptied just now; null where nothing was asked to be deleted. */
      readonly erased: number | null;
    }
  | { readonly kind: 'digest'; readonly totals: WeekTotals }
  | {
      readonly kind: 'choose-group';
      readonly groups: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly kind: 'no-group' }
  /** To who is in none of the bot's groups: what it is, and how it comes into one. */
  | { readonly kind: 'help-outside' }
  /** What became of each of several numbers. */
  | {
      readonly kind: 'several';
      readonly answers: readonly { readonly id: number; readonly answer: Answer }[];
    }
  | { readonly kind: 'too-many-numbers'; readonly most: number }
  | NoticesAnswer;
