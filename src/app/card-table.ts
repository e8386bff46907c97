import type { PlannedAction } from '../core/model/action.js';
import type { OutstandingCard } from '../core/model/answers/people.js';
import { type Audit, outstanding, remind } from './audit-cards.js';
import { draftOf, personOf } from './cards.js';

/** Everybody whose card is not in order now, as the platform shows it now. */
export async function outstandingCards(
  audit: Audit,
): Promise<{ readonly rows: readonly OutstandingCard[]; readonly total: number }> {
  const members = await audit.deps.platforms.live.members(audit.state.group.id);
  const due = members.length === 0 ? [] : await outstanding(audit, members);
  const rows = due.map(({ member, result, watch }) => ({
    member: personOf(member),
    problems: result.problems.map(({ message }) => message),
    suggestion: result.suggestion,
    draft: draftOf(audit.deps, audit.state, { member, result }),
    remindedAt: watch.secondAt ?? watch.remindedAt,
    deadline: watch.deadline,
  }));
  return { rows, total: members.length };
}

/** Reminds all of them now; a deadline that runs already stays. */
export async function remindNow(
  audit: Audit,
): Promise<{ readonly planned: readonly PlannedAction[]; readonly count: number }> {
  const members = await audit.deps.platforms.live.members(audit.state.group.id);
  const due = members.length === 0 ? [] : await outstanding(audit, members);
  return { planned: due.length === 0 ? [] : await remind(audit, due, 'reminder'), count: due.length };
}
