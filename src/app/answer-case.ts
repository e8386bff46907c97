import type { Action } from '../core/model/action.js';
import type { Case, CaseStatus } from '../core/model/case.js';
import type { Records } from '../ports.js';
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
import { confirmedWith, togetherWith, withReason } from './open-questions.js';
import { stageAll } from './record.js';
import { isAway, whatWasHeard } from './what-was-heard.js';

export type Confirmed =
  | {
      readonly kind: 'done';
      readonly follows: 'removal' | 'warning' | 'nothing';
      /** The case that asked: what follows is noted there. */
      readonly lead: Case;
      /** Further cases that were settled by the same answer. */
      readonly together: readonly number[];
      /** The member's question that calls for more and is still open; null: none. */
      readonly graver: number | null;
    }
  /** Not done, and still open. */
  | { readonly kind: 'no-right' }
  | { readonly kind: 'brake'; readonly brake: Brake };

/** Answers a request with yes. Null: somebody else answered first. */
export async function confirmCase(call: Call, named: Case): Promise<Confirmed | null> {
  const { desk, at } = call;
  const { lead } = await togetherWith(desk.deps.store, named);
  if (await leadsToRemoval(call, lead)) {
    if (call.state.group.botRole === 'member') return { kind: 'no-right' };
    const brake = await orderBrake(desk.deps, call.state, at);
    if (brake.holds) return { kind: 'brake', brake };
  }
  const result = await desk.deps.store.transaction(async (records) => {
    const { lead: found, others, graver } = await togetherWith(records, named);
    // Somebody else has answered in between.
    if (found.id !== lead.id) return null;
    if (
      !(await move(call, records, { found, kind: 'confirmed', from: ['open'], to: 'confirmed', reason: '' }))
    )
      return null;
    const followed = await follow(call, records, found);
    const together = found.step === 'removal' && followed.follows !== 'removal' ? [] : others;
    for (const one of together) await move(call, records, alsoConfirmed(one, found));
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
    const planned = await records.plan(staged, found.id, at);
    return { follows: followed.follows, together, graver, planned };
  });
  if (result === null) return null;
  desk.dispatch.add(result.planned);
  const { follows, together, graver } = result;
  // Of what was merely suspected only the message that was asked about was shown to whoever said yes.
  const certain = together.filter(({ step }) => step === 'removal');
  for (const one of [lead, ...certain]) await confirmLearned(desk.deps, one.id, at);
  return { kind: 'done', follows, lead, together: idsOf(together), graver };
}

function alsoConfirmed(found: Case, asked: Case): Move {
  return { found, kind: 'confirmed', from: ['open'], to: 'confirmed', reason: withReason(asked) };
}

function idsOf(cases: readonly Case[]): readonly number[] {
  return cases.map(({ id }) => id);
}

export interface Rejected {
  /** The case that asked. */
  readonly lead: Case;
  readonly strikes: number;
  /** Further cases that were settled by the same answer. */
  readonly together: readonly number[];
  /** The member's question that calls for more and is still open; null: none. */
  readonly graver: number | null;
}

/** Answers a request with no: the strikes go, nothing else follows. Null: answered already. */
export async function rejectCase(call: Call, named: Case): Promise<Rejected | null> {
  const { desk, at } = call;
  const result = await desk.deps.store.transaction(async (records) => {
    const { lead: found, others: joined, graver } = await togetherWith(records, named);
    if (!(await move(call, records, { found, kind: 'rejected', from: ['open'], to: 'rejected', reason: '' })))
      return null;
    const { strikes, dropped } = await letGo(call, records, { found, joined });
    const noted = await wasTold(records, found);
    const actions: readonly Action[] = [
      ...(noted ? [{ kind: 'notice-cleared' as const, ...ofCase(found) }] : []),
      ...(await complaintTold(records, found, 'rejected')),
      ...(await feeCleared(records, ofCase(found))),
      ...(await admissionDecided(records, call, { found, decided: 'out' })),
    ];
    const planned = await records.plan(stageAll(call.state, actions, at), found.id, at);
    return { lead: found, strikes, joined, dropped, planned, graver };
  });
  if (result === null) return null;
  const { lead, joined, strikes, graver } = result;
  desk.dispatch.drop(result.dropped);
  for (const one of [lead, ...joined]) await dropLearned(desk.deps, one.id);
  desk.dispatch.add(result.planned);
  return { lead, strikes, together: idsOf(joined), graver };
}

/** What goes with a case that is let go: its strikes and what it still has to say, and whatever is settled with it. */
async function letGo(
  call: Call,
  records: Records,
  { found, joined }: { readonly found: Case; readonly joined: readonly Case[] },
): Promise<{ readonly strikes: number; readonly dropped: readonly number[] }> {
  let strikes = 0;
  const dropped: number[] = [];
  for (const one of joined) {
    const reason = withReason(found);
    const from = ['open', 'confirmed'] as const;
    await move(call, records, { found: one, kind: 'rejected', from, to: 'rejected', reason });
  }
  for (const one of [found, ...joined]) {
    strikes += await records.reverseStrikes(one.id, call.at, 'rejected');
    dropped.push(...(await cancelWaiting(records, one.id, call.at)));
  }
  return { strikes, dropped };
}

export interface Undone {
  readonly strikes: number;
  readonly removed: boolean;
  /** The member hears of it. */
  readonly told: boolean;
  /** An official notice was taken back by it, or one that waited for its day. */
  readonly withdrawn: Withdrawn | null;
  /** What had joined its question and stands or falls with it: let go as well. */
  readonly along: readonly number[];
  /** What had joined its question and is still to be decided. */
  readonly waiting: readonly number[];
}

/** Reverses a case: strikes, waiting actions; the member is told kindly. Null: reversed already. */
export async function overturnCase(call: Call, found: Case, reason: string): Promise<Undone | null> {
  const { desk, at } = call;
  const from: readonly CaseStatus[] = ['open', 'closed', 'confirmed', 'rejected'];
  const away = await isAway(desk.deps, found);
  const result = await desk.deps.store.transaction(async (records) => {
    const { along, waiting } = await restOf(records, found);
    if (!(await move(call, records, { found, kind: 'overturned', from, to: 'overturned', reason })))
      return null;
    const strikes = await records.reverseStrikes(found.id, at, 'overturned');
    await liftBanOf(records, found);
    const heard = await whatWasHeard(records, found, away);
    const { dropped } = await letGo(call, records, { found, joined: along });
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
    const rest = { along: idsOf(along), waiting: idsOf(waiting) };
    return { strikes, removed: heard.removed, told: isHeard, withdrawn, ...rest, dropped, planned };
  });
  if (result === null) return null;
  desk.dispatch.drop(result.dropped);
  for (const id of [found.id, ...result.along]) await dropLearned(desk.deps, id);
  desk.dispatch.add(result.planned);
  desk.dispatch.add(await doubtRules(desk, call.state, { found, at }));
  const { strikes, removed, told, withdrawn, along, waiting } = result;
  return { strikes, removed, told, withdrawn, along, waiting };
}

/**
 * What was asked about together with a case that is reversed. Merely suspected messages stand or fall with it; a certain offence that
 * waits beside it is decided by itself, and what is suspected waits with that.
 */
async function restOf(
  records: Records,
  found: Case,
): Promise<{ readonly along: readonly Case[]; readonly waiting: readonly Case[] }> {
  const { lead, others } = await togetherWith(records, found);
  const beside = [lead, ...others].filter(({ id }) => id !== found.id);
  if (beside.some(({ step }) => step === 'removal')) return { along: [], waiting: beside };
  const decided = (await confirmedWith(records, found)).filter(({ step }) => step === 'review');
  return { along: [...beside, ...decided], waiting: [] };
}
