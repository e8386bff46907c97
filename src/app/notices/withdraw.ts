import type { Action } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { addStep } from './enter.js';

export interface Withdrawn {
  readonly number: string | null;
  readonly actions: readonly Action[];
}

/** Reversing the case of an official notice takes the notice back; one that waits for its day does not come. Null: there is none. */
export async function withdraw(records: Records, call: Call, found: Case): Promise<Withdrawn | null> {
  const notice = await records.noticeOfCase(found.id);
  if (notice === null || (notice.status !== 'published' && notice.status !== 'approved')) return null;
  if (!(await records.moveNotice(notice.id, [notice.status], { status: 'withdrawn' }))) return null;
  await addStep(records, { notice, kind: 'withdrawn', actor: call.actorId, at: call.at });
  if (notice.number === null) return { number: null, actions: [] };
  const { number, title } = notice;
  return {
    number,
    actions: [
      {
        kind: 'tell',
        groupId: found.groupId,
        to: null,
        mentions: [],
        about: { caseId: found.id, rule: 'notice', category: 'notice' },
        urgency: 'at-once',
        audience: 'service',
        telling: { kind: 'notice-withdrawn', number, title },
      },
    ],
  };
}
