import type { Action } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { MINUTE } from '../../core/model/instant.js';
import { dropAlarm, setAlarm } from '../alarms/clock.js';
import { stageAll } from '../record.js';
import type { Call, Command } from './command.js';

/** An improper discussion is stopped for a while, never for a day (EM6(四)). */
const LONGEST = 120;
const END = /^(解除|结束|off|0)$/iu;

export const quiet: Command = {
  names: ['肃静', 'quiet'],
  least: 'admin',
  usage: '/肃静 分钟|解除',
  summary: `请大家暂停讨论,最长${LONGEST}分钟`,
  async run(call) {
    const typed = call.rest.replace(/\s*分钟?$/u, '').trim();
    if (END.test(typed)) return change(call, null);
    const minutes = Number(typed === '' ? '10' : typed);
    if (!Number.isInteger(minutes) || minutes < 1) return { kind: 'usage', usage: quiet.usage };
    return minutes > LONGEST ? { kind: 'quiet-too-long', most: LONGEST } : change(call, minutes);
  },
};

async function change(call: Call, minutes: number | null): Promise<Answer> {
  const { desk, state, at, actorId } = call;
  const groupId = state.group.id;
  const until = minutes === null ? null : at + minutes * MINUTE;
  const key = `quiet:${groupId}`;
  const planned = await desk.deps.store.transaction(async (records) => {
    await records.putSetting(groupId, 'quiet.until', until === null ? '' : String(until));
    if (until === null) await dropAlarm(desk.deps.alarms, records, key);
    else
      await setAlarm(desk.deps.alarms, records, { key, kind: 'quiet-over', groupId, dueAt: until, data: {} });
    const data = { key: 'quiet.until', minutes };
    await records.audit({ at, actor: actorId, kind: 'setting-changed', groupId, data });
    return records.plan(stageAll(state, [told(groupId, minutes)], at), null, at);
  });
  await desk.groups.reload(state);
  desk.dispatch.add(planned);
  return { kind: 'quiet', minutes };
}

function told(groupId: string, minutes: number | null): Action {
  const telling =
    minutes === null ? ({ kind: 'quiet-over' } as const) : ({ kind: 'quiet', minutes } as const);
  const line = { about: null, urgency: 'at-once', audience: 'service' } as const;
  return { kind: 'tell', groupId, to: null, mentions: [], ...line, telling };
}
