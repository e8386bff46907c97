import type { Action, Person } from '../../core/model/action.js';
import type { Instant } from '../../core/model/instant.js';
import { DAY } from '../../core/model/instant.js';
import type { GroupNameResult } from '../../core/group-name/name.js';
import { shownGroupNames } from '../../core/group-name/sentences.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { tellPerson } from '../tell.js';
import { responsibleOf } from './form.js';

/** How long a proposal can be accepted by `/好`. */
const OPEN: Instant = 14 * DAY;

export function renameOffer(groupId: string): string {
  return `rename:${groupId}`;
}

export interface NameCheck {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly records: Records;
  readonly at: Instant;
}

/** A name that does not fit is a kind word to the owner, once for each name, and never a strike. */
export async function checkName(check: NameCheck): Promise<readonly Action[]> {
  const { deps, state, records } = check;
  const result = deps.groupName(state.group.name);
  if (result.ok) {
    await records.dropOffer(renameOffer(state.group.id));
    return [];
  }
  const to = responsibleOf(deps, state);
  const caseId = await openNameCase(check, result);
  if (caseId === null || to === null) return [];
  const others = (await records.offers(to.id, check.at)).some(({ kind }) => kind !== 'rename');
  await offer(check, to, result);
  const about = { caseId, rule: 'group-name', category: 'group-name' } as const;
  return [
    {
      ...tellPerson(state.group.id, to, {
        kind: 'group-name-wrong',
        groupName: state.group.name,
        problems: result.problems.map(({ message }) => message),
        format: shownGroupNames(deps.organisation.groupNames),
        suggestion: result.suggestion,
        canRename: state.group.botRole !== 'member',
        accept: others ? '/改群名' : '/好',
      }),
      about,
    },
  ];
}

async function offer(
  { state, records, at }: NameCheck,
  to: Person,
  { suggestion }: GroupNameResult,
): Promise<void> {
  const key = renameOffer(state.group.id);
  if (suggestion === null) return records.dropOffer(key);
  const { id: groupId } = state.group;
  await records.putOffer({
    key,
    actorId: to.id,
    groupId,
    kind: 'rename',
    data: suggestion,
    at,
    until: at + OPEN,
  });
}

async function openNameCase(
  { deps, state, records, at }: NameCheck,
  result: GroupNameResult,
): Promise<number | null> {
  const { id: groupId, name } = state.group;
  const codes = result.problems.map(({ code }) => code).join(',');
  const opened = await records.openCase({
    groupId,
    memberId: null,
    memberName: name,
    subject: `group-name:${groupId}:${deps.digest(name).slice(0, 16)}`,
    at,
    verdict: 'review',
    category: 'group-name',
    score: 1,
    findings: [
      {
        rule: 'group-name',
        category: 'group-name',
        certainty: 'confirmed',
        clause: 'EM4(六)',
        score: 1,
        evidence: [{ start: 0, end: name.length, text: name, term: codes }],
      },
    ],
    step: 'note',
    strikes: 0,
    observed: state.settings.mode === 'observe',
    exempt: false,
    status: 'closed',
  });
  if (opened === null) return null;
  const data = { case: opened.id, category: 'group-name', problems: codes, evidence: deps.digest(name) };
  await records.audit({ at, actor: 'bot', kind: 'case-opened', groupId, data });
  return opened.id;
}
