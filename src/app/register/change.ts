import type { Action } from '../../core/model/action.js';
import type { RegisterEventKind } from '../../core/model/register.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { stageAll } from '../record.js';

export interface Change {
  readonly kind: RegisterEventKind;
  /** Whom it concerns; null: the group. */
  readonly memberId: string | null;
  /** What stands in the register beside it. */
  readonly detail: string;
  readonly actions: readonly Action[];
}

/**
 * Writes one change of the register or of an office: what `work` does, what happened, the audit entry and what is told, in
 * one transaction. A person with authority did it, so what is told goes out also where the group is only watched.
 */
export async function change(
  call: Call,
  made: Change,
  work: (records: Records) => Promise<void>,
): Promise<void> {
  const { desk, state, at, actorId } = call;
  const { kind, memberId, detail } = made;
  const groupId = state.group.id;
  const planned = await desk.deps.store.transaction(async (records) => {
    await work(records);
    await records.addRegisterEvent({ groupId, at, kind, actor: actorId, memberId, detail });
    const data = { change: kind, member: memberId, detail: desk.deps.digest(detail) };
    await records.audit({ at, actor: actorId, kind: 'register-changed', groupId, data });
    const staged = stageAll(state, made.actions, at).map((one) => ({ ...one, stage: 'live' as const }));
    return records.plan(staged, null, at);
  });
  desk.dispatch.add(planned);
}
