import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import { COPY_RULE } from '../../core/rules/notice.js';
import { approveSubmission, submissionOf } from '../notices/decide.js';
import { recognise } from '../notices/recognise.js';
import type { Call, Command } from './command.js';
import { namedCase } from './which-case.js';

export const approve: Command = {
  names: ['认可', 'approve'],
  least: 'admin',
  usage: '/认可 编号',
  summary: '是官方通知(登记编号,告诉大家);或同意一件投稿',
  numbered: true,
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const submission = await submissionOf(call, named.case);
    return submission === null
      ? recognised(call, named.case)
      : approveSubmission(call, named.case, submission);
  },
};

/** Level decides: an owner cannot make official what was said in the organisation's name (clause 4.2). */
async function recognised(call: Call, found: Case): Promise<Answer> {
  const { store } = call.desk.deps;
  if (found.findings.some(({ rule }) => rule === COPY_RULE))
    return { kind: 'no-notice', case: found, why: 'copy' };
  const claim = await store.noticeOfCase(found.id);
  if (claim === null) return { kind: 'no-notice', case: found, why: 'other' };
  if (claim.status === 'published') return { kind: 'no-notice', case: found, why: 'official' };
  if (claim.text === '') return { kind: 'no-notice', case: found, why: 'forgotten' };
  if (found.status === 'overturned' || !['claimed', 'rejected'].includes(claim.status))
    return { kind: 'already-answered', case: found };
  if (claim.level === 'organisation' && call.role !== 'staff') return { kind: 'refused', least: 'staff' };
  const done = await recognise(call, found, claim);
  if (done === null) return { kind: 'already-answered', case: (await store.caseById(found.id)) ?? found };
  return { kind: 'recognised', caseId: found.id, ...done };
}
