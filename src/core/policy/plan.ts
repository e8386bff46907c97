import type { Action, Person } from '../model/action.js';
import type { CaseStatus, Step } from '../model/case.js';
import type { Category } from '../model/category.js';
import type { Verdict } from '../model/verdict.js';
import { aboutOf, termsOf } from './grounds.js';
import { kindNote } from './kind-note.js';
import type { NoRight } from './authority.js';
import type { Ladder } from './ladder.js';
import { invitationActions } from './invitation.js';
import { isBeforeRemoval, stepOf } from './ladder.js';
import { joinedTold } from './joined.js';
import type { OpenQuestion } from './question.js';
import { isSevere, punishes, responseTo } from './response.js';
import type { Told } from './told.js';

export type Removal = 'ask' | 'auto' | 'never';

/** Everything a decision about one member's subject rests on. Plain data; nothing is looked up from here. */
export interface Standing {
  readonly groupId: string;
  readonly groupName: string;
  readonly member: Person;
  readonly exempt: boolean;
  /** Why a notice was not the member's to give; of no meaning where there is none. */
  readonly noRight: NoRight;
  /** Strikes that weigh before this decision. */
  readonly strikes: number;
  /** Some of them are of the organisation's other groups. */
  readonly sharesStrikes?: boolean;
  /** A question about this member already waits for an answer, and what comes now joins it. Null: it does not. */
  readonly pending: OpenQuestion | null;
  /** Cases of this member that wait for an answer to less than what is asked now, and are settled by its answer. */
  readonly takesIn?: readonly number[];
  readonly responsible: Person | null;
  readonly staff: readonly Person[];
  readonly canRemove: boolean;
  readonly removal: Removal;
  readonly ladder: Ladder;
  readonly timezone: string;
}

/** What is decided, before anything is written. `actions` need the case's number: see `actionsOf`. */
export interface Decision {
  readonly verdict: 'review' | 'violation';
  readonly category: Category;
  readonly step: Step;
  readonly strike: boolean;
  /** Strikes that weigh after it. */
  readonly strikes: number;
  readonly status: CaseStatus;
}

/** Turns a verdict and the member's standing into a decision. Null: nothing to decide (allow). */
export function decide(verdict: Verdict, standing: Standing): Decision | null {
  if (verdict.kind === 'allow' || verdict.category === null) return null;
  const category = verdict.category;
  if (standing.exempt) {
    return {
      verdict: verdict.kind,
      category,
      step: 'none',
      strike: false,
      strikes: standing.strikes,
      status: 'closed',
    };
  }
  if (verdict.kind === 'review') return reviewOf(category, standing);
  const strike = responseTo(category) !== 'deadline';
  const strikes = standing.strikes + (strike ? 1 : 0);
  const step = softened(stepOf(responseTo(category), strikes, standing.ladder), standing);
  return {
    verdict: 'violation',
    category,
    step,
    strike,
    strikes,
    status: statusOf(step, category, standing),
  };
}

function reviewOf(category: Category, standing: Standing): Decision {
  const response = responseTo(category);
  const step = response === 'note' || response === 'deadline' ? 'note' : 'review';
  const status = step === 'review' && standing.responsible !== null ? 'open' : 'closed';
  return { verdict: 'review', category, step, strike: false, strikes: standing.strikes, status };
}

/** Where the owner wants no removals at all, the ladder ends at its last warning. */
function softened(step: Step, standing: Pick<Standing, 'removal'>): Step {
  return step === 'removal' && standing.removal === 'never' ? 'final' : step;
}

function statusOf(step: Step, category: Category, standing: Standing): CaseStatus {
  if (category === 'notice') return 'open';
  if (step !== 'removal') return 'closed';
  if (standing.pending !== null) return 'open';
  return standing.removal === 'ask' || !standing.canRemove ? 'open' : 'closed';
}

export interface Decided {
  readonly decision: Decision;
  readonly verdict: Verdict;
}

/** The actions of a decision, in the order they are to be done. */
export function actionsOf(decided: Decided, standing: Standing, caseId: number): readonly Action[] {
  const { decision, verdict } = decided;
  const about = aboutOf(decision, verdict, caseId);
  const of = { groupId: standing.groupId, about, member: standing.member };
  const told = {
    terms: termsOf(verdict.findings, decision.category),
    score: verdict.score,
    groupName: standing.groupName,
  };
  if (standing.exempt) return exemptActions(standing, decision, { ...of, ...told });
  const to = standing.responsible;
  switch (decision.step) {
    case 'warning':
    case 'final':
      return [
        ...warnActions(decision, standing, { ...of, ...told }),
        ...noticeActions(decision, standing, { ...of, ...told }),
      ];
    case 'removal':
      return [
        ...noticeActions(decision, standing, { ...of, ...told }),
        ...removalActions(decision, standing, { ...of, ...told }),
      ];
    case 'review':
      if (decision.category === 'invitation') return invitationActions(standing, { ...of, ...told });
      if (to === null || standing.pending !== null) return [];
      return [
        {
          kind: 'request',
          to,
          ask: askFor(decision.category),
          leadsTo: leadsTo(decision.category, standing),
          ...of,
          ...told,
          ...takingIn(standing),
        },
      ];
    case 'note':
      return kindNote({ ...of, findings: verdict.findings });
    case 'none':
      return noticeActions(decision, standing, { ...of, ...told });
  }
}

function takingIn({ takesIn = [] }: Standing): { readonly together?: readonly number[] } {
  return takesIn.length === 0 ? {} : { together: takesIn };
}

function askFor(category: Category): 'notice' | 'review' {
  return category === 'notice' ? 'notice' : 'review';
}

/** What confirming a merely suspected finding comes to: the step that a violation would have led to. */
export function leadsTo(
  category: Category,
  standing: Pick<Standing, 'strikes' | 'ladder' | 'removal'>,
): Step {
  if (!punishes(category)) return 'none';
  return softened(stepOf(responseTo(category), standing.strikes + 1, standing.ladder), standing);
}

function warnActions(decision: Decision, standing: Standing, told: Told): readonly Action[] {
  const { groupId, about, member, terms } = told;
  const step = decision.step === 'final' ? 'final' : 'warning';
  const { strikes } = decision;
  const beforeRemoval = isBeforeRemoval(strikes, standing.ladder, standing.removal);
  const fresh = { heldSince: null, timezone: standing.timezone };
  const warn: Action = {
    kind: 'warn',
    groupId,
    about,
    member,
    terms,
    step,
    count: strikes,
    ...(standing.sharesStrikes === true ? { shared: true as const } : {}),
    beforeRemoval,
    ...fresh,
  };
  const to = standing.responsible;
  return isSevere(decision.category) && to !== null ? [warn, { kind: 'alert', to, ...told }] : [warn];
}

function removalActions(decision: Decision, standing: Standing, told: Told): readonly Action[] {
  const { groupId, about, member } = told;
  const owner = standing.responsible;
  if (decision.step !== 'removal') return [];
  if (standing.pending !== null)
    return decision.category === 'notice' || owner === null ? [] : joinedTold(standing.pending, owner, told);
  if (standing.removal === 'auto' && standing.canRemove) {
    const days = standing.ladder.expireDays;
    const { terms, score } = told;
    const of = { groupId, about, member, terms, score };
    return [{ kind: 'remove', ...of, strikes: decision.strikes, days, decidedBy: 'bot', owner }];
  }
  if (owner === null) return [];
  return [
    {
      kind: 'request',
      to: owner,
      ask: standing.canRemove ? 'removal' : 'hand-removal',
      leadsTo: 'removal',
      ...told,
      ...takingIn(standing),
    },
  ];
}

/**
 * An unauthorised notice: the group is told calmly (by the warning itself where there is one, so that it hears one sentence
 * and not two), the author how to submit it, the owner asked whether it is genuine.
 */
function noticeActions(decision: Decision, standing: Standing, told: Told): readonly Action[] {
  if (decision.category !== 'notice' || decision.verdict !== 'violation') return [];
  const { groupId, about, member } = told;
  const to = standing.responsible;
  const isWarned = decision.step === 'warning' || decision.step === 'final';
  // One case, one question: where the author's removal is asked for, /驳回 says that the notice was genuine.
  const asksRemoval = removalActions(decision, standing, told).some((action) => action.kind === 'request');
  return [
    ...(isWarned ? [] : [{ kind: 'notice-note' as const, groupId, about, member }]),
    { kind: 'notice-advice', groupId, about, member, noRight: standing.noRight },
    ...(to === null || asksRemoval
      ? []
      : [{ kind: 'request' as const, to, ask: 'notice' as const, leadsTo: 'none' as const, ...told }]),
  ];
}

/** Findings of exempt persons are shown to the organisation's staff only; a notice also to its author. */
function exemptActions(standing: Standing, decision: Decision, told: Told): readonly Action[] {
  const { groupId, about, member } = told;
  // A kind word is for members; whom it would not be said to, nobody is told of.
  if (responseTo(decision.category) === 'note') return [];
  const alerts = standing.staff
    .filter((person) => person.id !== member.id)
    .map((to): Action => ({ kind: 'alert', to, ...told }));
  if (decision.category !== 'notice') return alerts;
  return [{ kind: 'notice-advice', groupId, about, member, noRight: standing.noRight }, ...alerts];
}
