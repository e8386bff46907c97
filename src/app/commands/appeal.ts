import { leadingNumber } from '../../core/command/case-numbers.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { openAppeal, whyNot } from '../appeals.js';
import { gathered } from '../open-questions.js';
import type { Call, Command } from './command.js';
import { maySee, namedCase } from './which-case.js';

/** The member concerned asks for a second look (clause row 6.2). */
export const appeal: Command = {
  names: ['申诉', 'appeal'],
  least: 'member',
  usage: '/申诉 编号 理由',
  summary: '不同意对您的处理,请人重新看',
  numbered: true,
  async run(call) {
    if (leadingNumber(call.rest) === null) return withoutNumber(call);
    const named = await namedCase(call);
    return named.kind === 'answer' ? named.answer : appealed(call, named.case, named.rest);
  },
};

/** The line to copy, sent back with its place holder: 申诉 2 理由, 申诉 2 理由:我没有. */
const PLACE_HOLDER = /^[“"]?(?:您的)?理由[”"]?(?:[:\uff1a,\uff0c\s]+|是|$)/u;

async function appealed(call: Call, found: Case, typed: string): Promise<Answer> {
  const reason = typed.replace(PLACE_HOLDER, '').trim();
  const caseId = found.id;
  const why = await whyNot(call, found);
  if (why !== null) return { kind: 'appeal-refused', caseId, why };
  return (await openAppeal(call, found, reason))
    ? { kind: 'appeal-taken', caseId }
    : { kind: 'appeal-refused', caseId, why: 'nothing-done' };
}

const LOOKED_AT = 20;

/** The only one of the member's own that may be appealed is meant, with what is settled along; of several, or without a reason, they are shown. */
async function withoutNumber(call: Call): Promise<Answer> {
  const { desk, state, actorId } = call;
  const own = await desk.deps.store.casesOf(state.group.id, actorId, LOOKED_AT);
  const open: Case[] = [];
  for (const one of own) if (maySee(call, one) && (await whyNot(call, one)) === null) open.push(one);
  const together = await gathered(desk.deps.store, open);
  const joined = new Set(Object.values(together).flat());
  const questions = open.filter(({ id }) => !joined.has(id));
  const [only] = questions;
  if (only !== undefined && questions.length === 1 && call.rest !== '')
    return appealed(call, only, call.rest);
  const example = only === undefined ? '' : `,请写上编号和理由,比如 /申诉 ${only.id} 我不是那个意思`;
  const timezone = state.settings.digest.timezone;
  return { kind: 'cases', title: `您可以申诉的案件${example}`, cases: open, together, timezone };
}
