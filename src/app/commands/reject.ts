import { rejectCase } from '../answer-case.js';
import { isCode } from '../../core/command/confirmation.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { keepCase, mayDecide, pendingAppeal } from '../appeals.js';
import { rejectSubmission, submissionOf } from '../notices/decide.js';
import { bareNo, noToCode } from './bare-answer.js';
import type { Call, Command } from './command.js';
import { namedCase } from './which-case.js';

export const reject: Command = {
  names: ['驳回', 'reject'],
  least: 'admin',
  usage: '/驳回 编号',
  summary: '放过我请您定夺的事',
  numbered: true,
  several: true,
  async run(call) {
    if (call.rest === '') return bareNo(call);
    if (isCode(call.rest)) return noToCode(call, call.rest);
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const notice = await submissionOf(call, named.case);
    if (notice !== null) return rejectSubmission(call, named.case, { notice, reason: named.rest });
    if (named.case.status === 'closed') return { kind: 'not-asked', case: named.case };
    const appealed = await appealAnswer(call, named.case);
    if (appealed !== null) return appealed;
    const done = await rejectCase(call, named.case);
    if (done !== null) {
      const { lead, ...settled } = done;
      return { ...settled, kind: 'rejected', case: lead };
    }
    return {
      kind: 'already-answered',
      case: (await call.desk.deps.store.caseById(named.case.id)) ?? named.case,
    };
  },
};

/** Where the open question is an appeal, no means: what was done stays. */
async function appealAnswer(call: Call, found: Case): Promise<Answer | null> {
  if ((await pendingAppeal(call.desk.deps.store, found.id)) === null) return null;
  if (!(await mayDecide(call, found))) return { kind: 'other-decides', caseId: found.id };
  return (await keepCase(call, found)) ? { kind: 'appeal-kept', caseId: found.id } : null;
}
