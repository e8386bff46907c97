import { closeIncident } from '../conduct/incident-end.js';
import type { Answer } from '../../core/model/answer.js';
import type { Call, Command } from './command.js';

const CLOSE = /^(?:关闭|结束|close)\s*(\d{1,9})?$/iu;

export const incident: Command = {
  names: ['事件', 'incident'],
  least: 'admin',
  usage: '/事件 [编号|关闭 编号]',
  summary: '正在发生的事件和经过',
  async run(call) {
    const closing = CLOSE.exec(call.rest);
    if (closing !== null) return closed(call, closing[1] === undefined ? null : Number(closing[1]));
    const number = /^\d{1,9}$/u.exec(call.rest)?.[0];
    if (call.rest !== '' && number === undefined) return { kind: 'usage', usage: incident.usage };
    const { timezone } = call.state.settings.digest;
    if (number === undefined) return { kind: 'incidents', incidents: await openHere(call), timezone };
    const one = await call.desk.deps.store.incident(Number(number));
    const incidents = one === null || one.groupId !== call.state.group.id ? [] : [one];
    return { kind: 'incidents', incidents, timezone };
  },
};

/** As this process knows them, which is newer than the store. */
async function openHere({ desk, state }: Call) {
  const stored = await desk.deps.store.openIncidents(state.group.id);
  const known = desk.deps.incidents.of(state.group.id);
  return stored.map((one) => known.find(({ id }) => id === one.id) ?? one);
}

/** Without a number: the only one that is open. */
async function closed(call: Call, id: number | null): Promise<Answer> {
  const open = await openHere(call);
  const named = open.filter((one) => id === null || one.id === id);
  const [only] = named;
  if (only === undefined || named.length > 1)
    return { kind: 'incidents', incidents: open, timezone: call.state.settings.digest.timezone };
  const { desk, state, at, actorId: actor } = call;
  const planned = await closeIncident(desk.deps, state, { incident: only, at, actor });
  if (planned !== null) desk.dispatch.add(planned);
  return { kind: 'incident-closed', id: only.id };
}
