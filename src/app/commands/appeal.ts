import { openAppeal, whyNot } from '../appeals.js';
import type { Command } from './command.js';
import { namedCase } from './which-case.js';

/** The member concerned asks for a second look (clause row 6.2). */
export const appeal: Command = {
  names: ['申诉', 'appeal'],
  least: 'member',
  usage: '/申诉 编号 理由',
  summary: '不同意对您的处理,请人重新看',
  numbered: true,
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const caseId = named.case.id;
    const why = await whyNot(call, named.case);
    if (why !== null) return { kind: 'appeal-refused', caseId, why };
    return (await openAppeal(call, named.case, named.rest))
      ? { kind: 'appeal-taken', caseId }
      : { kind: 'appeal-refused', caseId, why: 'nothing-done' };
  },
};
