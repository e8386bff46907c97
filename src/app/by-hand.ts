import type { Action, Person } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { countActive, weighsElsewhere } from '../core/model/strike.js';
import { isExempt, responsible } from '../core/policy/authority.js';
import { expiryOf, isBeforeRemoval, stepFor } from '../core/policy/ladder.js';
import { categoryOfReason } from '../core/wording/category-words.js';
import type { NewCase, Records } from '../ports.js';
import { appointedOf } from './groups.js';
import { stageAll } from './record.js';
import { strikesFor } from './strikes.js';
import type { Call } from './commands/command.js';

/** A strike by an administrator's hand. Null: the member is exempt, or the command was delivered twice. */
export function warnByHand(call: Call, member: Person, reason: string): Promise<Case | null> {
  return byHand(call, member, async (records) => {
    const { settings, group } = call.state;
    const of = { groupId: group.id, memberId: member.id };
    const weighing = await strikesFor(call.desk.deps, records, of);
    const strikes = countActive(weighing, call.at) + 1;
    const reached = stepFor(strikes, settings.strikes);
    const step = reached === 'removal' || reached === 'final' ? 'final' : 'warning';
    const opened = await records.openCase(caseOf(call, member, { step, strikes, reason }));
    if (opened === null) return null;
    await addStrike(records, call, opened);
    const beforeRemoval = isBeforeRemoval(strikes, settings.strikes, settings.removal);
    const said = {
      terms: reason === '' ? [] : [reason],
      count: strikes,
      ...(weighsElsewhere(weighing, group.id, call.at) ? { shared: true as const } : {}),
      beforeRemoval,
      heldSince: null,
      timezone: settings.digest.timezone,
    };
    const action: Action = { kind: 'warn', ...ofCase(call, member, opened), step, ...said };
    return { opened, actions: [action], reason };
  });
}

/** A removal that an administrator asked for and confirmed. */
export function removeByHand(call: Call, member: Person, reason: string): Promise<Case | null> {
  return byHand(call, member, async (records) => {
    const opened = await records.openCase(caseOf(call, member, { step: 'removal', strikes: 0, reason }));
    if (opened === null) return null;
    const asked = responsible(call.state.group, appointedOf(call.desk.deps, call.state.settings));
    const owner = asked === null ? null : { id: asked, name: asked };
    const action: Action = {
      kind: 'remove',
      ...ofCase(call, member, opened),
      terms: [],
      score: 1,
      strikes: 0,
      days: null,
      decidedBy: 'person',
      owner,
    };
    return { opened, actions: [action], reason };
  });
}

interface ByHand {
  readonly opened: Case;
  readonly actions: readonly Action[];
  readonly reason: string;
}

async function byHand(
  call: Call,
  member: Person,
  work: (records: Records) => Promise<ByHand | null>,
): Promise<Case | null> {
  const { desk, state, at, actorId } = call;
  if (isExempt(member.id, state.group, appointedOf(desk.deps, state.settings))) return null;
  const result = await desk.deps.store.transaction(async (records) => {
    const made = await work(records);
    if (made === null) return null;
    const { opened } = made;
    const data = {
      case: opened.id,
      step: opened.step,
      member: member.id,
      reason: desk.deps.digest(made.reason),
    };
    // Whoever decided it is known to the case: an appeal goes to somebody else.
    const decided = {
      caseId: opened.id,
      at,
      kind: 'confirmed',
      actor: actorId,
      reason: made.reason,
    } as const;
    await records.moveCase(decided, ['closed'], 'closed');
    await records.audit({ at, actor: actorId, kind: 'case-opened', groupId: state.group.id, data });
    // A person with authority decided: it is done at once, also while the bot only watches.
    const staged = stageAll(state, made.actions, at).map((one) => ({
      ...one,
      stage: 'live' as const,
      dueAt: at,
    }));
    return { opened, planned: await records.plan(staged, opened.id, at) };
  });
  if (result === null) return null;
  desk.dispatch.add(result.planned);
  return result.opened;
}

interface Decided extends Pick<Case, 'step' | 'strikes'> {
  readonly reason: string;
}

function caseOf(call: Call, member: Person, { reason, ...of }: Decided): NewCase {
  const category = categoryOfReason(reason);
  return {
    groupId: call.state.group.id,
    memberId: member.id,
    memberName: member.name,
    subject: `manual:${call.state.group.id}:${call.key}`,
    at: call.at,
    verdict: 'violation',
    category,
    score: 1,
    findings: [
      {
        rule: 'manual',
        category,
        certainty: 'confirmed',
        clause: 'EM6(四)',
        score: 1,
        evidence: [],
      },
    ],
    ...of,
    observed: false,
    exempt: false,
    status: 'closed',
  };
}

function ofCase(call: Call, member: Person, opened: Case) {
  const about = { caseId: opened.id, rule: 'manual', category: opened.category } as const;
  return { groupId: call.state.group.id, about, member };
}

function addStrike(records: Records, call: Call, opened: Case): Promise<void> {
  const { groupId, memberId } = opened;
  const expiresAt = expiryOf(call.at, call.state.settings.strikes);
  return records.addStrike(
    { groupId, memberId: memberId ?? '', at: call.at, expiresAt, observed: false },
    opened.id,
  );
}
