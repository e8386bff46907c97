import type { Action, Person } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { HOUR, type Instant, MINUTE } from '../core/model/instant.js';
import { nextDaytime } from '../core/policy/daytime.js';
import { aboutCase } from '../core/policy/incident-actions.js';
import { type Decision, leadsTo, type Standing } from '../core/policy/plan.js';
import {
  asksMore,
  type Coming,
  isGraverSort,
  isSuspicion,
  type OpenQuestion,
} from '../core/policy/question.js';
import { isSevere } from '../core/policy/response.js';
import { isLook } from '../core/wording/grounds.js';
import type { Records } from '../ports.js';
import type { Alarm } from '../ports/alarms.js';
import { setAlarm } from './alarms/clock.js';
import type { Deps } from './deps.js';
import type { GroupState } from './groups.js';
import { pendingQuestion, withReason } from './open-questions.js';
import { tellPerson } from './tell.js';

/** What joins an open question is told together after so long; the longer the question lies, the later, up to `LATEST`. */
const GATHERED: Instant = 10 * MINUTE;
const LATEST: Instant = HOUR;
const KIND = 'joined-more';

/** Whether what was decided joins a question that is open about its member, or is asked for whatever is open, or neither. */
export async function withPending(
  records: Records,
  standing: Standing,
  decided: { readonly decision: Decision; readonly case: Pick<Case, 'memberId' | 'subject' | 'findings'> },
): Promise<Standing> {
  const coming = comingOf(standing, decided);
  const { memberId } = decided.case;
  if (coming === null || memberId === null) return standing;
  const { question, open } = await pendingQuestion(records, { groupId: standing.groupId, memberId });
  if (question === null || asksMore(coming, question))
    return open.length === 0 ? standing : { ...standing, takesIn: open.map(({ id }) => id) };
  return { ...standing, pending: question };
}

/** Null: it is a question of its own, or none. */
function comingOf(
  standing: Standing,
  { decision, case: { subject, findings } }: Parameters<typeof withPending>[2],
): Coming | null {
  const { category, step, status } = decision;
  if (step === 'removal')
    return category === 'card' ? null : { category, leadsTo: step, certainty: 'confirmed' };
  if (status !== 'open' || !isSuspicion({ step, subject, category, findings })) return null;
  return { category, leadsTo: leadsTo(category, standing), certainty: 'suspected' };
}

interface Tying {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly records: Records;
}

/** Writes down which cases are one question. What is merely suspected and joins is told later and together, a graver sort at once. */
export async function tie(tying: Tying, opened: Case, standing: Standing): Promise<readonly Action[]> {
  const { pending, takesIn = [], responsible, member } = standing;
  if (opened.status !== 'open') return [];
  for (const id of takesIn) await tieTo(tying.records, { id, at: opened.at, kind: 'asked-anew' }, opened);
  if (pending === null) return [];
  await tieTo(tying.records, { ...opened, kind: 'joined' }, { id: pending.caseId });
  if (opened.step !== 'review' || responsible === null) return [];
  if (tying.deps.incidents.massIn(opened.groupId) !== null) return [];
  const coming: Coming = { category: opened.category, leadsTo: 'none', certainty: 'suspected' };
  if (isGraverSort(coming, pending))
    return [moreTold(tying.state, { to: responsible, member, question: pending, more: [opened] })];
  await gather(tying, opened, pending);
  return [];
}

async function tieTo(
  records: Records,
  { id: caseId, at, kind }: Pick<Case, 'id' | 'at'> & { readonly kind: 'joined' | 'asked-anew' },
  lead: Pick<Case, 'id'>,
): Promise<void> {
  const event = { caseId, at, kind, actor: 'bot', reason: withReason(lead) } as const;
  await records.moveCase(event, ['open'], 'open');
}

async function gather(
  { deps, state, records }: Tying,
  opened: Case,
  { caseId }: OpenQuestion,
): Promise<void> {
  const key = `${KIND}:${caseId}`;
  const waiting = await records.alarmsOf(state.group.id);
  if (waiting.some((one) => one.key === key)) return;
  const lead = await records.caseById(caseId);
  const lain = opened.at - (lead?.at ?? opened.at);
  const at = opened.at + Math.min(Math.max(GATHERED, lain), LATEST);
  const dueAt = isSevere(opened.category) ? at : nextDaytime(at, state.settings.digest.timezone);
  const data = { case: caseId, from: opened.id };
  const alarm: Alarm = { key, kind: KIND, groupId: state.group.id, dueAt, data };
  await setAlarm(deps.alarms, records, alarm);
}

interface More {
  readonly to: Person;
  readonly member: Person;
  readonly question: Pick<OpenQuestion, 'caseId' | 'leadsTo'>;
  /** What has joined since the last word, oldest first; not empty. */
  readonly more: readonly Case[];
}

/** One line about what has joined the question: how many, of what sort, and the answer that settles all of it. */
export function moreTold({ group }: GroupState, { to, member, question, more }: More): Action {
  const suspected = more.filter((one) => !isLook(aboutCase(one).rule));
  const categories = [...new Set(suspected.map(({ category }) => category))];
  const [first] = more;
  return {
    ...tellPerson(group.id, to, {
      kind: 'joined-more',
      caseId: question.caseId,
      leadsTo: question.leadsTo,
      groupName: group.name,
      member,
      caseIds: more.map(({ id }) => id),
      categories,
    }),
    about: first === undefined ? null : aboutCase(first),
    urgency: more.some(({ category }) => isSevere(category)) ? 'at-once' : 'daytime',
    audience: 'moderation',
  };
}
