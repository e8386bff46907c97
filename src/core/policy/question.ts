import type { Case, Step } from '../model/case.js';
import type { Category } from '../model/category.js';
import type { Certainty } from '../model/finding.js';
import { isDanger } from './incident-actions.js';
import { gravity } from './response.js';

/** A question about what a member said, put to whoever answers for the group and not answered yet. */
export interface OpenQuestion {
  /** The case that asked it. */
  readonly caseId: number;
  readonly category: Category;
  /** What `/确认` was said to lead to. */
  readonly leadsTo: Step;
  readonly certainty: Certainty;
  /** Certain offences that have joined it since. */
  readonly joined: number;
}

/** What comes now, and whether it needs a question of its own. */
export type Coming = Pick<OpenQuestion, 'category' | 'leadsTo' | 'certainty'>;

/** These are asked about in words of their own, and answered by other commands as often as not. */
const OWN_QUESTIONS: readonly Category[] = ['notice', 'invitation', 'impersonation', 'harassment', 'card'];

/** Whether a case is a message that is merely suspected: one question about its member is enough for all of these. */
export function isSuspicion(one: Pick<Case, 'step' | 'subject' | 'category' | 'findings'>): boolean {
  if (one.step !== 'review' || !one.subject.startsWith('message:')) return false;
  return !OWN_QUESTIONS.includes(one.category) && !isDanger(one.category, one.findings);
}

/** Nothing, a word, the removal of somebody suspected, the removal of somebody who certainly did it. */
function weight({ leadsTo, certainty }: Coming): number {
  switch (leadsTo) {
    case 'removal':
      return certainty === 'confirmed' ? 3 : 2;
    case 'warning':
    case 'final':
      return 1;
    case 'review':
    case 'note':
    case 'none':
      return 0;
  }
}

/** A yes to the open question would come to less than what comes now calls for: it is asked anew, for all of it. */
export function asksMore(coming: Coming, open: OpenQuestion): boolean {
  return weight(coming) > weight(open);
}

/** It joins the open question, but is of a graver sort than what was asked about: that is told at once. */
export function isGraverSort(coming: Coming, open: OpenQuestion): boolean {
  return gravity(coming.category) < gravity(open.category);
}
