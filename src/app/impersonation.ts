import { shownName, type Member } from '../core/model/member.js';
import type { PlannedAction } from '../core/model/action.js';
import type { Finding } from '../core/model/finding.js';
import type { Instant } from '../core/model/instant.js';
import {
  avatarFinding,
  type Known,
  likenessFinding,
  type NameOf,
  officeFinding,
  resembles,
  type Resemblance,
  type Standing,
} from '../core/identity/impersonation.js';
import { isExempt, ownerIdOf, roleOf } from '../core/policy/authority.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { borrowedAvatar } from './people/avatars.js';
import { rememberPeople, samePerson } from './people/same-person.js';
import { record } from './record.js';

/** Looks at who a member could be taken for (clause 1.4): a review that the owner is asked about at once, never more. */
export async function checkIdentity(
  deps: Deps,
  state: GroupState,
  seen: { readonly member: Member; readonly at: Instant },
): Promise<readonly PlannedAction[]> {
  const person = await samePerson(deps, state, seen.member);
  const named = await identityFindings(deps, state, seen.member);
  const subject = `${seen.member.id}:${deps.digest(shownName(seen.member)).slice(0, 16)}`;
  if (named.length > 0) return raise(deps, state, { ...seen, findings: named, subject });
  if (person.findings.length === 0 || isProtected(deps, state, seen.member)) return [];
  return raise(deps, state, { ...seen, ...person });
}

/** First sight of a group: those who could be taken for somebody else are put before the owner, one case each. */
export async function baselineIdentities(
  deps: Deps,
  state: GroupState,
  seen: { readonly members: readonly Member[]; readonly at: Instant },
): Promise<readonly PlannedAction[]> {
  const planned: PlannedAction[] = [];
  const known = await protectedNames(deps, state);
  const nameOf = nameReader(deps, state);
  await rememberPeople(deps, state, seen.members);
  for (const member of seen.members) {
    const findings = findingsAmong(deps, state, { member, known, nameOf });
    const subject = `${member.id}:${deps.digest(shownName(member)).slice(0, 16)}`;
    if (findings.length > 0)
      planned.push(...(await raise(deps, state, { member, at: seen.at, findings, subject })));
  }
  return planned;
}

function isProtected(deps: Deps, { group, settings }: GroupState, { id }: Member): boolean {
  return isExempt(id, group, appointedOf(deps, settings));
}

async function identityFindings(deps: Deps, state: GroupState, member: Member): Promise<readonly Finding[]> {
  if (isProtected(deps, state, member)) return [];
  const members = await deps.platforms.live.members(state.group.id);
  const known = protectedAmong(deps, state, members);
  const borrowed = await borrowedAvatar(deps, state, { member, known, members });
  const pictured = borrowed === null ? [] : [avatarFinding(shownName(member), borrowed)];
  const nameOf = nameReader(deps, state);
  return [...findingsAmong(deps, state, { member, known, nameOf }), ...pictured];
}

interface Among {
  readonly member: Member;
  readonly known: readonly Known[];
  readonly nameOf: NameOf;
}

function findingsAmong(deps: Deps, state: GroupState, { member, known, nameOf }: Among): readonly Finding[] {
  if (isExempt(member.id, state.group, appointedOf(deps, state.settings))) return [];
  const resemblance = resembles(member, known, { compare: deps.identity.compare, nameOf });
  const claimed = claimsOffice(deps, state, member) ? [officeFinding(shownName(member))] : [];
  return [...(resemblance === null ? [] : [likenessFinding(resemblance)]), ...claimed];
}

/** Whom a member could be taken for now, read anew; null for nobody, and for those who may bear the name. */
export async function resemblanceOf(
  deps: Deps,
  state: GroupState,
  memberId: string,
): Promise<Resemblance | null> {
  const member = await deps.platforms.live.member(state.group.id, memberId);
  if (member === null || isExempt(memberId, state.group, appointedOf(deps, state.settings))) return null;
  const known = await protectedNames(deps, state);
  return resembles(member, known, { compare: deps.identity.compare, nameOf: nameReader(deps, state) });
}

/** The owner, the administrators, the staff and the bot, by id, with the names they bear now. */
async function protectedNames(deps: Deps, state: GroupState): Promise<readonly Known[]> {
  return protectedAmong(deps, state, await deps.platforms.live.members(state.group.id));
}

function protectedAmong(deps: Deps, state: GroupState, members: readonly Member[]): readonly Known[] {
  return members.flatMap((member): readonly Known[] => {
    const standing = standingOf(deps, state, member.id);
    return standing === null ? [] : [{ standing, member }];
  });
}

function standingOf(deps: Deps, { group, settings }: GroupState, id: string): Standing | null {
  if (id === group.botId) return 'bot';
  const appointed = appointedOf(deps, settings);
  const role = roleOf(id, group, appointed);
  if (role === 'staff' && id === ownerIdOf(group, appointed)) return 'owner';
  if (role !== 'member') return role;
  return settings.respectedIds.includes(id) ? 'teacher' : null;
}

/** The person's own name on a card; where the card cannot be read, what stands before the first mark. */
function nameReader(deps: Deps, { settings }: GroupState): NameOf {
  const { template, manner } = settings.card;
  const parser = template === null ? null : deps.card(template, manner);
  const read: NameOf = (shown) =>
    parser?.parse(shown).fields.name ?? shown.split(/[-\s_/|—–－·,，]/u)[0] ?? shown;
  // The same few names are asked for again for each member of a group that is met.
  const names = new Map<string, string>();
  return (shown) => {
    const name = names.get(shown) ?? read(shown);
    names.set(shown, name);
    return name;
  };
}

function claimsOffice(deps: Deps, { settings }: GroupState, member: Member): boolean {
  const { template, manner } = settings.card;
  const shown = shownName(member);
  if (template === null) return deps.identity.claimsOffice(shown);
  return deps
    .card(template, manner)
    .parse(shown)
    .problems.some(({ code }) => code === 'impersonation');
}

interface Raised {
  readonly member: Member;
  readonly at: Instant;
  readonly findings: readonly Finding[];
  /** The same matter is asked about once. */
  readonly subject: string;
}

async function raise(
  deps: Deps,
  state: GroupState,
  { member, at, findings, subject }: Raised,
): Promise<readonly PlannedAction[]> {
  const score = Math.max(...findings.map((finding) => finding.score));
  const recorded = await record(deps, state, {
    key: `identity:${state.group.id}:${subject}`,
    memberId: member.id,
    at,
    verdict: { kind: 'review', category: 'impersonation', score, findings },
    actor: 'bot',
  });
  return recorded?.planned ?? [];
}
