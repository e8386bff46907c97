import { isCode } from '../../core/command/confirmation.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import type { Call, Command } from './command.js';
import { pendingAppeal } from '../appeals.js';
import { confirmCase } from '../answer-case.js';
import { bareYes } from './bare-answer.js';
import { redeem } from './by-code.js';
import { offboardConfirmed } from './offboard.js';
import { brakeAnswer, removeConfirmed } from './remove.js';
import { settingConfirmed } from './set.js';
import { wordReversed } from './lexicon.js';
import { approveSubmission, submissionOf } from '../notices/decide.js';
import { namedCase } from './which-case.js';

export const confirm: Command = {
  names: ['确认', 'confirm'],
  least: 'admin',
  usage: '/确认 编号',
  summary: '同意我请您定夺的事',
  numbered: true,
  several: true,
  async run(call) {
    if (isCode(call.rest)) return carryOut(call, redeem(call, call.rest));
    if (call.rest === '') return bareYes(call);
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const submission = await submissionOf(call, named.case);
    return submission === null
      ? confirmed(call, named.case)
      : approveSubmission(call, named.case, submission);
  },
};

async function confirmed(call: Call, found: Case): Promise<Answer> {
  if (found.status !== 'open')
    return found.status === 'closed'
      ? { kind: 'not-asked', case: found }
      : { kind: 'already-answered', case: found };
  if ((await pendingAppeal(call.desk.deps.store, found.id)) !== null)
    return { kind: 'in-appeal', caseId: found.id };
  const done = await confirmCase(call, found);
  if (done === null)
    return { kind: 'already-answered', case: (await call.desk.deps.store.caseById(found.id)) ?? found };
  switch (done.kind) {
    case 'no-right':
      return { kind: 'cannot-remove' };
    case 'brake':
      return brakeAnswer(done.brake);
    case 'done': {
      const { lead, ...settled } = done;
      return { ...settled, kind: 'confirmed', case: lead };
    }
  }
}

/** Does what a code stood for. */
function carryOut(call: Call, task: ReturnType<typeof redeem>): Promise<Answer> | Answer {
  switch (task.kind) {
    case 'bad-code':
      return task;
    case 'removal':
      return removeConfirmed(call, task);
    case 'setting':
      return settingConfirmed(call, task);
    case 'reverse-word':
      return wordReversed(call, task);
    case 'offboard':
      return offboardConfirmed(call, task);
  }
}
