import type { Case, CaseEventKind, CaseStatus } from '../core/model/case.js';
import type { Records } from '../ports.js';
import type { Call } from './commands/command.js';
import { claimEnded } from './notices/claim.js';

/** What an answer makes of a case, and from which states it may. */
export interface Move {
  readonly found: Case;
  readonly kind: CaseEventKind;
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus;
  readonly reason: string;
}

/** False: the case was not in `from` any more. The step is in the audit log, its reason as a digest. */
export async function move(
  call: Call,
  records: Records,
  { found, kind, from, to, reason }: Move,
): Promise<boolean> {
  const { at, actorId } = call;
  if (!(await records.moveCase({ caseId: found.id, at, kind, actor: actorId, reason }, from, to)))
    return false;
  await claimEnded(records, found, { kind, actor: actorId, at });
  const data = { case: found.id, reason: call.desk.deps.digest(reason) };
  await records.audit({ at, actor: actorId, kind: `case-${kind}`, groupId: found.groupId, data });
  return true;
}
