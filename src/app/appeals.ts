import type { Action } from '../core/model/action.js';
import type { Appeal } from '../core/model/appeal.js';
import type { DeskAnswer } from '../core/model/answers/desk.js';
import type { Case } from '../core/model/case.js';
import { DAY, type Instant } from '../core/model/instant.js';
import { ownerIdOf, roleOf } from '../core/policy/authority.js';
import type { Records } from '../ports.js';
import { setAlarm } from './alarms/clock.js';
import type { Call } from './commands/command.js';
import { appointedOf } from './groups.js';
import { stageAll } from './record.js';
import { tellPerson } from './tell.js';

/** A case can be appealed this often, and for this long. */
const MOST_APPEALS = 2;
const WINDOW: Instant = 30 * DAY;
/** How long an appeal may lie before it is put again, to everybody who may decide it. */
const APPEAL_TERM: Instant = 2 * DAY;

type Refusal = Extract<DeskAnswer, { kind: 'appeal-refused' }>['why'];

/** Who asks about a case, where and when. */
type Asking = Pick<Call, 'desk' | 'state' | 'actorId' | 'at'>;

/** Why this case cannot be appealed by this person now; null where it can. */
export async function whyNot(call: Asking, found: Case): Promise<Refusal | null> {
  if (found.memberId !== call.actorId) return 'not-yours';
  if (!wasActedOn(found)) return 'nothing-done';
  const earlier = await call.desk.deps.store.appeals(found.id);
  if (earlier.some(({ status }) => status === 'open')) return 'open';
  if (earlier.length >= MOST_APPEALS) return 'often';
  if (call.at - found.at > WINDOW) return 'late';
  return (await deciders(call, found)).length === 0 ? 'decided-by-higher' : null;
}

function wasActedOn(found: Case): boolean {
  if (found.observed || found.exempt || found.status === 'overturned' || found.status === 'rejected')
    return false;
  return (
    found.step === 'warning' ||
    found.step === 'final' ||
    found.step === 'removal' ||
    found.status === 'confirmed'
  );
}

/**
 * Who may decide the appeal of a case: everybody with authority but the accused and whoever decided it, where somebody else is
 * there; staff last, as the instance above.
 */
async function deciders(call: Asking, found: Case): Promise<readonly string[]> {
  const { desk, state } = call;
  const appointed = appointedOf(desk.deps, state.settings);
  const all = [
    ownerIdOf(state.group, appointed),
    ...state.group.adminIds,
    ...appointed.adminIds,
    ...appointed.staff,
  ]
    .filter((id): id is string => id !== null && id !== state.group.botId && id !== found.memberId)
    .filter((id) => roleOf(id, state.group, appointed) !== 'member');
  const decided = await decidedBy(call, found);
  const others = [...new Set(all)].filter((id) => !decided.includes(id));
  return others.length > 0 ? others : [...new Set(all)];
}

/** The persons who decided the case or an earlier appeal of it; none where it was the bot alone. */
async function decidedBy(call: Asking, found: Case): Promise<readonly string[]> {
  const events = await call.desk.deps.store.caseEvents(found.id);
  const deciding = events.filter(
    ({ kind, actor }) => ['confirmed', 'appeal-refused'].includes(kind) && actor !== 'bot',
  );
  return deciding.map(({ actor }) => actor);
}

/** Opens the appeal: the case is open again, and the first who may decide is asked. */
export async function openAppeal(call: Call, found: Case, reason: string): Promise<boolean> {
  const { desk, state, at, actorId } = call;
  const [first] = await deciders(call, found);
  if (first === undefined) return false;
  const planned = await desk.deps.store.transaction(async (records) => {
    const event = { caseId: found.id, at, kind: 'appealed', actor: actorId, reason } as const;
    if (!(await records.moveCase(event, ['open', 'closed', 'confirmed'], 'open'))) return null;
    await records.openAppeal({ caseId: found.id, memberId: actorId, at, before: found.status });
    const data = { case: found.id, reason: desk.deps.digest(reason) };
    await records.audit({ at, actor: actorId, kind: 'appealed', groupId: found.groupId, data });
    const alarm = {
      key: `appeal:${found.id}`,
      kind: 'appeal-late',
      groupId: state.group.id,
      dueAt: at + APPEAL_TERM,
      data: { case: found.id },
    };
    await setAlarm(desk.deps.alarms, records, alarm);
    const asked = appealTold(found, { to: first, groupName: state.group.name, reason, again: false });
    return records.plan(stageAll(state, [asked], at), found.id, at);
  });
  if (planned === null) return false;
  desk.dispatch.add(planned);
  return true;
}

interface Told {
  readonly to: string;
  readonly groupName: string;
  readonly reason: string;
  readonly again: boolean;
}

export function appealTold(found: Case, { to, groupName, reason, again }: Told): Action {
  return {
    kind: 'tell',
    groupId: found.groupId,
    to: { id: to, name: to },
    mentions: [],
    about: { caseId: found.id, rule: 'appeal', category: found.category },
    urgency: 'daytime',
    audience: 'service',
    telling: { kind: 'appeal', caseId: found.id, groupName, memberName: found.memberName, reason, again },
  };
}

/** The open appeal of a case; null where there is none. */
export async function pendingAppeal(
  records: Pick<Records, 'appeals'>,
  caseId: number,
): Promise<Appeal | null> {
  return (await records.appeals(caseId)).find(({ status }) => status === 'open') ?? null;
}

/** Whether this person may decide the case's appeal. */
export async function mayDecide(call: Call, found: Case): Promise<boolean> {
  return (await deciders(call, found)).includes(call.actorId);
}

/** Refuses the appeal: what was done stays, the case goes back to where it was, the member is told. False: decided already. */
export async function keepCase(call: Call, found: Case): Promise<boolean> {
  const { desk, state, at, actorId } = call;
  const planned = await desk.deps.store.transaction(async (records) => {
    const appeal = await records.decideAppeal(found.id, { status: 'refused', actor: actorId, at });
    if (appeal === null) return null;
    const event = { caseId: found.id, at, kind: 'appeal-refused', actor: actorId, reason: '' } as const;
    await records.moveCase(event, ['open'], appeal.before);
    const data = { case: found.id };
    await records.audit({ at, actor: actorId, kind: 'appeal-refused', groupId: found.groupId, data });
    const to = { id: appeal.memberId, name: appeal.memberId };
    const told = tellPerson(found.groupId, to, { kind: 'appeal-kept', caseId: found.id });
    return records.plan(stageAll(state, [told], at), found.id, at);
  });
  if (planned === null) return false;
  desk.dispatch.add(planned);
  return true;
}

/** Tells whoever appealed that the case is reversed. */
export function appealGranted(found: Case, memberId: string): Action {
  const to = { id: memberId, name: memberId };
  return tellPerson(found.groupId, to, { kind: 'appeal-granted', caseId: found.id });
}
