import type { Group } from '../core/model/group.js';
import type { Instant } from '../core/model/instant.js';
import { type Appointed, roleOf, type Role } from '../core/policy/authority.js';
import { createDayClock, type DayClock } from '../core/policy/daytime.js';
import { override } from '../core/policy/override.js';
import type { MemberClass } from '../core/model/people.js';
import type { GroupSettings } from '../core/policy/settings.js';
import type { GroupRecord } from '../ports.js';
import type { Deps } from './deps.js';
import { compileOwnWords, type OwnWords } from './own-words.js';

/** A group as this process knows it: the platform's last word, the settings in force. */
export interface GroupState {
  group: Group;
  settings: GroupSettings;
  firstSeenAt: Instant;
  introducedAt: Instant | null;
  /** When the introduction was last tried in vain. */
  triedAt: Instant | null;
  /** When it was said by this process: where that could not be recorded, it is not said again. */
  saidAt: Instant | null;
  days: DayClock;
  words: OwnWords;
}

export interface Groups {
  load(): Promise<readonly GroupState[]>;
  get(groupId: string): GroupState | null;
  all(): readonly GroupState[];
  /** Makes a state for a group met now; writes nothing. */
  meet(group: Group, at: Instant): Promise<GroupState>;
  save(state: GroupState): Promise<void>;
  forget(groupId: string, at: Instant): Promise<void>;
  /** Reads the settings anew: file, then what the owner changed. */
  reload(state: GroupState): Promise<void>;
  /** Reads all that the store knows of the group anew: another process has changed it. Null: not known, or left. */
  reread(groupId: string): Promise<GroupState | null>;
}

export function createGroups(deps: Deps): Groups {
  const states = new Map<string, GroupState>();
  const groups: Groups = {
    async load() {
      for (const record of await deps.store.groups()) {
        if (!record.left) states.set(record.group.id, await stateOf(deps, record));
      }
      return groups.all();
    },
    get: (groupId) => states.get(groupId) ?? null,
    all: () => [...states.values()],
    async meet(group, at) {
      const state = await stateOf(deps, { group, firstSeenAt: at, introducedAt: null, left: false });
      states.set(group.id, state);
      return state;
    },
    save: ({ group, firstSeenAt, introducedAt }) =>
      deps.store.putGroup({ group, firstSeenAt, introducedAt, left: false }),
    async forget(groupId) {
      const state = states.get(groupId);
      if (state === undefined) return;
      states.delete(groupId);
      const { group, firstSeenAt, introducedAt } = state;
      await deps.store.putGroup({ group, firstSeenAt, introducedAt, left: true });
    },
    reload: (state) => reload(deps, state),
    async reread(groupId) {
      const state = await reread(deps, states, groupId);
      if (state === null) states.delete(groupId);
      else states.set(groupId, state);
      return state;
    },
  };
  return groups;
}

async function stateOf(deps: Deps, record: GroupRecord): Promise<GroupState> {
  const settings = await settingsInForce(deps, record.group);
  return {
    ...record,
    settings,
    triedAt: null,
    saidAt: null,
    days: createDayClock(settings.digest.timezone),
    words: await wordsOf(deps, record.group.id),
  };
}

async function reload(deps: Deps, state: GroupState): Promise<void> {
  state.settings = await settingsInForce(deps, state.group);
  state.days = createDayClock(state.settings.digest.timezone);
  state.words = await wordsOf(deps, state.group.id);
}

/** Whoever leads a group knows better than the store what it is like; of its settings the store has the last word. */
async function reread(
  deps: Deps,
  states: ReadonlyMap<string, GroupState>,
  groupId: string,
): Promise<GroupState | null> {
  const record = await deps.store.group(groupId);
  const known = states.get(groupId) ?? null;
  const leads = deps.leadership.stand(groupId) === 'leads';
  if (record === null || record.left) return leads || record === null ? known : null;
  if (known === null) return stateOf(deps, record);
  const { group, introducedAt, firstSeenAt } = record;
  if (!leads) Object.assign(known, { group, introducedAt, firstSeenAt });
  await reload(deps, known);
  return known;
}

/** The file's settings with what the owner changed by command laid over them. */
async function settingsInForce(deps: Deps, group: Group): Promise<GroupSettings> {
  const stored = await deps.store.settings(group.id);
  const result = override(deps.settings(group.id, group.name), stored);
  for (const warning of result.warnings)
    deps.log.warn({ group: group.id, warning }, 'stored setting ignored');
  return { ...result.settings, ...(await byClass(deps, group.id, result.settings)) };
}

/** Whom the classes of members name (clause 1.9). */
async function byClass(deps: Deps, groupId: string, { exemptClasses }: GroupSettings) {
  const profiles = await deps.store.profiles(groupId);
  const idsOf = (classes: readonly MemberClass[]): readonly string[] =>
    profiles
      .filter(({ memberClass }) => memberClass !== null && classes.includes(memberClass))
      .map(({ memberId }) => memberId);
  return { classExemptIds: idsOf(exemptClasses), respectedIds: idsOf(['leader', 'teacher']) };
}

async function wordsOf(deps: Deps, groupId: string): Promise<OwnWords> {
  return compileOwnWords(deps.words, await deps.store.ownWords(groupId));
}

/** Who has a say in the group, beyond what the platform shows. */
export function appointedOf(deps: Deps, settings: GroupSettings): Appointed {
  const { ownerId, adminIds, suspendedIds } = settings;
  const exemptIds = [...settings.exemptIds, ...settings.classExemptIds, ...deps.leadership.accounts()];
  return { staff: deps.organisation.admins, ownerId, adminIds, suspendedIds, exemptIds };
}

export function roleIn(deps: Deps, state: GroupState, id: string): Role {
  return roleOf(id, state.group, appointedOf(deps, state.settings));
}

/** Asks the platform who owns and administers the group now: authority is looked up when it is used. */
export async function refresh(deps: Deps, state: GroupState): Promise<void> {
  const now = await deps.platforms.live.group(state.group.id);
  if (now !== null) state.group = now;
}
