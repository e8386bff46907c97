import type { Action, Person } from '../model/action.js';
import { isSevere } from './response.js';
import type { OpenQuestion } from './question.js';
import type { Told } from './told.js';

/** Told at the first and at every so many, lest somebody who goes on fills the phone of whoever was asked. */
const TOLD_EVERY = 5;

/** A further offence joins the open question whether its member is removed. */
export function joinedTold(
  pending: Pick<OpenQuestion, 'caseId' | 'joined'>,
  to: Person,
  told: Told,
): readonly Action[] {
  const count = pending.joined + 1;
  if (count !== 1 && count % TOLD_EVERY !== 0) return [];
  const { groupId, about, ...rest } = told;
  return [
    {
      kind: 'tell',
      groupId,
      to,
      mentions: [],
      about,
      urgency: isSevere(about.category) ? 'at-once' : 'daytime',
      audience: 'moderation',
      telling: { kind: 'joined', caseId: pending.caseId, about, ...rest, count },
    },
  ];
}
