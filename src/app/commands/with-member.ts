import type { Answer } from '../../core/model/answer.js';
import type { Person } from '../../core/model/action.js';
import { shownName } from '../../core/model/member.js';
import type { Call, Command } from './command.js';
import { isAboutSomebody, namedMember } from './who.js';

/** Finds the member that a command names, or answers instead. */
export async function withMember(
  call: Call,
  command: Command,
  work: (call: Call, member: Person, rest: string) => Promise<Answer>,
): Promise<Answer> {
  if (!isAboutSomebody(call)) return { kind: 'usage', usage: command.usage };
  const named = await namedMember(call, command.names[0] ?? '');
  if (named.kind === 'answer') return named.answer;
  return work(call, { id: named.member.id, name: shownName(named.member) }, named.rest);
}
