import type { Action, Person, PlannedAction } from '../core/model/action.js';
import { type Member, shownName } from '../core/model/member.js';
import type { Telling } from '../core/model/telling.js';
import { localDay } from '../core/policy/daytime.js';
import { toldOn } from '../core/policy/reminders.js';
import { isExempt } from '../core/policy/authority.js';
import { shownFormat } from '../core/wording/card.js';
import { appointedOf, type GroupState } from './groups.js';
import type { Deps } from './deps.js';
import type { GroupJob } from './job-kind.js';
import { stageAll } from './record.js';

/** The rules of a group as they are told on demand and by themselves. */
export function rulesOf({ group, settings }: GroupState) {
  const { template } = settings.card;
  const shown = template === null ? { format: null, example: '' } : shownFormat(template);
  return { groupName: group.name, ...shown };
}

function toGroup({ group }: GroupState, telling: Telling, mentions: readonly Person[]): Action {
  return {
    kind: 'tell',
    groupId: group.id,
    to: null,
    mentions,
    about: null,
    urgency: 'daytime',
    audience: 'moderation',
    telling,
  };
}

/** Tells the group its rules and a word about fraud, as often as its owner wishes; a watched group is not spoken to. */
export const reminders: GroupJob = {
  name: 'reminders',
  missed: 'latest',
  schedule: ({ settings }) => ({ expression: 'Mon 10:30', timezone: settings.digest.timezone }),
  run({ deps, dueAt, now, take }, state) {
    const { settings } = state;
    const day = Number(localDay(dueAt, settings.digest.timezone).slice(8));
    const due = settings.mode === 'observe' ? [] : toldOn(settings.reminders, day);
    if (due.length === 0) return Promise.resolve([]);
    const tellings: readonly Telling[] = due.map((what) =>
      what === 'rules' ? { kind: 'rules-told', ...rulesOf(state) } : { kind: 'safety-told' },
    );
    const actions = tellings.map((telling) => toGroup(state, telling, []));
    return deps.store.transaction(async (records) =>
      (await take(records)) ? records.plan(stageAll(state, actions, now), null, now) : [],
    );
  },
};

/** Greets a newcomer whose card is in order, where the owner wants everybody greeted: the rules are told on joining. */
export function welcome(
  deps: Deps,
  state: GroupState,
  { member, at }: { readonly member: Member; readonly at: number },
): Promise<readonly PlannedAction[]> {
  const { reminders: wanted } = state.settings;
  if (wanted.welcome !== 'all' || isExempt(member.id, state.group, appointedOf(deps, state.settings)))
    return Promise.resolve([]);
  const who = { id: member.id, name: shownName(member) };
  const greeting = toGroup(state, { kind: 'welcome' }, [who]);
  return deps.store.transaction((records) => records.plan(stageAll(state, [greeting], at), null, at));
}
