import type { PlannedAction } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import type { Case } from '../core/model/case.js';
import type { Records } from '../ports.js';
import type { Deps } from './deps.js';

/** What people have seen of a case. */
export interface Heard {
  readonly warned: boolean;
  readonly removed: boolean;
}

/** Whether the person of a case is not in its group now. */
export async function isAway({ platforms }: Deps, { groupId, memberId }: Case): Promise<boolean> {
  return memberId !== null && (await platforms.live.member(groupId, memberId)) === null;
}

/** What was begun and cut off counts as heard; whether somebody was removed then, `away` tells. */
export async function whatWasHeard(records: Records, { id }: Case, away: boolean): Promise<Heard> {
  const outcomes = await records.outcomesOfCase(id);
  const open = await records.unsettledOfCase(id);
  const settledAs = (wanted: Outcome['kind']) => outcomes.filter(({ outcome }) => outcome?.kind === wanted);
  const done = kindsOf(settledAs('done'));
  const begun = kindsOf([...settledAs('uncertain'), ...open.filter(({ claimed }) => claimed)]);
  const heard = [...done, ...begun];
  return {
    warned: heard.includes('warn') || heard.includes('notice-advice'),
    removed: done.includes('remove') || (away && begun.includes('remove')),
  };
}

function kindsOf(of: readonly { readonly planned: PlannedAction }[]): readonly string[] {
  return of.filter(({ planned }) => planned.stage === 'live').map(({ planned }) => planned.action.kind);
}
