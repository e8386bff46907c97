import { leadingNumber } from '../core/command/case-numbers.js';
import { likely } from '../core/command/likely.js';
import { isGreeting } from '../core/command/recognise.js';
import type { OwnCase, OwnCaseAnswer } from '../core/model/answers/own-case.js';
import type { Case } from '../core/model/case.js';
import { isAtLeast } from '../core/policy/authority.js';
import { pendingAppeal, whyNot } from './appeals.js';
import type { Desk } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { isHiddenFromAccused } from './complaints.js';
import { type GroupState, roleIn } from './groups.js';
import { ourGroups } from './my-groups.js';
import { findCommand, type Request } from './request.js';

/** What such words are mostly about: the case is named instead of the command. */
const ABOUT_CASES: readonly string[] = ['申诉', '为什么', '案件', '记录'];
/** What the person asked for is no case against the person. */
const ASKED: readonly string[] = ['complaint', 'submission', 'admission', 'wrong-branch'];
const LOOKED_AT = 20;

/**
 * To words that are no command (我只是转发的, 凭什么警告我, a bare 为什么) from a member with a case of one's own: the case and how to appeal it.
 * The words themselves are no appeal. Null: they are something else, or there is no such case.
 */
export async function aboutOwnCases(desk: Desk, request: Request): Promise<OwnCaseAnswer | null> {
  if (!isTalk(desk, request)) return null;
  const cases = await ownCases(desk, request);
  return cases.length === 0 ? null : { kind: 'own-cases', cases };
}

function isTalk(desk: Desk, { typed, line, actorId }: Request): boolean {
  const command = findCommand(typed.name)?.names[0] ?? null;
  if (command !== null) return command === '为什么' && leadingNumber(typed.rest) === null;
  if (typed.name === '' || isGreeting(line)) return false;
  const leads = ourGroups(desk).some((state) => roleIn(desk.deps, state, actorId) !== 'member');
  const usable = leads ? COMMANDS : COMMANDS.filter(({ least }) => isAtLeast('member', least));
  const near = likely(line, usable);
  return near === null || ABOUT_CASES.includes(findCommand(near.name)?.names[0] ?? '');
}

/** Those that stand against the person where the person is a member and no more, in groups left meanwhile too. */
async function ownCases(desk: Desk, { actorId, at }: Request): Promise<readonly OwnCase[]> {
  const groups = new Map(ourGroups(desk).map((state) => [state.group.id, state]));
  const all = await desk.deps.store.casesIn([...groups.keys()], actorId, LOOKED_AT);
  const own: OwnCase[] = [];
  for (const one of all) {
    const state = groups.get(one.groupId);
    if (state === undefined || roleIn(desk.deps, state, actorId) !== 'member') continue;
    const standing = await standingOf(desk, one, { state, actorId, at });
    if (standing !== null) own.push(ownCase(one, { state, standing }));
  }
  return own;
}

interface Asking {
  readonly state: GroupState;
  readonly actorId: string;
  readonly at: number;
}

async function standingOf(desk: Desk, one: Case, asking: Asking): Promise<OwnCase['standing'] | null> {
  if (one.observed || one.exempt || isHiddenFromAccused(one)) return null;
  if ((await pendingAppeal(desk.deps.store, one.id)) !== null) return 'in-appeal';
  if ((await whyNot({ desk, ...asking }, one)) === null) return 'appealable';
  const isAsked = one.findings.length === 0 || one.findings.some(({ rule }) => ASKED.includes(rule));
  return one.status === 'open' && !isAsked ? 'open' : null;
}

function ownCase(
  { id, at, category, step, status }: Case,
  { state, standing }: { readonly state: GroupState; readonly standing: OwnCase['standing'] },
): OwnCase {
  const timezone = state.settings.digest.timezone;
  return {
    id,
    at,
    category,
    step,
    groupName: state.group.name,
    timezone,
    standing,
    isOpen: status === 'open',
  };
}
