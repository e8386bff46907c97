import type { Missing } from '../../core/model/answer/notices.js';
import type { Answer } from '../../core/model/answer.js';
import type { Case } from '../../core/model/case.js';
import type { Message } from '../../core/model/message.js';
import type { Notice } from '../../core/model/notice.js';
import { readSubmission, type Written } from '../../core/notice/submission.js';
import { titleOf } from '../../core/notice/title.js';
import { publishingRefused } from '../../core/policy/authority.js';
import type { NewNotice } from '../../ports/notices.js';
import type { NewCase, Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { personOf } from '../record.js';
import { approvers } from './approvers.js';
import { answerBy, askApproval } from './ask.js';
import { addStep } from './enter.js';
import { publish, type Publishing } from './publish.js';
import { fresh } from './screen.js';

/** Shorter than this it is no notice but a slip. */
const SHORTEST = 6;

/** `/投稿`: source and validity are asked for where they are missing; then it goes before those who approve (clause 4.3). */
export async function submit(call: Call): Promise<Answer | null> {
  const { store } = call.desk.deps;
  const written = readSubmission(call.rest, call.at, call.state.settings.digest.timezone);
  const draft = await store.draftOf(call.state.group.id, call.actorId);
  const isMore =
    draft !== null && written.text.length < SHORTEST && (written.source ?? written.validity) !== null;
  if (!isMore && written.text.length < SHORTEST) return null;
  const typed = isMore ? `${draft.text}\n${call.rest}` : call.rest;
  const whole = isMore ? readSubmission(typed, call.at, call.state.settings.digest.timezone) : written;
  const missing: readonly Missing[] = [
    ...(whole.source === null ? (['source'] as const) : []),
    ...(whole.validity === null ? (['validity'] as const) : []),
  ];
  const notice = noticeOf(call, whole);
  if (missing.length > 0) {
    // Kept as typed: what is still missing is read together with it.
    await keepDraft(call, { notice: { ...notice, text: typed }, draft });
    return { kind: 'draft-kept', missing };
  }
  return handIn(call, { notice, draft });
}

function noticeOf(call: Call, { text, source, validity }: Written): NewNotice {
  const asPosted = fresh(call.desk.deps, call.state, asMessage(call, text));
  return {
    ...asPosted,
    title: titleOf(text),
    text,
    source: source ?? '',
    validUntil: validity?.until ?? null,
    status: 'draft',
  };
}

function asMessage({ key, state, actorId, at }: Call, text: string): Message {
  const rest = { title: null, url: null, file: null, mentions: [], quote: null };
  return { id: key, groupId: state.group.id, senderId: actorId, at, kind: 'group-notice', text, ...rest };
}

interface Handed {
  readonly notice: NewNotice;
  readonly draft: Notice | null;
}

async function keepDraft({ desk, actorId: actor, at }: Call, { notice, draft }: Handed): Promise<void> {
  await desk.deps.store.transaction(async (records) => {
    if (draft !== null) await drop(records, draft);
    const added = await records.addNotice(notice);
    await addStep(records, { notice: added, kind: 'drafted', actor, at });
  });
}

function drop(records: Records, draft: Notice): Promise<boolean> {
  return records.moveNotice(draft.id, ['draft'], { status: 'lapsed', text: '', title: '', source: '' });
}

async function handIn(call: Call, handed: Handed): Promise<Answer> {
  const { desk, state, at, actorId: actor } = call;
  const { deps } = desk;
  const { notice, draft } = handed;
  const needed = state.settings.notices.approvals - (hasAuthority(call, notice) ? 1 : 0);
  const asked = approvers(deps, state, notice).slice(0, Math.max(0, needed));
  if (asked.length < needed) return { kind: 'nobody-approves', level: notice.level };
  const author = await personOf(deps, state.group.id, actor);
  const done = await deps.store.transaction(async (records) => {
    const opened = await records.openCase(caseOf(call, author.name));
    if (opened === null) return null;
    if (draft !== null) await drop(records, draft);
    const added = await records.addNotice({ ...notice, caseId: opened.id, status: 'submitted' });
    await addStep(records, { notice: added, kind: 'submitted', actor, at });
    if (hasAuthority(call, notice)) await addStep(records, { notice: added, kind: 'approved', actor, at });
    const asking = { notice: added, opened, to: asked, round: 'first', at } as const;
    if (needed > 0)
      return { opened, planned: await askApproval(records, { deps, state }, asking), out: null };
    const out = await publish(records, { deps, state, at, actor }, { notice: added, opened });
    return { opened, planned: out?.planned ?? [], out };
  });
  if (done === null) return { kind: 'no-group' };
  desk.dispatch.add(done.planned);
  if (done.out?.notice != null) deps.published.put(done.out.notice);
  if (done.out !== null) return publishedAnswer(call, done.opened, done.out);
  const timezone = state.settings.digest.timezone;
  return {
    kind: 'submitted',
    caseId: done.opened.id,
    asked: asked.length,
    answerBy: answerBy(state, at),
    timezone,
  };
}

/** Who may publish it himself agrees by handing it in. */
function hasAuthority({ state, role, actorId, at }: Call, { level, subject }: NewNotice): boolean {
  const publisher = state.settings.publishers.find(({ id }) => id === actorId) ?? null;
  return publishingRefused({ role, publisher }, { level, subject }, at) === null;
}

/** The case is what the commands take; it is nobody's offence. */
function caseOf({ state, actorId, at, key }: Call, memberName: string): NewCase {
  return {
    groupId: state.group.id,
    memberId: actorId,
    memberName,
    subject: `submission:${state.group.id}:${key}`,
    at,
    verdict: 'review',
    category: 'notice',
    score: 1,
    findings: [],
    step: 'none',
    strikes: 0,
    observed: false,
    exempt: false,
    status: 'open',
  };
}

export function publishedAnswer({ state }: Call, opened: Case, out: Publishing): Answer {
  const caseId = opened.id;
  if (out.notice?.number != null) return { kind: 'publishing', caseId, number: out.notice.number };
  const { timezone } = state.settings.digest;
  return {
    kind: 'publishing-later',
    caseId,
    from: out.from,
    perDay: state.settings.notices.perDay,
    timezone,
  };
}
