import type { About, Action } from '../core/model/action.js';
import type { Records } from '../ports.js';

/** A group that was warned of a fee hears that it was genuine. */
export async function feeCleared(
  records: Records,
  { groupId, about }: { readonly groupId: string; readonly about: About },
): Promise<readonly Action[]> {
  const warned = (await records.outcomesOfCase(about.caseId)).some(
    ({ planned, outcome }) =>
      planned.action.kind === 'tell' &&
      planned.action.telling.kind === 'fee-scam' &&
      planned.stage === 'live' &&
      outcome?.kind === 'done',
  );
  if (!warned) return [];
  const telling = { kind: 'fee-cleared' } as const;
  const loud = { urgency: 'at-once', audience: 'moderation' } as const;
  return [{ kind: 'tell', groupId, to: null, mentions: [], about, ...loud, telling }];
}
