import type { Answer } from '../../core/model/answer.js';
import type { Instant } from '../../core/model/instant.js';
import type { Pending } from '../codes.js';
import type { Call } from './command.js';

/** How long a confirmation code is good for, seconds. */
export const CODE_SECONDS = 60;

/** Keeps what is to be done until its code comes back; answers the code. */
export function askForCode(call: Call, task: Pending['task']): string {
  const code = codeFor(call, JSON.stringify(task));
  const { actorId, at, state } = call;
  const until: Instant = at + CODE_SECONDS * 1000;
  call.desk.talk.keep(code, { actorId, groupId: state.group.id, task, until });
  return code;
}

/** Hands out what a code stands for, once; an answer where it stands for nothing here. */
export function redeem(call: Call, typed: string): Pending['task'] | Extract<Answer, { kind: 'bad-code' }> {
  const pending = call.desk.talk.redeem(typed.trim(), call.actorId, call.at);
  return pending === null || pending.groupId !== call.state.group.id ? { kind: 'bad-code' } : pending.task;
}

/** A letter and three digits. It guards against slips, not guessing: it is good only for the person who asked. */
function codeFor(call: Call, about: string): string {
  const digest = call.desk.deps.digest(`${call.actorId} ${about} ${call.at}`);
  const number = Number.parseInt(digest.slice(0, 8), 16);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `${letters[number % letters.length] ?? 'A'}${String(number % 1000).padStart(3, '0')}`;
}
