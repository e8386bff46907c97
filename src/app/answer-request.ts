import type { Answer } from '../core/model/answer.js';
import { leadingNumbers, MOST_NUMBERS } from '../core/command/case-numbers.js';
import { likely } from '../core/command/likely.js';
import { inChinese } from '../core/command/sub-words.js';
import { isAtLeast, type Role } from '../core/policy/authority.js';
import { groupOfNumber } from './command-group.js';
import type { Call, Command, Desk } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { memberNamed } from './commands/who.js';
import { type GroupState, refresh, roleIn } from './groups.js';
import { ownCard } from './own-card.js';
import { findCommand, type Request } from './request.js';

/** What is answered to a request in a group; authority is looked up now, by id. */
export async function answerRequest(desk: Desk, state: GroupState, request: Request): Promise<Answer> {
  await refresh(desk.deps, state);
  const command = findCommand(request.typed.name);
  if (command === null) return unnamed(desk, state, request);
  const listed = command.several === true ? leadingNumbers(request.typed.rest) : null;
  if (listed === null || listed.numbers.length < 2) return carriedOut(desk, state, { request, command });
  if (listed.numbers.length > MOST_NUMBERS) return { kind: 'too-many-numbers', most: MOST_NUMBERS };
  return eachNumber(desk, state, { request, command, ...listed });
}

interface Given {
  readonly request: Request;
  readonly command: Command;
}

async function carriedOut(desk: Desk, state: GroupState, { request, command }: Given): Promise<Answer> {
  const role = actingRole(desk, state, request.actorId);
  const allowed = isAtLeast(role, command.least);
  await auditCommand(desk, state, { request, command, allowed });
  if (!allowed) return { kind: 'refused', least: command.least };
  const rest = inChinese(command.names[0] ?? '', request.typed.rest);
  return command.run({ ...request, desk, state, role, rest });
}

/** One answer to several numbers: each is answered on its own, in its own group; what was settled together is not said twice. */
async function eachNumber(
  desk: Desk,
  state: GroupState,
  { request, command, numbers, rest }: Given & { readonly numbers: readonly number[]; readonly rest: string },
): Promise<Answer> {
  const answers: { id: number; answer: Answer }[] = [];
  const settled = new Set<number>();
  for (const id of numbers) {
    if (settled.has(id)) continue;
    const there = request.inGroup ? state : ((await groupOfNumber(desk, id)) ?? state);
    if (there !== state) await refresh(desk.deps, there);
    const typed = { name: request.typed.name, rest: `${id} ${rest}`.trim() };
    const one = { ...request, typed, key: `${request.key}#${id}` };
    const answer = await carriedOut(desk, there, { request: one, command });
    answers.push({ id, answer });
    for (const other of settledBy(answer)) settled.add(other);
  }
  return { kind: 'several', answers };
}

/** The case that asked and whatever was settled with it, whichever of them was named. */
function settledBy(answer: Answer): readonly number[] {
  switch (answer.kind) {
    case 'confirmed':
    case 'rejected':
      return [answer.case.id, ...answer.together];
    case 'overturned':
      return answer.along;
    default:
      return [];
  }
}

/** An account that may be in other hands has no more say than a member. */
function actingRole(desk: Desk, state: GroupState, actorId: string): Role {
  return state.settings.frozenIds.includes(actorId) ? 'member' : roleIn(desk.deps, state, actorId);
}

/** No command has that name: 警告李雷 names one and a member in one word, a card is no command; else what was probably meant is proposed. */
async function unnamed(desk: Desk, state: GroupState, request: Request): Promise<Answer> {
  const role = actingRole(desk, state, request.actorId);
  const together = await gluedMember(desk, state, request);
  if (together !== null) return carriedOut(desk, state, together);
  const card = request.inGroup ? null : await ownCard(desk.deps, state, request);
  if (card !== null) return card;
  const mine = COMMANDS.filter((command) => isAtLeast(role, command.least));
  const near = likely(request.line.replace(/^[/／]/u, ''), mine);
  return {
    kind: 'unknown-command',
    typed: request.typed.name,
    nearest: near?.name ?? null,
    usage: near?.usage ?? null,
    leads: isAtLeast(role, 'admin'),
  };
}

async function gluedMember(desk: Desk, state: GroupState, request: Request): Promise<Given | null> {
  const line = request.line.replace(/^[/／]\s*/u, '');
  const command = COMMANDS.find(
    ({ names: [name = ''], usage }) => usage.includes('@人') && line.startsWith(name),
  );
  const name = command?.names[0] ?? '';
  const rest = line.slice(name.length).trim();
  if (command === undefined || rest === '') return null;
  const members = await desk.deps.platforms.live.members(state.group.id);
  const call = { ...request, desk, state, role: 'member', rest } satisfies Call;
  return memberNamed(call, members) === null
    ? null
    : { command, request: { ...request, typed: { name, rest } } };
}

function auditCommand(
  desk: Desk,
  state: GroupState,
  { request, command, allowed }: Given & { readonly allowed: boolean },
): Promise<void> {
  return desk.deps.store.audit({
    at: request.at,
    actor: request.actorId,
    kind: 'command',
    groupId: state.group.id,
    data: { command: command.names[0] ?? '', allowed, words: desk.deps.digest(request.typed.rest) },
  });
}
