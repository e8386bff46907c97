import { leadingNumber } from '../../core/command/case-numbers.js';
import { shownName } from '../../core/model/member.js';
import { isAtLeast } from '../../core/policy/authority.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import type { Notice } from '../../core/model/notice.js';
import { submissionOf } from '../notices/decide.js';
import { besides, gathered } from '../open-questions.js';
import { personOf } from '../record.js';
import type { Call, Command } from './command.js';
import { maySee, namedCase } from './which-case.js';
import { namedMember } from './who.js';

const MOST = 50;

export const caseCommand: Command = {
  names: ['案件', 'case'],
  least: 'member',
  usage: '/案件 [编号|@人]',
  summary: '看一件、某人的,或待定的案件',
  numbered: true,
  async run(call) {
    if (leadingNumber(call.rest) !== null) return oneCase(call);
    if (call.rest === '' && call.mentions.length === 0) return listOf(call);
    if (!isAtLeast(call.role, 'admin')) return { kind: 'refused', least: 'admin' };
    const named = await namedMember(call, '案件');
    if (named.kind === 'answer') return named.answer;
    return casesOf(call, named.member.id, `${shownName(named.member)} 的案件`);
  },
};

async function oneCase(call: Call): Promise<Answer> {
  const named = await namedCase(call);
  if (named.kind === 'answer') return named.answer;
  const submission = await submissionOf(call, named.case);
  if (submission !== null) return stepsOf(call, named.case, submission);
  const { store } = call.desk.deps;
  const events = await store.caseEvents(named.case.id);
  const joined = await besides(store, named.case);
  return { kind: 'case', case: named.case, joined, events, timezone: call.state.settings.digest.timezone };
}

/** Every step of a submission, as the author and those who answer for it may see. */
async function stepsOf(call: Call, { id: caseId }: Case, { id, title }: Notice): Promise<Answer> {
  const steps = await Promise.all(
    (await call.desk.deps.store.noticeSteps(id)).map(async (step) => ({
      ...step,
      actor: await nameIn(call, step.actor),
      about: await nameIn(call, step.about),
    })),
  );
  return { kind: 'submission-steps', caseId, title, steps, timezone: call.state.settings.digest.timezone };
}

async function nameIn({ desk, state }: Call, id: string): Promise<string> {
  return id === '' || id === 'bot' ? id : (await personOf(desk.deps, state.group.id, id)).name;
}

async function listOf(call: Call): Promise<Answer> {
  if (!isAtLeast(call.role, 'admin')) return casesOf(call, call.actorId, '与您有关的案件');
  const open = await call.desk.deps.store.openCases(call.state.group.id);
  const cases = open.filter((one) => maySee(call, one));
  return listed(call, '待您定夺的案件', cases);
}

async function casesOf(call: Call, memberId: string, title: string): Promise<Answer> {
  const all = await call.desk.deps.store.casesOf(call.state.group.id, memberId, MOST);
  const cases = all.filter((one) => maySee(call, one));
  return listed(call, title, cases);
}

async function listed(call: Call, title: string, cases: readonly Case[]): Promise<Answer> {
  const together = await gathered(call.desk.deps.store, cases);
  return { kind: 'cases', title, cases, together, timezone: call.state.settings.digest.timezone };
}
