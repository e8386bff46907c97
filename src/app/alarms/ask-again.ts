import type { Action, PlannedAction, Request } from '../../core/model/action.js';
import { DAY, HOUR, type Instant } from '../../core/model/instant.js';
import type { Alarm } from '../../ports/alarms.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import { togetherWith } from '../open-questions.js';
import { stageAll } from '../record.js';
import { tellPerson } from '../tell.js';
import { once, type Rung } from './alarm.js';
import { setAlarm } from './clock.js';

/** How long a request may lie unanswered before it is repeated, once. After that the digest lists it. */
const PATIENCE: Instant = DAY;

const KIND = 'ask-again';

/** A request went out: it is looked at again after a day. A repeated one is not repeated again. */
export async function lookAgain(deps: Deps, records: Records, asked: Request): Promise<void> {
  // A submission has its own deadline.
  if (asked.again === true || asked.submission !== undefined) return;
  const alarm: Alarm = {
    key: `${KIND}:${asked.about.caseId}`,
    kind: KIND,
    groupId: asked.groupId,
    dueAt: deps.clock.now() + PATIENCE,
    data: { case: asked.about.caseId },
  };
  await setAlarm(deps.alarms, records, alarm);
}

/** Questions that lie this near to each other are put together, where there are more than `FEW`. */
const TOGETHER: Instant = HOUR;
const FEW = 2;

/** Still open: the same question once more; of many that came at about the same time one line with their numbers. */
export function askAgain(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  return once(rung, async (records) => {
    if (state === null) return [];
    const near = await neighbours(records, alarm);
    const open = await stillOpen(records, [alarm, ...near]);
    if (open.length <= FEW) {
      const own = open.find(({ about }) => about.caseId === caseOf(alarm));
      if (own === undefined) return [];
      return records.plan(stageAll(state, [{ ...own, again: true }], now), own.about.caseId, now);
    }
    for (const one of near) {
      await records.takeAlarm(one.key, one.dueAt);
      deps.alarms.drop(one.key);
    }
    return records.plan(stageAll(state, together(open), now), null, now);
  });
}

function caseOf({ data }: Alarm): number {
  return Number(data['case']);
}

async function neighbours(records: Records, alarm: Alarm): Promise<readonly Alarm[]> {
  const all = await records.alarms();
  return all.filter(
    ({ key, kind, groupId, dueAt }) =>
      kind === KIND && groupId === alarm.groupId && key !== alarm.key && dueAt <= alarm.dueAt + TOGETHER,
  );
}

/** The questions of these alarms that nobody has answered. One that was asked anew, for more, comes again there alone. */
async function stillOpen(records: Records, alarms: readonly Alarm[]): Promise<readonly Request[]> {
  const open: Request[] = [];
  for (const caseId of alarms.map(caseOf)) {
    const found = await records.caseById(caseId);
    if (found?.status !== 'open') continue;
    const { others, graver } = await togetherWith(records, found);
    const asked = (await records.outcomesOfCase(caseId))
      .map(({ planned }) => planned)
      .findLast((planned) => planned.stage === 'live' && planned.action.kind === 'request')?.action;
    if (graver !== null || asked?.kind !== 'request') continue;
    open.push(others.length === 0 ? asked : { ...asked, together: others.map(({ id }) => id) });
  }
  return open;
}

/** One line to each person who was asked. */
function together(open: readonly Request[]): readonly Action[] {
  const people = new Map(open.map(({ to }) => [to.id, to]));
  return [...people.values()].map((to) => {
    const theirs = open.filter((one) => one.to.id === to.id);
    const caseIds = theirs.map(({ about }) => about.caseId).toSorted((a, b) => a - b);
    const [first] = theirs;
    return tellPerson(first?.groupId ?? null, to, {
      kind: 'still-waiting',
      groupName: first?.groupName ?? '',
      caseIds,
    });
  });
}
