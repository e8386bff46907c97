import type { Action, PlannedAction } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Instant } from '../../core/model/instant.js';
import type { Member } from '../../core/model/member.js';
import { responsible } from '../../core/policy/authority.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { stageAll } from '../record.js';
import { matchOf } from '../roster/check.js';
import { tellPerson } from '../tell.js';
import { blankProfile } from './arrival.js';

const ADMISSION_RULE = 'admission';

/** Somebody who asks to be let in (clause 1.10). */
export interface Applicant {
  readonly id: string;
  readonly card: string;
  readonly at: Instant;
}

/** Puts an applicant before whoever answers for the group. Null: asked already, or nobody is there to ask. */
export async function apply(
  deps: Deps,
  state: GroupState,
  applicant: Applicant,
): Promise<readonly PlannedAction[] | null> {
  const asked = responsible(state.group, appointedOf(deps, state.settings));
  if (asked === null) return null;
  const member: Member = { id: applicant.id, name: applicant.card, card: applicant.card };
  const roster = await deps.store.roster(state.group.id);
  const match = roster.length === 0 ? 'none' : matchOf(deps, state, { member, roster }).kind;
  return deps.store.transaction(async (records) => {
    const opened = await records.openCase(caseOf(state, applicant, match));
    if (opened === null) return null;
    const data = { case: opened.id, category: opened.category, rule: ADMISSION_RULE, match };
    const { at } = applicant;
    await records.audit({ at, actor: applicant.id, kind: 'case-opened', groupId: state.group.id, data });
    const action: Action = {
      kind: 'request',
      to: { id: asked, name: asked },
      ask: 'review',
      leadsTo: 'none',
      groupId: state.group.id,
      about: { caseId: opened.id, rule: ADMISSION_RULE, category: opened.category },
      member: { id: applicant.id, name: applicant.card },
      terms: [match],
      score: 1,
      groupName: state.group.name,
    };
    const staged = stageAll(state, [action], at).map((one) => ({ ...one, stage: 'live' as const }));
    return records.plan(staged, opened.id, at);
  });
}

function caseOf(state: GroupState, { id, card, at }: Applicant, match: string) {
  return {
    groupId: state.group.id,
    memberId: id,
    memberName: card,
    subject: `admission:${state.group.id}:${id}:${at}`,
    at,
    verdict: 'review',
    category: 'card',
    score: 1,
    findings: [
      {
        rule: ADMISSION_RULE,
        category: 'card',
        certainty: 'suspected',
        clause: 'EM6(一)',
        score: 1,
        evidence: [{ start: 0, end: card.length, text: card, term: match }],
      },
    ],
    step: 'review',
    strikes: 0,
    observed: false,
    exempt: false,
    status: 'open',
  } as const;
}

function isAdmission({ findings }: Case): boolean {
  return findings.some(({ rule }) => rule === ADMISSION_RULE);
}

/** What the decision leads to: let in and told so, or told kindly. Who let somebody in is remembered. */
export async function admissionDecided(
  records: Records,
  { actorId, state }: Pick<Call, 'actorId' | 'state'>,
  { found, decided }: { readonly found: Case; readonly decided: 'in' | 'out' },
): Promise<readonly Action[]> {
  if (!isAdmission(found) || found.memberId === null) return [];
  const to = { id: found.memberId, name: found.memberName };
  const groupName = state.group.name;
  const kind = decided === 'in' ? 'admitted' : 'not-admitted';
  const told = tellPerson(found.groupId, to, { kind, groupName });
  if (decided === 'out') return [told];
  const known = await records.profile(found.groupId, to.id);
  await records.putProfile({ ...(known ?? blankProfile(found.groupId, to.id)), inviterId: actorId });
  return [{ kind: 'invite', groupId: found.groupId, to }, told];
}
