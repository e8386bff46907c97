import type { Request } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { isSuspicion, type OpenQuestion } from '../core/policy/question.js';
import type { Records, SettledAction } from '../ports.js';
import type { OpenCase } from '../ports/questions.js';

type Reading = Pick<Records, 'openOf' | 'outcomesOfCase' | 'caseById'>;

interface Of {
  readonly groupId: string;
  readonly memberId: string;
}

/** An open case about what a member said, and the question that it put; null where it has joined an earlier one. */
interface Open {
  readonly id: number;
  readonly step: Case['step'];
  readonly asked: Request | null;
}

/**
 * What is open about what a member said, oldest first: removals that are asked for, and messages that are merely suspected. To whoever
 * decides they are one question: the first was asked, later ones have joined it, one that called for more was asked anew for all. A card
 * past its deadline, a doubtful identity, a notice and an appeal are questions of their own.
 */
async function openAbout(records: Reading, { groupId, memberId }: Of): Promise<readonly Open[]> {
  const open: Open[] = [];
  for (const one of await records.openOf(groupId, memberId)) {
    // Somebody who goes on and on must not make each next message dearer: what has joined is not looked at more closely.
    const found = one.joined ? { ...one, asked: null } : await lookedAt(records, one);
    if (found !== null) open.push(found);
  }
  return open;
}

/** Null: it is a question of its own. */
async function lookedAt(records: Reading, { id, step }: OpenCase): Promise<Open | null> {
  const found = await records.caseById(id);
  if (found === null || !(isOpenRemoval(found) || isSuspicion(found))) return null;
  const actions = await records.outcomesOfCase(id);
  return asksToRemove(found, actions) ? { id, step, asked: questionIn(actions) } : null;
}

function isOpenRemoval({ status, step, category }: Case): boolean {
  return status === 'open' && step === 'removal' && category !== 'card' && category !== 'impersonation';
}

/** The question that a case put to somebody, where nothing has overtaken it. */
function questionIn(actions: readonly SettledAction[]): Request | null {
  const asked = actions
    .filter(({ planned, outcome }) => planned.stage === 'live' && outcome?.kind !== 'cancelled')
    .map(({ planned }) => planned.action)
    .findLast((action) => action.kind === 'request');
  return asked ?? null;
}

export interface Pending {
  /** Null: nothing that is open was asked about. */
  readonly question: OpenQuestion | null;
  /** All that is open, oldest first. */
  readonly open: readonly Pick<Open, 'id' | 'step'>[];
}

/** The question about a member that waits for an answer: the last that was put. */
export async function pendingQuestion(records: Reading, of: Of): Promise<Pending> {
  const open = await openAbout(records, of);
  const last = open.findLastIndex(({ asked }) => asked !== null);
  const found = open[last];
  const asked = found?.asked ?? null;
  if (found === undefined || asked === null) return { question: null, open };
  const joined = open.slice(last + 1).filter(({ step }) => step === 'removal').length;
  const certainty = found.step === 'removal' ? 'confirmed' : 'suspected';
  const { category } = asked.about;
  return { question: { caseId: found.id, category, leadsTo: asked.leadsTo, certainty, joined }, open };
}

/** What one answer settles. */
export interface Together {
  /** The case that asked: what follows is what was said there. */
  readonly lead: Case;
  /** The others, oldest first. */
  readonly others: readonly Case[];
  /** The same member's question that calls for more, and stays open; null: none. */
  readonly graver: number | null;
}

/** What is decided together with a case: whatever was open about its member before somebody was asked for more. */
export async function togetherWith(records: Reading, found: Case): Promise<Together> {
  const alone: Together = { lead: found, others: [], graver: null };
  const { groupId, memberId } = found;
  if (memberId === null || !(isOpenRemoval(found) || (found.status === 'open' && isSuspicion(found))))
    return alone;
  const all = await openAbout(records, { groupId, memberId });
  const own = all.findIndex(({ id }) => id === found.id);
  if (own < 0) return alone;
  const next = all.findIndex(({ asked }, index) => index > own && asked !== null);
  const settled = all.slice(0, next < 0 ? all.length : next);
  const leadId = settled.findLast(({ asked }) => asked !== null)?.id ?? found.id;
  const cases = await loaded(
    records,
    settled.map(({ id }) => id),
  );
  return {
    lead: cases.find(({ id }) => id === leadId) ?? found,
    others: cases.filter(({ id }) => id !== leadId),
    graver: all[next]?.id ?? null,
  };
}

/** The cases of these numbers. */
export async function loaded(
  records: Pick<Records, 'caseById'>,
  ids: readonly number[],
): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const id of ids) {
    const one = await records.caseById(id);
    if (one !== null) found.push(one);
  }
  return found;
}

/** The other cases that the same answer settles, oldest first. */
export async function besides(records: Reading, found: Case): Promise<readonly Case[]> {
  const { lead, others } = await togetherWith(records, found);
  const all = [lead, ...others].filter(({ id }) => id !== found.id);
  return all.toSorted((a, b) => a.id - b.id);
}

/** Of these open cases, which are asked about by another: for each that asked, the others. */
export async function gathered(
  records: Reading,
  cases: readonly Case[],
): Promise<Readonly<Record<number, readonly number[]>>> {
  const found: Record<number, readonly number[]> = {};
  const open = cases.filter(({ status }) => status === 'open');
  const people = new Set(open.flatMap(({ memberId }) => memberId ?? []));
  for (const memberId of people) {
    const theirs = open.filter((one) => one.memberId === memberId);
    const groupId = theirs[0]?.groupId ?? '';
    if (theirs.length < 2) continue;
    const all = await openAbout(records, { groupId, memberId });
    const lead = (all.findLast(({ asked }) => asked !== null) ?? all[0])?.id;
    const others = all.map(({ id }) => id).filter((id) => id !== lead);
    if (lead !== undefined && others.length > 0) found[lead] = others;
  }
  return found;
}

/** The reason that stands in a case settled by the answer to another. */
export function withReason({ id }: Pick<Case, 'id'>): string {
  return `随编号 ${id}`;
}

/** So many of a member's latest cases are looked through. */
const LOOKED_AT = 50;

/** The cases that were confirmed by the answer to this one, and stand. */
export async function confirmedWith(
  records: Pick<Records, 'casesOf' | 'caseEvents'>,
  asked: Case,
): Promise<readonly Case[]> {
  if (asked.memberId === null) return [];
  const cases = await records.casesOf(asked.groupId, asked.memberId, LOOKED_AT);
  const found: Case[] = [];
  for (const one of cases.filter(({ status }) => status === 'confirmed')) {
    const events = await records.caseEvents(one.id);
    if (events.some(({ kind, reason }) => kind === 'confirmed' && reason === withReason(asked)))
      found.push(one);
  }
  return found.toSorted((a, b) => a.id - b.id);
}

/** A notice is asked about once: whether it is genuine, or, at the end of the ladder, whether its author is removed. */
export async function asksForRemoval(
  records: Pick<Records, 'outcomesOfCase'>,
  found: Case,
): Promise<boolean> {
  return asksToRemove(found, found.category === 'notice' ? await records.outcomesOfCase(found.id) : []);
}

function asksToRemove({ category }: Case, actions: readonly SettledAction[]): boolean {
  return (
    category !== 'notice' ||
    actions.some(({ planned: { action } }) => action.kind === 'request' && action.ask !== 'notice')
  );
}
