import { rejectCase } from '../answer-case.js';
import type { Command } from './command.js';
import { namedCase } from './which-case.js';

export const reject: Command = {
  names: ['驳回', 'reject'],
  least: 'admin',
  usage: '/驳回 编号',
  summary: '放过我请您定夺的事',
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    if (named.case.status === 'closed') return { kind: 'not-asked', case: named.case };
    const strikes = await rejectCase(call, named.case);
    if (strikes !== null) return { kind: 'rejected', case: named.case, strikes };
    return {
      kind: 'already-answered',
      case: (await call.desk.deps.store.caseById(named.case.id)) ?? named.case,
    };
  },
};
