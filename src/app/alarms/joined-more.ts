import type { PlannedAction } from '../../core/model/action.js';
import { responsible } from '../../core/policy/authority.js';
import { moreTold } from '../ask-together.js';
import { appointedOf } from '../groups.js';
import { loaded, pendingQuestion } from '../open-questions.js';
import { personOf, stageAll } from '../record.js';
import { once, type Rung } from './alarm.js';

/** What has joined a question since the last word about it; nothing where it was answered, or asked anew for all, meanwhile. */
export async function joinedMore(rung: Rung): Promise<readonly PlannedAction[]> {
  const { deps, state, alarm, now } = rung;
  const lead = await deps.store.caseById(Number(alarm.data['case']));
  if (state === null || lead?.status !== 'open' || lead.memberId === null)
    return once(rung, () => Promise.resolve([]));
  const { memberId, groupId } = lead;
  const member = await personOf(deps, groupId, memberId);
  const asked = responsible(state.group, appointedOf(deps, state.settings));
  return once(rung, async (records) => {
    const { question, open } = await pendingQuestion(records, { groupId, memberId });
    const from = Number(alarm.data['from']);
    const later = open.filter(({ id, step }) => id >= from && id !== lead.id && step === 'review');
    const more = await loaded(
      records,
      later.map(({ id }) => id),
    );
    if (asked === null || question?.caseId !== lead.id || more.length === 0) return [];
    if (deps.incidents.massIn(groupId) !== null) return [];
    const told = moreTold(state, { to: { id: asked, name: asked }, member, question, more });
    return records.plan(stageAll(state, [told], now), null, now);
  });
}
