import type { Action } from '../core/model/action.js';
import type { Case, CaseStatus } from '../core/model/case.js';
import type { Call } from './commands/command.js';
import { confirmLearned, dropLearned } from './conduct/duplicates.js';
import { appealGranted } from './appeals.js';
import { type Brake, orderBrake } from './brake.js';
import { complaintTold } from './complaints.js';
import { doubtRules } from './doubt.js';
import { cancelWaiting } from './cancel.js';
import { feeCleared } from './fee-cleared.js';
import { follow, leadsToRemoval, ofCase } from './follow-confirmed.js';
import { wasTold } from './notices/told.js';
import { withdraw, type Withdrawn } from './notices/withdraw.js';
import { admissionDecided } from './people/admission.js';
import { liftBanOf } from './people/bans.js';
import { move, type Move } from './move-case.js';
import { joinedTo, withReason } from './open-removals.js';
import { stageAll } from './record.js';
import { isAway, whatWasHeard } from './what-was-heard.js';

export type Confirmed =
  | {
      readonly kind: 'done';
      readonly follows: 'removal' | 'warning' | 'nothing';
      /** Further cases that were settled by the same answer. */
      readonly together: readonly number[];
    }
  /** Not done, and still open. */
  | { readonly kind: 'no-right' }
  | { readonly kind: 'brake'; readonly brake: Brake };

/** Answers a request with yes. Null: somebody else answered first. */
export async function confirmCase(call: Call, found: Case): Promise<Confirmed | null> {
  const { desk, at } = call;
  if (await leadsToRemoval(call, found)) {
    if (call.state.group.botRole === 'member') return { kind: 'no-right' };
    const brake = await orderBrake(desk.deps, call.state, at);
    if (brake.holds) return { kind: 'brake', brake };
  }
  const result = await desk.deps.store.transaction(async (records) => {
    const joined = await joinedTo(records, found);
    if (
      !(await move(call, records, { found, kind: 'confirmed', from: ['open'], to: 'confirmed', reason: '' }))
    )
      return null;
    const followed = await follow(call, records, found);
    const together = followed.follows === 'removal' ? joined : [];
    for (const one of together) await move(call, records, confirmedWith(one, found));
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
    return { follows: followed.follows, together, planned: await records.plan(staged, found.id, at) };
  });
  if (result === null) return null;
  desk.dispatch.add(result.planned);
  for (const one of [found, ...result.together]) await confirmLearned(desk.deps, one.id, at);
  return { kind: 'done', follows: result.follows, together: idsOf(result.together) };
}

function confirmedWith(found: Case, asked: Case): Move {
  return { found, kind: 'confirmed', from: ['open'], to: 'confirmed', reason: withReason(asked) };
}

function idsOf(cases: readonly Case[]): readonly number[] {
  return cases.map(({ id }) => id);
}

export interface Rejected {
  readonly strikes: number;
  /** Further cases that were settled by the same answer. */
  readonly together: readonly number[];
}

/** Answers a request with no: the strikes go, nothing else follows. Null: answered already. */
export async function rejectCase(call: Call, found: Case): Promise<Rejected | null> {
  const { desk, at } = call;
  const result = await desk.deps.store.transaction(async (records) => {
    const joined = await joinedTo(records, found);
    if (!(await move(call, records, { found, kind: 'rejected', from: ['open'], to: 'rejected', reason: '' })))
      return null;
    let strikes = await records.reverseStrikes(found.id, at, 'rejected');
    for (const one of joined) {
      await move(call, records, rejectedWith(one, found));
      strikes += await records.reverseStrikes(one.id, at, 'rejected');
    }
    const noted = await wasTold(records, found);
    const dropped = await cancelWaiting(records, found.id, at);
    const actions: readonly Action[] = [
      ...(noted ? [{ kind: 'notice-cleared' as const, ...ofCase(found) }] : []),
      ...(await complaintTold(records, found, 'rejected')),
      ...(await feeCleared(records, ofCase(found))),
      ...(await admissionDecided(records, call, { found, decided: 'out' })),
    ];
    const planned = await records.plan(stageAll(call.state, actions, at), found.id, at);
    return { strikes, joined, dropped, planned };
  });
  if (result === null) return null;
  desk.dispatch.drop(result.dropped);
  for (const one of [found, ...result.joined]) await dropLearned(desk.deps, one.id);
  desk.dispatch.add(result.planned);
  return { strikes: result.strikes, together: idsOf(result.joined) };
}

function rejectedWith(found: Case, asked: Case): Move {
  return { found, kind: 'rejected', from: ['open'], to: 'rejected', reason: withReason(asked) };
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
