import type { PlannedAction } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Notice } from '../../core/model/notice.js';
import type { Records } from '../../ports.js';
import type { GroupState } from '../groups.js';
import { refresh } from '../groups.js';
import { deputyOf } from '../notices/approvers.js';
import { approvalsOf, askApproval } from '../notices/ask.js';
import { addStep } from '../notices/enter.js';
import { publish, tellAuthor } from '../notices/publish.js';
import { type AlarmHandler, once, type Rung } from './alarm.js';

interface Waiting {
  readonly rung: Rung;
  readonly records: Records;
  readonly state: GroupState;
  readonly notice: Notice;
  readonly opened: Case;
}

/** Nobody answered in time: asked once more, then the deputy, then it lapses and its author hears so. */
export const submissionDue: AlarmHandler = async (rung) => {
  if (rung.state !== null) await refresh(rung.deps, rung.state);
  return once(rung, async (records) => {
    const waiting = await waitingOf(rung, records, 'submitted');
    if (waiting === null) return [];
    const steps = await records.noticeSteps(waiting.notice.id);
    const asked = [...new Set(steps.filter(({ about }) => about !== '').map(({ about }) => about))];
    const given = await approvalsOf(records, waiting.notice);
    const silent = asked.filter((id) => !given.includes(id));
    switch (rung.alarm.data['round']) {
      case 'first':
        return ask(waiting, silent, 'again');
      case 'again': {
        const deputy = deputyOf(rung.deps, waiting.state, { notice: waiting.notice, asked });
        return deputy === null ? lapse(waiting) : ask(waiting, [deputy], 'deputy');
      }
      default:
        return lapse(waiting);
    }
  });
};

/** The day has come for a notice that was approved beyond the maximum of its day. */
export const publishDue: AlarmHandler = (rung) =>
  once(rung, async (records) => {
    const waiting = await waitingOf(rung, records, 'approved');
    if (waiting === null) return [];
    const { state, notice, opened } = waiting;
    const by = { deps: rung.deps, state, at: rung.now, actor: 'bot' };
    const out = await publish(records, by, { notice, opened });
    if (out?.notice != null) rung.deps.published.put(out.notice);
    return out?.planned ?? [];
  });

async function waitingOf(rung: Rung, records: Records, status: Notice['status']): Promise<Waiting | null> {
  const { data } = rung.alarm;
  const notice = await records.noticeById(Number(data['notice']));
  const opened = await records.caseById(Number(data['case']));
  if (rung.state === null || notice?.status !== status || opened === null) return null;
  return { rung, records, state: rung.state, notice, opened };
}

function ask(
  { rung, records, state, notice, opened }: Waiting,
  to: readonly string[],
  round: 'again' | 'deputy',
): Promise<readonly PlannedAction[]> {
  return askApproval(records, { deps: rung.deps, state }, { notice, opened, to, round, at: rung.now });
}

async function lapse({ rung, records, state, notice, opened }: Waiting): Promise<readonly PlannedAction[]> {
  const { deps, now: at } = rung;
  if (!(await records.moveNotice(notice.id, ['submitted'], { status: 'lapsed' }))) return [];
  await addStep(records, { notice, kind: 'lapsed', actor: 'bot', at });
  await records.moveCase(
    { caseId: opened.id, at, kind: 'closed', actor: 'bot', reason: '' },
    ['open'],
    'closed',
  );
  const telling = { kind: 'submission-lapsed', caseId: opened.id, title: notice.title } as const;
  return tellAuthor(records, { deps, state, at, actor: 'bot' }, { of: { notice, opened }, telling });
}
