import type { CardResult } from '../core/card/card.js';
import type { About, Action, Person } from '../core/model/action.js';
import type { Instant } from '../core/model/instant.js';
import { DAY } from '../core/model/instant.js';
import { type Member, shownName } from '../core/model/member.js';
import { isExempt } from '../core/policy/authority.js';
import { localDay, nextDaytime } from '../core/policy/daytime.js';
import type { CardDraft } from '../core/card/draft.js';
import { missingTogether } from '../core/card/sentences.js';
import { shownFormat } from '../core/wording/card.js';
import type { CardWatch, Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { stageAll } from './record.js';
import type { PlannedAction } from '../core/model/action.js';

/** How the member's shown name reads under the group's template; null where the group has no card rule or the member is exempt. */
export function checkCard(deps: Deps, state: GroupState, member: Member): CardResult | null {
  const { template, manner } = state.settings.card;
  if (template === null || isExempt(member.id, state.group, appointedOf(deps, state.settings))) return null;
  return deps.card(template, manner).parse(shownName(member));
}

/** A member joined: those whose card is not in order are welcomed with the format; the deadline runs from here. */
export function cardOnJoin(deps: Deps, state: GroupState, seen: Seen): Promise<readonly PlannedAction[]> {
  return note({ deps, state }, seen, 'join');
}

/** A card changed: in order, the matter is closed without a word; still wrong, one kind sentence says what is missing. */
export async function cardOnChange(
  deps: Deps,
  state: GroupState,
  seen: Seen,
): Promise<readonly PlannedAction[]> {
  const result = checkCard(deps, state, seen.member);
  if (result === null || result.ok) {
    await deps.store.dropCardWatch(state.group.id, seen.member.id);
    return [];
  }
  return note({ deps, state }, seen, 'wrong');
}

export interface Keeper {
  readonly deps: Deps;
  readonly state: GroupState;
}

export interface Seen {
  readonly member: Member;
  readonly at: Instant;
}

async function note(
  { deps, state }: Keeper,
  seen: Seen,
  stage: 'join' | 'wrong',
): Promise<readonly PlannedAction[]> {
  const result = checkCard(deps, state, seen.member);
  if (result === null || result.ok) return [];
  return deps.store.transaction(async (records) => {
    const watch = await watchOf(records, { state, result, ...seen });
    const remindedAt = watch.remindedAt ?? heardAt(state, seen.at);
    const deadline = watch.deadline ?? remindedAt + state.settings.card.deadlineDays * DAY;
    const about = await cardCase(deps, state, { records, watch, result, at: seen.at });
    await records.putCardWatch({ ...watch, remindedAt, deadline, caseId: about.caseId });
    const action: Action = {
      kind: 'card-note',
      stage,
      member: personOf(seen.member),
      about,
      ...noteOf(deps, state, { member: seen.member, result }),
      deadline,
    };
    return records.plan(stageAll(state, [action], seen.at), about.caseId, seen.at);
  });
}

/** At night a reminder waits: its time runs from when it is heard. */
export function heardAt(state: GroupState, at: Instant): Instant {
  return nextDaytime(at, state.settings.digest.timezone);
}

export function personOf(member: Member): Person {
  return { id: member.id, name: shownName(member) };
}

/** What every word about cards repeats: the format, an example, what is wrong, the line to copy. */
export function noteOf(
  deps: Deps,
  state: GroupState,
  of: { readonly member: Member; readonly result: CardResult } | null,
) {
  const shown = shownFormat(state.settings.card.template ?? '');
  const details = of === null ? NO_DETAILS : cardDetails(deps, state, of);
  return {
    groupId: state.group.id,
    ...shown,
    ...details,
    timezone: state.settings.digest.timezone,
  };
}

const NO_DETAILS = { problems: [], suggestion: null, draft: null, formal: false };

/** What changes with the card itself. */
export function cardDetails(
  deps: Deps,
  state: GroupState,
  { member, result }: { readonly member: Member; readonly result: CardResult },
) {
  return {
    problems: sentencesOf(result),
    suggestion: result.suggestion,
    draft: draftOf(deps, state, { member, result }),
    formal: state.settings.respectedIds.includes(member.id) || isElder(result, thisYear(deps, state)),
  };
}

/** Who entered so long ago is spoken to as an elder. */
const ELDER_YEARS = 35;

function isElder({ fields }: CardResult, year: number): boolean {
  return fields.year !== undefined && year - Number(fields.year) >= ELDER_YEARS;
}

function thisYear(deps: Deps, { settings }: GroupState): number {
  return Number(localDay(deps.clock.now(), settings.digest.timezone).slice(0, 4));
}

/** A contact's name that begins so is seldom the whole of it. */
const PET_NAME = /^[小老大阿]/u;

/** The person's own card as far as it is known: 王芳-城市-专业年级. Null where a whole line to copy is there, or nothing is known. */
export function draftOf(
  deps: Deps,
  { settings }: GroupState,
  { member, result }: { readonly member: Member; readonly result: CardResult },
): CardDraft | null {
  const { template, manner } = settings.card;
  if (template === null || result.suggestion !== null) return null;
  const own = deps.card('{name}', manner).parse(member.name);
  const name = own.ok && !PET_NAME.test(member.name) ? (own.fields.name ?? null) : null;
  return deps.card(template, manner).draft(result.card, name);
}

export interface Outstanding extends Seen {
  readonly state: GroupState;
  readonly result: CardResult;
}

/** Both the order and the separators are told by the same words: once is enough. What is missing is told in one sentence. */
export function sentencesOf({ problems }: Pick<CardResult, 'problems'>): readonly string[] {
  const isOrdered = !problems.some((problem) => problem.code === 'order');
  const absent = problems.flatMap(({ code, field }) => (code === 'missing' && field !== null ? [field] : []));
  const isLong = absent.length > 1;
  const told = problems
    .filter(({ code }) => (isOrdered || code !== 'separator') && !(isLong && code === 'missing'))
    .map(({ message }) => message);
  return [...new Set([...told, ...(isLong ? [missingTogether(absent)] : [])])];
}

/** The open matter of a member's card, begun now where there is none; problems are kept up to date. */
export async function watchOf(records: Records, outstanding: Outstanding): Promise<CardWatch> {
  const { state, member, at, result } = outstanding;
  const known = await records.cardWatch(state.group.id, member.id);
  const problems = result.problems.map((problem) => problem.code);
  if (known !== null) return { ...known, memberName: shownName(member), problems };
  return {
    groupId: state.group.id,
    memberId: member.id,
    memberName: shownName(member),
    problems,
    since: at,
    remindedAt: null,
    secondAt: null,
    deadline: null,
    caseId: null,
  };
}

interface CardCase {
  readonly records: Records;
  readonly watch: CardWatch;
  readonly result: CardResult;
  readonly at: Instant;
}

/** One case for each open matter of a card, however often it is spoken of. */
export async function cardCase(deps: Deps, state: GroupState, of: CardCase): Promise<About> {
  const { records, watch, result, at } = of;
  if (watch.caseId !== null) return { caseId: watch.caseId, rule: 'card-format', category: 'card' };
  const subject = `card:${state.group.id}:${watch.memberId}:${watch.since}`;
  const opened = await records.openCase({
    groupId: state.group.id,
    memberId: watch.memberId,
    memberName: watch.memberName,
    subject,
    at,
    verdict: 'review',
    category: 'card',
    score: 1,
    findings: [cardFinding(result)],
    step: 'note',
    strikes: 0,
    observed: state.settings.mode === 'observe',
    exempt: false,
    status: 'closed',
  });
  const caseId = opened?.id ?? (await records.caseBySubject(subject))?.id ?? 0;
  if (opened !== null) {
    const data = {
      case: caseId,
      category: 'card',
      problems: watch.problems.join(','),
      evidence: deps.digest(watch.memberName),
    };
    await records.audit({ at, actor: 'bot', kind: 'case-opened', groupId: state.group.id, data });
  }
  return { caseId, rule: 'card-format', category: 'card' };
}

export function cardFinding(result: CardResult) {
  const evidence = [
    {
      start: 0,
      end: result.card.length,
      text: result.card,
      term: result.problems.map((one) => one.code).join(','),
    },
  ];
  return {
    rule: 'card-format',
    category: 'card',
    certainty: 'confirmed',
    clause: 'E二2',
    score: 1,
    evidence,
  } as const;
}
