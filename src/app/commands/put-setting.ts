import type { Call } from './command.js';

/** Writes a setting, keeps who did it, and puts it in force. */
export async function putSetting(call: Call, key: string, value: string): Promise<void> {
  const { desk, state, at, actorId } = call;
  await desk.deps.store.transaction(async (records) => {
    await records.putSetting(state.group.id, key, value);
    const data = { key, to: desk.deps.digest(value).slice(0, 16) };
    await records.audit({ at, actor: actorId, kind: 'setting-changed', groupId: state.group.id, data });
  });
  await desk.groups.reload(state);
  await desk.jobs.watch(state);
}
