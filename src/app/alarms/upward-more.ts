import type { PlannedAction } from '../../core/model/action.js';
import { stageAll } from '../record.js';
import { alarmAfter, GATHERED, isReported, toldUpward } from '../upward.js';
import { once, type Rung } from './alarm.js';
import { setAlarm } from './clock.js';

/** The ten minutes are over: what came after the first, in one line, and ten minutes more. Nothing came: it is over. */
export function upwardMore(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    if (state === null || deps.incidents.massIn(state.group.id) !== null) return [];
    const since = await records.casesBetween(state.group.id, alarm.dueAt - GATHERED, Infinity);
    const more = since.filter((one) => one.id > Number(alarm.data['case']) && isReported(one));
    const [first] = more;
    const last = more.at(-1);
    if (first === undefined || last === undefined) return [];
    await setAlarm(deps.alarms, records, alarmAfter(last, now));
    const categories = [...new Set(more.map(({ category }) => category))];
    const of = { cases: more.length, from: first.id, to: last.id, categories };
    const actions = toldUpward(deps, state, {
      found: first,
      telling: { kind: 'upward-more', groupName: state.group.name, ...of },
    });
    return records.plan(stageAll(state, actions, now), null, now);
  });
}
