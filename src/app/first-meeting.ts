import type { Action, PlannedAction } from '../core/model/action.js';
import { DAY, type Instant } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import { guessPreset } from '../core/policy/guess-preset.js';
import { presetTemplate } from '../core/policy/preset.js';
import type { AlarmRecords } from '../ports/alarms.js';
import { setAlarm } from './alarms/clock.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { stageAll } from './record.js';
import { tellPerson } from './tell.js';

/** A group is watched for a week before the owner hears what would have been done. */
const TRIAL: Instant = 7 * DAY;

interface Meeting {
  readonly at: Instant;
  /** Takes what stands for this meeting in the transaction that tells of it: the owner hears it once. */
  readonly take: (records: AlarmRecords) => Promise<boolean>;
}

/**
 * A group that is only watched so far: whoever answers for it hears in private who the bot is, what it may do here, and three
 * proposals that one /好 accepts; after a week what would have been done. Where nobody can be seen there is nobody to tell: the
 * group is claimed by a code.
 */
export async function meetOwner(
  deps: Deps,
  state: GroupState,
  { at, take }: Meeting,
): Promise<readonly PlannedAction[]> {
  const { group, settings } = state;
  const to = responsible(group, appointedOf(deps, settings));
  if (settings.mode !== 'observe' || to === null) {
    await take(deps.store);
    return [];
  }
  const preset = guessPreset(group.name, settings.preset);
  const told: Action = tellPerson(
    group.id,
    { id: to, name: to },
    {
      kind: 'first-meeting',
      groupName: group.name,
      canRemove: group.botRole !== 'member',
      ownerKnown: group.ownerId !== null,
      preset,
      template: preset === settings.preset ? settings.card.template : presetTemplate(preset),
    },
  );
  return deps.store.transaction(async (records) => {
    if (!(await take(records))) return [];
    const key = `first-meeting:${group.id}`;
    const offer = { key, actorId: to, groupId: group.id, kind: 'first-meeting', data: preset };
    await records.putOffer({ ...offer, at, until: at + TRIAL });
    const alarm = {
      key: `trial:${group.id}`,
      kind: 'trial-over',
      groupId: group.id,
      dueAt: at + TRIAL,
      data: {},
    };
    await setAlarm(deps.alarms, records, alarm);
    return records.plan(stageAll(state, [told], at), null, at);
  });
}
