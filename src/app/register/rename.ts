import type { Answer } from '../../core/model/answer.js';
import type { GroupState } from '../groups.js';
import type { Call } from '../commands/command.js';
import { renameOffer } from './name.js';

/** Changes the group's name because somebody with authority said so. Where the bot may not, it says how to. */
export async function rename(call: Call, state: GroupState, name: string): Promise<Answer> {
  const { desk, at, actorId } = call;
  if (state.group.botRole === 'member') return { kind: 'rename-by-hand', name };
  const groupId = state.group.id;
  const planned = await desk.deps.store.transaction(async (records) => {
    await records.dropOffer(renameOffer(groupId));
    const data = { name: desk.deps.digest(name) };
    await records.audit({ at, actor: actorId, kind: 'rename-ordered', groupId, data });
    const action = { kind: 'rename', groupId, name, by: { id: actorId, name: actorId } } as const;
    return records.plan([{ groupId, stage: 'live', dueAt: at, action }], null, at);
  });
  desk.dispatch.add(planned);
  return { kind: 'renaming', name };
}
