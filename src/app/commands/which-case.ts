import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { isHiddenFromAccused } from '../complaints.js';
import { pendingAppeal } from '../appeals.js';
import type { Call } from './command.js';

export type NamedCase =
  | { readonly kind: 'case'; readonly case: Case; readonly rest: string }
  | { readonly kind: 'answer'; readonly answer: Answer };

/**
 * The case that a command names by number. Cases of other groups, and of exempt persons for all but the organisation's staff,
 * are as if they were not there.
 */
export async function namedCase(call: Call): Promise<NamedCase> {
  const number = /^#?(\d{1,9})(?=\s|$)/u.exec(call.rest);
  const typed = /^\S+/u.exec(call.rest)?.[0] ?? '';
  const found = number === null ? null : await call.desk.deps.store.caseById(Number(number[1]));
  if (found === null || !(maySee(call, found) || (await isOwnAppeal(call, found))))
    return { kind: 'answer', answer: { kind: 'no-case', id: typed } };
  return { kind: 'case', case: found, rest: call.rest.slice(number?.[0].length ?? 0).trim() };
}

/** Whoever appealed knows of the case, open again or not. */
async function isOwnAppeal({ desk, state, actorId }: Call, one: Case): Promise<boolean> {
  if (one.groupId !== state.group.id || one.memberId !== actorId) return false;
  return (await pendingAppeal(desk.deps.store, one.id)) !== null;
}

export function maySee(call: Call, one: Case): boolean {
  if (one.groupId !== call.state.group.id) return false;
  if (call.role === 'staff') return true;
  if (one.exempt && !call.state.settings.exemptIds.includes(one.memberId ?? '')) return false;
  if (isAtLeast(call.role, 'admin')) return one.memberId !== call.actorId || !isHiddenFromAccused(one);
  return one.memberId === call.actorId && !isHiddenFromAccused(one);
}
