import type { Action, Person } from '../core/model/action.js';
import type { Case, CaseStatus } from '../core/model/case.js';
import { countActive, weighsElsewhere } from '../core/model/strike.js';
import { responsible } from '../core/policy/authority.js';
import { expiryOf, isBeforeRemoval, stepOf } from '../core/policy/ladder.js';
import { termsOf } from '../core/policy/grounds.js';
import { punishes, responseTo } from '../core/policy/response.js';
import type { Records } from '../ports.js';
import type { Call } from './commands/command.js';
import { confirmLearned, dropLearned } from './conduct/duplicates.js';
import { appealGranted } from './appeals.js';
import { complaintTold } from './complaints.js';
import { doubtRules } from './doubt.js';
import { COPY_RULE, SAFETY_RULE } from '../core/rules/notice.js';
import { cancelWaiting } from './cancel.js';
import { appointedOf } from './groups.js';
import { feeCleared } from './fee-cleared.js';
import { notOfficial, wasTold } from './notices/told.js';
import { withdraw, type Withdrawn } from './notices/withdraw.js';
import { admissionDecided } from './people/admission.js';
import { liftBanOf } from './people/bans.js';
import { move } from './move-case.js';
import { stageAll } from './record.js';
import { strikesFor } from './strikes.js';
import { isAway, whatWasHeard } from './what-was-heard.js';

export type Follows = 'removal' | 'warning' | 'nothing' | 'no-right';

/** Answers a request with yes. Null: somebody else answered first. */
export async function confirmCase(call: Call, found: Case): Promise<Follows | null> {
  const { desk, at } = call;
  if (call.state.group.botRole === 'member' && (await leadsToRemoval(call, found))) return 'no-right';
  const result = await desk.deps.store.transaction(async (records) => {
    if (
      !(await move(call, records, { found, kind: 'confirmed', from: ['open'], to: 'confirmed', reason: '' }))
    )
      return null;
    const followed = await follow(call, records, found);
    // A person with authority decided: it is done at once, also while the bot only watches.
    const told = [
      ...(await complaintTold(records, found, followed.follows === 'nothing' ? 'noted' : 'upheld')),
      ...(await admissionDecided(records, call, { found, decided: 'in' })),
    ];
    const staged = stageAll(call.state, [...followed.actions, ...told], at).map((one) => ({
      ...one,
      stage: 'live' as const,
      dueAt: at,
    }));
    return { follows: followed.follows, planned: await records.plan(staged, found.id, at) };
  });
  if (result === null) return null;
  desk.dispatch.add(result.planned);
  await confirmLearned(desk.deps, found.id, at);
  return result.follows;
}

async function leadsToRemoval({ desk, state }: Call, found: Case): Promise<boolean> {
  if (found.step === 'review')
    return responseTo(found.category) === 'removal' && state.settings.removal !== 'never';
  return found.step === 'removal' && asksForRemoval(desk.deps.store, found);
}

/** A notice is asked about once: whether it is genuine, or, at the end of the ladder, whether its author is removed. */
async function asksForRemoval(records: Pick<Records, 'outcomesOfCase'>, found: Case): Promise<boolean> {
  if (found.category !== 'notice') return true;
  const actions = (await records.outcomesOfCase(found.id)).map(({ planned }) => planned.action);
  return actions.some((action) => action.kind === 'request' && action.ask !== 'notice');
}

interface Followed {
  readonly follows: Follows;
  readonly actions: readonly Action[];
}

/** A removal that was asked for is done; a suspicion that is confirmed becomes the violation it would have been. */
async function follow(call: Call, records: Records, found: Case): Promise<Followed> {
  if (found.memberId === null || !punishes(found.category)) return nothingOr(call, found);
  if (isInGoodFaith(found)) return { follows: 'nothing', actions: [] };
  if (found.step === 'removal') {
    if (!(await asksForRemoval(records, found)))
      return { follows: 'nothing', actions: await outcomeTold(call, records, found) };
    return { follows: 'removal', actions: [removal(call, found, found.strikes)] };
  }
  if (found.step !== 'review')
    return { follows: 'nothing', actions: await outcomeTold(call, records, found) };
  const { group, settings } = call.state;
  const of = { groupId: group.id, memberId: found.memberId };
  const weighing = await strikesFor(call.desk.deps, records, of);
  const strikes = countActive(weighing, call.at) + 1;
  const expiresAt = expiryOf(call.at, settings.strikes);
  await records.addStrike(
    { groupId: group.id, memberId: found.memberId, at: call.at, expiresAt, observed: false },
    found.id,
  );
  const step = stepOf(responseTo(found.category), strikes, settings.strikes);
  if (step === 'removal' && settings.removal !== 'never')
    return { follows: 'removal', actions: [removal(call, found, strikes)] };
  return {
    follows: 'warning',
    actions: [
      warning(call, found, {
        count: strikes,
        step: step === 'warning' ? 'warning' : 'final',
        ...(weighsElsewhere(weighing, group.id, call.at) ? { shared: true } : {}),
      }),
    ],
  };
}

/** The group was promised to hear what comes of a notice that was not confirmed. */
async function outcomeTold(call: Call, records: Records, found: Case): Promise<readonly Action[]> {
  const { timezone } = call.state.settings.digest;
  return (await wasTold(records, found)) ? [notOfficial(found, timezone)] : [];
}

/** Who passed on a warning of danger or a changed copy is not punished for it: it is only noted. */
function isInGoodFaith({ findings, category }: Case): boolean {
  const grounds = findings.filter((finding) => finding.category === category);
  return grounds.length > 0 && grounds.every(({ rule }) => rule === SAFETY_RULE || rule === COPY_RULE);
}

/** A card past its deadline is no strike, but the removal asked for is done. */
function nothingOr(call: Call, found: Case): Followed {
  if (found.memberId === null || found.step !== 'removal') return { follows: 'nothing', actions: [] };
  return { follows: 'removal', actions: [removal(call, found, 0)] };
}

function ofCase(found: Case) {
  const ground = found.findings.find((finding) => finding.category === found.category);
  return {
    groupId: found.groupId,
    about: { caseId: found.id, rule: ground?.rule ?? 'manual', category: found.category },
    member: memberOf(found),
  };
}

function memberOf(found: Case): Person {
  return { id: found.memberId ?? '', name: found.memberName };
}

function removal(call: Call, found: Case, strikes: number): Action {
  const asked = responsible(call.state.group, appointedOf(call.desk.deps, call.state.settings));
  const owner = asked === null ? null : { id: asked, name: asked };
  return {
    kind: 'remove',
    ...ofCase(found),
    terms: termsOf(found.findings, found.category),
    score: found.score,
    strikes,
    days: call.state.settings.strikes.expireDays,
    decidedBy: 'person',
    owner,
  };
}

function warning(
  { state }: Call,
  found: Case,
  { count, step, shared }: { count: number; step: 'warning' | 'final'; shared?: true },
): Action {
  const { settings } = state;
  const beforeRemoval = isBeforeRemoval(count, settings.strikes, settings.removal);
  const terms = termsOf(found.findings, found.category);
  return {
    kind: 'warn',
    ...ofCase(found),
    step,
    terms,
    count,
    ...(shared === true ? { shared } : {}),
    beforeRemoval,
    heldSince: found.at,
    timezone: settings.digest.timezone,
    decided: true,
  };
}

/** Answers a request with no: the strike goes, nothing else follows. Null: answered already. Else how many strikes went. */
export async function rejectCase(call: Call, found: Case): Promise<number | null> {
  const { desk, at } = call;
  const result = await desk.deps.store.transaction(async (records) => {
    if (!(await move(call, records, { found, kind: 'rejected', from: ['open'], to: 'rejected', reason: '' })))
      return null;
    const strikes = await records.reverseStrikes(found.id, at, 'rejected');
    const noted = await wasTold(records, found);
    const dropped = await cancelWaiting(records, found.id, at);
    const actions: readonly Action[] = [
      ...(noted ? [{ kind: 'notice-cleared' as const, ...ofCase(found) }] : []),
      ...(await complaintTold(records, found, 'rejected')),
      ...(await feeCleared(records, ofCase(found))),
      ...(await admissionDecided(records, call, { found, decided: 'out' })),
    ];
    return { strikes, dropped, planned: await records.plan(stageAll(call.state, actions, at), found.id, at) };
  });
  if (result === null) return null;
  desk.dispatch.drop(result.dropped);
  await dropLearned(desk.deps, found.id);
  desk.dispatch.add(result.planned);
  return result.strikes;
}

export interface Undone {
  readonly strikes: number;
  readonly removed: boolean;
  /** The member hears of it. */
  readonly told: boolean;
  /** An official notice was taken back by it, or one that waited for its day. */
  readonly withdrawn: Withdrawn | null;
}

/** Reverses a case: strikes, waiting actions; the member is told kindly. Null: reversed already. */
export async function overturnCase(call: Call, found: Case, reason: string): Promise<Undone | null> {
  const { desk, at } = call;
  const from: readonly CaseStatus[] = ['open', 'closed', 'confirmed', 'rejected'];
  const away = await isAway(desk.deps, found);
  const result = await desk.deps.store.transaction(async (records) => {
    if (!(await move(call, records, { found, kind: 'overturned', from, to: 'overturned', reason })))
      return null;
    const strikes = await records.reverseStrikes(found.id, at, 'overturned');
    await liftBanOf(records, found);
    const heard = await whatWasHeard(records, found, away);
    const dropped = await cancelWaiting(records, found.id, at);
    const appeal = await records.decideAppeal(found.id, { status: 'granted', actor: call.actorId, at });
    const withdrawn = await withdraw(records, call, found);
    const told = [...(await complaintTold(records, found, 'withdrawn')), ...(withdrawn?.actions ?? [])];
    const isTold = withdrawn === null && heard.warned && !heard.removed;
    const actions: readonly Action[] = [
      ...(isTold ? [{ kind: 'reversed' as const, ...ofCase(found), removed: false }] : []),
      ...(appeal === null || isTold || heard.removed ? [] : [appealGranted(found, appeal.memberId)]),
      ...told,
    ];
    const planned = await records.plan(stageAll(call.state, actions, at), found.id, at);
    const isHeard = isTold || (appeal !== null && !heard.removed);
    return { strikes, removed: heard.removed, told: isHeard, withdrawn, dropped, planned };
  });
  if (result === null) return null;
  desk.dispatch.drop(result.dropped);
  await dropLearned(desk.deps, found.id);
  desk.dispatch.add(result.planned);
  desk.dispatch.add(await doubtRules(desk, call.state, { found, at }));
  const { strikes, removed, told, withdrawn } = result;
  return { strikes, removed, told, withdrawn };
}
