import { mayDecide, pendingAppeal } from '../appeals.js';
import { overturnCase } from '../answer-case.js';
import { confirmedWith } from '../open-questions.js';
import type { Command } from './command.js';
import { offerNext } from '../offers/exception.js';
import { namedCase } from './which-case.js';

export const overturn: Command = {
  names: ['撤销', 'overturn'],
  least: 'admin',
  usage: '/撤销 编号 [原因]',
  summary: '撤销一件案件:记过、处置,并告诉本人',
  numbered: true,
  several: true,
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const { store } = call.desk.deps;
    if ((await pendingAppeal(store, named.case.id)) !== null && !(await mayDecide(call, named.case)))
      return { kind: 'other-decides', caseId: named.case.id };
    const undone = await overturnCase(call, named.case, named.rest);
    if (undone === null) return { kind: 'already-answered', case: named.case };
    const { withdrawn, ...done } = undone;
    if (withdrawn !== null)
      return { kind: 'notice-taken-back', caseId: named.case.id, number: withdrawn.number };
    const together = (await confirmedWith(store, named.case)).map(({ id }) => id);
    const next = await offerNext(call, named.case);
    return { kind: 'overturned', case: named.case, ...done, together, next };
  },
};
