import type { Answer } from '../../core/model/answer.js';
import { leadingNumber } from '../../core/command/case-numbers.js';
import type { Case } from '../../core/model/case.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { isHiddenFromAccused } from '../complaints.js';
import { pendingAppeal } from '../appeals.js';
import { gathered } from '../open-questions.js';
import type { Call } from './command.js';

export type NamedCase =
  | { readonly kind: 'case'; readonly case: Case; readonly rest: string }
  | { readonly kind: 'answer'; readonly answer: Answer };

/**
 * The case that a command names by number. Cases of other groups, and of exempt persons for all but the organisation's staff,
 * are as if they were not there.
 */
export async function namedCase(call: Call): Promise<NamedCase> {
  const typed = /^\S+/u.exec(call.rest)?.[0] ?? '';
  const read = leadingNumber(call.rest);
  const found = read === null ? null : await call.desk.deps.store.caseById(read.number);
  if (read === null || found === null || !(maySee(call, found) || (await isOwnAppeal(call, found))))
    return { kind: 'answer', answer: { kind: 'no-case', id: typed } };
  return { kind: 'case', case: found, rest: read.rest };
}

/** Which number? The open ones, with how the answer is written. */
export async function openCases(call: Call, command: string): Promise<Answer> {
  const cases = await waitingCases(call);
  const together = await gathered(call.desk.deps.store, cases);
  const joined = Object.values(together).flat();
  const first = cases.find(({ id }) => !joined.includes(id));
  const example = first === undefined ? '' : `,请写上编号,比如 ${command} ${first.id}`;
  return {
    kind: 'cases',
    title: `待您定夺的案件${example}`,
    cases,
    together,
    timezone: call.state.settings.digest.timezone,
  };
}

/** The open cases of the group that the person may decide. */
export async function waitingCases(call: Call): Promise<readonly Case[]> {
  const open = await call.desk.deps.store.openCases(call.state.group.id);
  return open.filter((one) => maySee(call, one));
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
