import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import type { Notice } from '../../core/model/notice.js';
import { dropAlarm } from '../alarms/clock.js';
import type { Call } from '../commands/command.js';
import { mayApprove } from './approvers.js';
import { approvalsOf, SUBMISSION_ALARM } from './ask.js';
import { addStep } from './enter.js';
import { publish, tellAuthor } from './publish.js';
import { publishedAnswer } from './submit.js';

/** The submission that a case is; null where the case is something else. */
export async function submissionOf(call: Call, found: Case): Promise<Notice | null> {
  if (!found.subject.startsWith('submission:')) return null;
  return call.desk.deps.store.noticeOfCase(found.id);
}

/** One more person agrees. With enough of them it is published. */
export async function approveSubmission(call: Call, found: Case, notice: Notice): Promise<Answer> {
  const { desk, state, at, actorId: actor } = call;
  const { deps } = desk;
  if (notice.status !== 'submitted') return { kind: 'already-answered', case: found };
  if (!mayApprove(call.role, notice.level)) return { kind: 'refused', least: 'staff' };
  const given = await approvalsOf(deps.store, notice);
  if (given.includes(actor)) return { kind: 'approved-before', caseId: found.id };
  if (actor === notice.authorId) return { kind: 'own-submission', caseId: found.id };
  const left = state.settings.notices.approvals - given.length - 1;
  const out = await deps.store.transaction(async (records) => {
    await addStep(records, { notice, kind: 'approved', actor, at });
    if (left > 0) return null;
    await dropAlarm(deps.alarms, records, `${SUBMISSION_ALARM}:${notice.id}`);
    return publish(records, { deps, state, at, actor }, { notice, opened: found });
  });
  if (left > 0) return { kind: 'submission-approved', caseId: found.id, left };
  if (out === null) return { kind: 'already-answered', case: (await deps.store.caseById(found.id)) ?? found };
  if (out.notice !== null) deps.published.put(out.notice);
  desk.dispatch.add(out.planned);
  return publishedAnswer(call, found, out);
}

/** Turned down by one is turned down. The author hears why. */
export async function rejectSubmission(
  call: Call,
  found: Case,
  of: { readonly notice: Notice; readonly reason: string },
): Promise<Answer> {
  const { desk, state, at, actorId: actor } = call;
  const { deps } = desk;
  const { notice, reason } = of;
  if (!mayApprove(call.role, notice.level)) return { kind: 'refused', least: 'staff' };
  const planned = await deps.store.transaction(async (records) => {
    if (!(await records.moveNotice(notice.id, ['submitted'], { status: 'rejected' }))) return null;
    await addStep(records, { notice, kind: 'rejected', actor, at });
    await dropAlarm(deps.alarms, records, `${SUBMISSION_ALARM}:${notice.id}`);
    await records.moveCase({ caseId: found.id, at, kind: 'rejected', actor, reason }, ['open'], 'rejected');
    const telling = { kind: 'submission-rejected', caseId: found.id, title: notice.title, reason } as const;
    return tellAuthor(records, { deps, state, at, actor }, { of: { notice, opened: found }, telling });
  });
  if (planned === null) return { kind: 'already-answered', case: found };
  desk.dispatch.add(planned);
  return { kind: 'submission-turned-down', caseId: found.id };
}
