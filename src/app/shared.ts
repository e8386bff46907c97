import {
  type Change,
  type ChangeTopic,
  type Changes,
  ORGANISATION,
  type Unsettled,
} from '../ports/cluster.js';
import type { ConductWatch } from './conduct/watch.js';
import type { Newcomers } from './conduct/newcomers.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import type { Groups } from './groups.js';
import type { Jobs } from './jobs.js';

/** What becomes of this process's memory when groups come and go, and when other processes have changed something in the store. */
export interface Shared {
  takeUp(groupIds: readonly string[], unjudged: number): Promise<void>;
  resume(waiting: readonly Unsettled[]): void;
  putDown(groupIds: readonly string[]): void;
  /** Those of the groups that the account is not in any more, as the platform shows it. */
  gone(groupIds: readonly string[]): Promise<readonly string[]>;
  catchUp(changes: Changes): Promise<void>;
  /** Events that nobody judges, because it could not be said who leads their groups. */
  lost(events: number): Promise<void>;
}

export interface Memory {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
  readonly jobs: Jobs;
  readonly conduct: ConductWatch;
  readonly newcomers: Newcomers;
}

export function createShared(memory: Memory): Shared {
  const { deps, dispatch } = memory;
  return {
    async takeUp(groupIds, unjudged) {
      await readGroups(memory, groupIds);
      await readSurroundings(memory, new Set(groupIds));
      if (unjudged > 0) await told(deps, 'groups-taken-over', { groups: groupIds.length, unjudged });
    },
    resume: (waiting) => dispatch.resume(waiting),
    putDown(groupIds) {
      for (const groupId of groupIds) putDown(memory, groupId);
      dispatch.leave();
    },
    gone: (groupIds) => gone(deps, groupIds),
    catchUp: (changes) => catchUp(memory, changes),
    async lost(events) {
      deps.log.warn({ events }, 'events given up');
      await told(deps, 'events-given-up', { events });
    },
  };
}

/** So many groups are read beside each other: the store has as many lines, and others want some. */
const AT_ONCE = 4;

async function readGroups({ deps, groups, jobs }: Memory, groupIds: readonly string[]): Promise<void> {
  const botId = deps.leadership.account();
  const read = (groupId: string) =>
    groupId === ORGANISATION ? Promise.resolve(null) : groups.reread(groupId);
  for (let from = 0; from < groupIds.length; from += AT_ONCE) {
    for (const state of await Promise.all(groupIds.slice(from, from + AT_ONCE).map(read))) {
      if (state === null) continue;
      state.group = { ...state.group, botId };
      if (state.introducedAt !== null) await jobs.watch(state);
    }
  }
}

/** What is remembered of groups beside themselves: alarms, incidents, who is new, what was prohibited. */
async function readSurroundings({ deps, newcomers }: Memory, groupIds: ReadonlySet<string>): Promise<void> {
  for (const alarm of await deps.store.alarms())
    if (groupIds.has(alarm.groupId ?? ORGANISATION)) deps.alarms.set(alarm);
  for (const incident of await deps.store.openIncidents(null))
    if (groupIds.has(incident.groupId)) deps.incidents.put(incident);
  await newcomers.load();
  await deps.signatures.catchUp(deps.store, deps.clock.now(), 'from-others');
}

/** A platform that cannot say shows nothing. */
async function gone(deps: Deps, groupIds: readonly string[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const groupId of groupIds) {
    const group = await deps.platforms.live.group(groupId).catch(() => undefined);
    if (group === null) left.push(groupId);
  }
  return left;
}

function putDown({ deps, jobs, conduct }: Memory, groupId: string): void {
  jobs.forget(groupId);
  conduct.forget(groupId);
  for (const { id } of deps.incidents.of(groupId)) deps.incidents.drop(id);
}

async function catchUp(memory: Memory, read: Changes): Promise<void> {
  const { deps, groups } = memory;
  if (read.kind === 'read') return follow(memory, read.changes);
  for (const { group } of await deps.store.groups()) await groups.reread(group.id);
  for (const notice of await deps.store.publishedNotices()) deps.published.put(notice);
  await deps.signatures.catchUp(deps.store, deps.clock.now(), 'from-others');
}

async function follow({ deps, groups }: Memory, changes: readonly Change[]): Promise<void> {
  const keys = (topic: ChangeTopic): readonly string[] => [
    ...new Set(changes.filter((one) => one.topic === topic).map(({ key }) => key)),
  ];
  for (const groupId of keys('group')) await groups.reread(groupId);
  for (const groupId of keys('alarm')) {
    if (deps.leadership.stand(groupId) !== 'leads') continue;
    for (const alarm of await deps.store.alarmsOf(groupId)) deps.alarms.set(alarm);
  }
  for (const id of keys('notice')) {
    const notice = await deps.store.noticeById(Number(id));
    if (notice !== null && notice.number !== null) deps.published.put(notice);
  }
  for (const caseId of keys('signature-gone')) deps.signatures.forget(Number(caseId));
  if (keys('signature').length + keys('signature-gone').length > 0)
    await deps.signatures.catchUp(deps.store, deps.clock.now(), 'from-others');
}

function told({ store, clock }: Deps, kind: string, data: Readonly<Record<string, number>>): Promise<void> {
  return store.audit({ at: clock.now(), actor: 'bot', kind, groupId: null, data });
}
