import { welcome } from '../welcome.js';
import { type AlarmHandler, once } from './alarm.js';

/** A group was introduced by a process that did not come to look at it. */
export const groupMet: AlarmHandler = async (rung) => {
  const { deps, state, alarm, now } = rung;
  if (state === null) return once(rung, () => Promise.resolve([]));
  const members = await deps.platforms.live.members(state.group.id);
  return welcome(deps, state, { alarm, members, at: now });
};
