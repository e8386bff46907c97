import type { Answer } from '../../core/model/answer.js';
import type { CodesAnswer, CodeTask } from '../../core/model/answers/codes.js';
import { namedSetting } from '../../core/policy/setting-names.js';
import type { KeptCode, Task } from '../codes.js';
import { gathered } from '../open-questions.js';
import { personOf } from '../record.js';
import { CODE_SECONDS } from './by-code.js';
import type { Call } from './command.js';
import { openCases, waitingCases } from './which-case.js';

/** A yes without its number: what waits for a code is named first. Nothing is done without one. */
export async function bareYes(call: Call): Promise<Answer> {
  const { talk } = call.desk;
  const asked = eachOnce(talk.waiting(call.actorId, call.at));
  if (asked.length > 0) return codesAnswer(call, 'asked', asked);
  const lapsed = eachOnce(talk.lapsed(call.actorId, call.at));
  return lapsed.length > 0 ? codesAnswer(call, 'lapsed', lapsed) : openCases(call, '/确认');
}

/**
 * A yes to a proposal, from somebody who was asked for a code after it: that is what was meant, and it needs its code. Null: no code
 * waits, or the proposal is the newer.
 */
export async function askedSince(call: Call): Promise<Answer | null> {
  const asked = eachOnce(call.desk.talk.waiting(call.actorId, call.at));
  const [newest] = asked;
  if (newest === undefined) return null;
  const [offer] = await call.desk.deps.store.offers(call.actorId, call.at);
  const isNewer = offer !== undefined && offer.at > newest.pending.until - CODE_SECONDS * 1000;
  return isNewer ? null : codesAnswer(call, 'asked', asked);
}

/** A no without its number gives up what waits for a code: that can always be asked for again. */
export async function bareNo(call: Call): Promise<Answer> {
  const waiting = call.desk.talk.waiting(call.actorId, call.at);
  return waiting.length === 0 ? openCases(call, '/驳回') : dropped(call, waiting);
}

/** A no to one code. */
export async function noToCode(call: Call, typed: string): Promise<Answer> {
  const code = typed.trim().toUpperCase();
  const meant = call.desk.talk.waiting(call.actorId, call.at).filter((one) => one.code === code);
  return meant.length === 0 ? { kind: 'bad-code' } : dropped(call, meant);
}

async function dropped(call: Call, kept: readonly KeptCode[]): Promise<Answer> {
  for (const { code } of kept) call.desk.talk.redeem(code, call.actorId, call.at);
  return codesAnswer(call, 'dropped', eachOnce(kept));
}

/** The same asked for twice has two codes: the newer stands for both. */
function eachOnce(kept: readonly KeptCode[]): readonly KeptCode[] {
  const about = ({ pending }: KeptCode): string => JSON.stringify([pending.groupId, pending.task]);
  return kept.filter((one, index) => kept.findIndex((other) => about(other) === about(one)) === index);
}

async function codesAnswer(
  call: Call,
  about: CodesAnswer['about'],
  kept: readonly KeptCode[],
): Promise<CodesAnswer> {
  const codes = await Promise.all(
    kept.map(async ({ code, pending }) => ({
      code,
      seconds: Math.max(0, Math.floor((pending.until - call.at) / 1000)),
      task: await shownTask(call, pending.groupId, pending.task),
    })),
  );
  const timezone = call.state.settings.digest.timezone;
  const waiting = await waitingCases(call);
  const together = await gathered(call.desk.deps.store, waiting);
  const joined = new Set(Object.values(together).flat());
  const cases = waiting.filter(({ id }) => !joined.has(id));
  return { kind: 'codes', about, codes, cases, together, timezone };
}

async function shownTask({ desk }: Call, groupId: string, task: Task): Promise<CodeTask> {
  switch (task.kind) {
    case 'removal':
      return { kind: 'removal', name: (await personOf(desk.deps, groupId, task.memberId)).name };
    case 'setting':
      return { kind: 'setting', name: namedSetting(task.key)?.name ?? task.key };
    case 'reverse-word':
      return task;
    case 'offboard': {
      const [first] = task.listed;
      const name = first === undefined ? '' : (await personOf(desk.deps, first.groupId, first.memberId)).name;
      return { kind: 'offboard', name, count: new Set(task.listed.map((one) => one.groupId)).size };
    }
  }
}
