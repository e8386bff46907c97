import type { Instant } from '../core/model/instant.js';
import { MINUTE } from '../core/model/instant.js';
import { isSevere } from '../core/policy/response.js';
import type { Case } from '../core/model/case.js';
import type { Records } from '../ports.js';
import { cancelWaiting } from './cancel.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';

const WINDOW: Instant = 2 * MINUTE;

/** A member who recalls a message within two minutes of a first, non-severe warning gets no strike. */
export async function recalled(
  deps: Deps,
  dispatch: Dispatch,
  of: { groupId: string; messageId: string; at: Instant },
): Promise<void> {
  const found = await deps.store.caseBySubject(`message:${of.groupId}:${of.messageId}`);
  if (found === null || found.step !== 'warning' || isSevere(found.category)) return;
  const dropped = await deps.store.transaction((records) => forgive(records, found, of.at));
  dispatch.drop(dropped);
}

async function forgive(records: Records, found: Case, at: Instant): Promise<readonly number[]> {
  if (!(await isInTime(records, found, at))) return [];
  const event = {
    caseId: found.id,
    at,
    kind: 'withdrawn',
    actor: found.memberId ?? 'bot',
    reason: '',
  } as const;
  if (!(await records.moveCase(event, ['open', 'closed'], 'closed'))) return [];
  await records.reverseStrikes(found.id, at, 'withdrawn');
  const dropped = await cancelWaiting(records, found.id, at);
  const data = { case: found.id };
  await records.audit({ at, actor: event.actor, kind: 'case-withdrawn', groupId: found.groupId, data });
  return dropped;
}

/** The window opens when the warning is heard, not when it is decided: at night that is hours apart. */
async function isInTime(records: Records, found: Case, at: Instant): Promise<boolean> {
  const warned = (await records.outcomesOfCase(found.id)).find(
    ({ planned }) => planned.action.kind === 'warn',
  );
  if (warned === undefined) return at - found.at <= WINDOW;
  return warned.settledAt === null || at - warned.settledAt <= WINDOW;
}
