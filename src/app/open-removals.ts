import type { Case } from '../core/model/case.js';
import type { Records } from '../ports.js';

/** So many of a member's latest cases are looked through. */
const LOOKED_AT = 50;

/**
 * The open questions whether a member is removed for what was said, oldest first. To whoever decides they are one: the first was asked,
 * later ones have joined it. A card past its deadline and a doubtful identity are questions of their own.
 */
export async function openRemovals(
  records: Pick<Records, 'casesOf' | 'outcomesOfCase'>,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
): Promise<readonly Case[]> {
  const cases = await records.casesOf(groupId, memberId, LOOKED_AT);
  const open: Case[] = [];
  for (const one of cases) if (isOpenRemoval(one) && (await asksForRemoval(records, one))) open.push(one);
  return open.toSorted((a, b) => a.id - b.id);
}

function isOpenRemoval({ status, step, category }: Case): boolean {
  return status === 'open' && step === 'removal' && category !== 'card' && category !== 'impersonation';
}

/** What is decided together with a case: the other open questions about the same removal. */
export async function joinedTo(
  records: Pick<Records, 'casesOf' | 'outcomesOfCase'>,
  found: Case,
): Promise<readonly Case[]> {
  if (found.memberId === null || !isOpenRemoval(found)) return [];
  const all = await openRemovals(records, { groupId: found.groupId, memberId: found.memberId });
  return all.some(({ id }) => id === found.id) ? all.filter(({ id }) => id !== found.id) : [];
}

/** The reason that stands in a case settled by the answer to another. */
export function withReason({ id }: Case): string {
  return `随编号 ${id}`;
}

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
    if (events.some(({ reason }) => reason === withReason(asked))) found.push(one);
  }
  return found.toSorted((a, b) => a.id - b.id);
}

/** A notice is asked about once: whether it is genuine, or, at the end of the ladder, whether its author is removed. */
export async function asksForRemoval(
  records: Pick<Records, 'outcomesOfCase'>,
  found: Case,
): Promise<boolean> {
  if (found.category !== 'notice') return true;
  const actions = (await records.outcomesOfCase(found.id)).map(({ planned }) => planned.action);
  return actions.some((action) => action.kind === 'request' && action.ask !== 'notice');
}
