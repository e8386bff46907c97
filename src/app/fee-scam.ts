import type { Action, PlannedAction } from '../core/model/action.js';
import { likenessFinding, type Resemblance } from '../core/identity/impersonation.js';
import { asksForMoney, soundsPaid } from '../core/identity/fee-demand.js';
import type { Finding } from '../core/model/finding.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import type { Message } from '../core/model/message.js';
import { responsible } from '../core/policy/authority.js';
import { isNight } from '../core/policy/daytime.js';
import type { NewCase, Records } from '../ports.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { resemblanceOf } from './impersonation.js';
import { personOf, stageAll } from './record.js';

/**
 * Somebody who can be taken for the owner, an administrator or a teacher asks for money (clauses A4, D1§6). At an odd hour, under a
 * name copied whole, or once others answer 收到, 已交 one after another, it is an incident: the owner is asked and the group
 * warned at once. Before that the owner alone is told. Nobody is removed without a person's word.
 */
export interface FeeWatch {
  /** Quick, for every message: whether `look` has anything to do with it. */
  concerns(message: Message): boolean;
  look(state: GroupState, message: Message): Promise<readonly PlannedAction[]>;
}

/** So many answers in a row make it certain that people are paying. */
const CHAIN = 2;
const WATCHED: Instant = 60 * MINUTE;

interface Demand {
  readonly message: Message;
  readonly resemblance: Resemblance;
  readonly paid: Set<string>;
  warned: boolean;
}

export function createFeeWatch(deps: Deps): FeeWatch {
  const demands = new Map<string, Demand>();
  return {
    concerns: (message) =>
      asksForMoney(textOf(message)) || (demands.has(message.groupId) && soundsPaid(message.text)),
    async look(state, message) {
      const open = demands.get(message.groupId);
      if (open !== undefined && message.at - open.message.at > WATCHED) demands.delete(message.groupId);
      else if (open !== undefined && soundsPaid(message.text))
        return answered(deps, state, { open, message });
      if (!asksForMoney(textOf(message))) return [];
      const resemblance = await resemblanceOf(deps, state, message.senderId);
      if (resemblance === null || resemblance.known.standing === 'bot') return [];
      const demand: Demand = { message, resemblance, paid: new Set(), warned: false };
      demands.set(message.groupId, demand);
      const isClear = resemblance.isTwin || isNight(message.at, state.settings.digest.timezone);
      demand.warned = isClear;
      return raise(deps, state, { demand, isClear, at: message.at });
    },
  };
}

function textOf(message: Message): string {
  return [message.text, message.title ?? '', message.url ?? ''].join(' ');
}

async function answered(
  deps: Deps,
  state: GroupState,
  { open, message }: { readonly open: Demand; readonly message: Message },
): Promise<readonly PlannedAction[]> {
  if (message.senderId !== open.message.senderId) open.paid.add(message.senderId);
  if (open.warned || open.paid.size < CHAIN) return [];
  open.warned = true;
  return raise(deps, state, { demand: open, isClear: true, at: message.at });
}

interface Raised {
  readonly demand: Demand;
  readonly isClear: boolean;
  readonly at: Instant;
}

async function raise(deps: Deps, state: GroupState, raised: Raised): Promise<readonly PlannedAction[]> {
  const person = await personOf(deps, state.group.id, raised.demand.message.senderId);
  return deps.store.transaction(async (records) => {
    const subject = `fee:${state.group.id}:${raised.demand.message.id}`;
    const opened = await records.openCase(caseOf(state, raised, { subject, name: person.name }));
    const found = opened ?? (await records.caseBySubject(subject));
    if (found === null) return [];
    if (opened !== null) await auditRaised(records, state, { id: opened.id, raised });
    const about = { caseId: found.id, rule: 'fee-scam', category: 'impersonation' } as const;
    const of = { groupId: state.group.id, about, member: person };
    const warned: readonly Action[] = raised.isClear ? [warning(of)] : [];
    const asked = opened === null ? [] : asking(deps, state, { ...of, raised });
    return records.plan(stageAll(state, [...warned, ...asked], raised.at), found.id, raised.at);
  });
}

type Of = Pick<Extract<Action, { kind: 'request' }>, 'groupId' | 'about' | 'member'>;

function warning({ groupId, about }: Of): Action {
  return {
    kind: 'tell',
    groupId,
    to: null,
    mentions: [],
    about,
    urgency: 'at-once',
    audience: 'moderation',
    telling: { kind: 'fee-scam' },
  };
}

/** The owner decides about the member; the staff are told. */
function asking(deps: Deps, state: GroupState, of: Of & { readonly raised: Raised }): readonly Action[] {
  const { raised, ...rest } = of;
  const appointed = appointedOf(deps, state.settings);
  const told = {
    terms: likenessFinding(raised.demand.resemblance).evidence.map(({ term }) => term),
    score: raised.demand.resemblance.isTwin ? 0.95 : 0.8,
    groupName: state.group.name,
  };
  const to = responsible(state.group, appointed);
  const alerts = appointed.staff
    .filter((id) => id !== to)
    .map((id): Action => ({ kind: 'alert', to: { id, name: id }, ...rest, ...told }));
  if (to === null) return alerts;
  const mayRemove = state.settings.removal !== 'never';
  const ask = !mayRemove ? 'review' : state.group.botRole === 'member' ? 'hand-removal' : 'removal';
  const leadsTo = mayRemove ? 'removal' : 'none';
  return [{ kind: 'request', to: { id: to, name: to }, ask, leadsTo, ...rest, ...told }, ...alerts];
}

function caseOf(
  state: GroupState,
  { demand, at }: Raised,
  { subject, name }: { readonly subject: string; readonly name: string },
): NewCase {
  const { message, resemblance } = demand;
  const mayRemove = state.settings.removal !== 'never';
  const isObserved = state.settings.mode === 'observe';
  return {
    groupId: state.group.id,
    memberId: message.senderId,
    memberName: name,
    subject,
    at,
    verdict: mayRemove ? 'violation' : 'review',
    category: 'impersonation',
    score: resemblance.isTwin ? 0.95 : 0.8,
    findings: [likenessFinding(resemblance), demandFinding(message)],
    step: mayRemove ? 'removal' : 'review',
    strikes: 0,
    observed: isObserved,
    exempt: false,
    status: isObserved ? 'closed' : 'open',
  };
}

function demandFinding({ text }: Message): Finding {
  const evidence = [{ start: 0, end: text.length, text, term: 'fee-demand' }];
  return {
    rule: 'fee-scam',
    category: 'impersonation',
    certainty: 'suspected',
    clause: 'A4',
    score: 0.8,
    evidence,
  };
}

function auditRaised(
  records: Records,
  state: GroupState,
  { id, raised }: { readonly id: number; readonly raised: Raised },
): Promise<void> {
  return records.audit({
    at: raised.at,
    actor: 'bot',
    kind: 'case-opened',
    groupId: state.group.id,
    data: { case: id, category: 'impersonation', rule: 'fee-scam', clear: raised.isClear },
  });
}
