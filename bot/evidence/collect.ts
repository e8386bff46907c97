import { viewOf } from '../../src/app/commands/why.js';
import type { StoredAudit } from '../../src/core/model/audit.js';
import type { Case, CaseEventKind } from '../../src/core/model/case.js';
import type { Instant } from '../../src/core/model/instant.js';
import { isoWithOffset } from '../../src/core/policy/daytime.js';
import type { SettledAction, Store } from '../../src/ports.js';

/** Raised when a field changes its meaning. */
export const FORMAT = 'qunshao-evidence/1';

/** What became of the words that a finding rests on. `sealed`: never kept. `deleted`: let go of after the group's days. */
export type Kept = 'kept' | 'sealed' | 'deleted';

export interface CaseFile {
  readonly format: string;
  readonly madeAt: string;
  readonly timezone: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly case: Omit<Case, 'at' | 'findings'> & { readonly at: string };
  readonly findings: readonly FindingInFile[];
  readonly events: readonly {
    readonly at: string;
    readonly kind: CaseEventKind;
    readonly actor: string;
    readonly reason: string;
  }[];
  readonly strikes: readonly {
    readonly at: string;
    readonly expiresAt: string | null;
    readonly reversedAt: string | null;
    readonly observed: boolean;
  }[];
  readonly actions: readonly ActionInFile[];
  /** The whole audit log at that moment: the entries in `audit.json` are links of it. */
  readonly chain: {
    readonly state: 'whole' | 'broken';
    readonly entries: number;
    readonly head: string | null;
  };
}

interface FindingInFile {
  readonly rule: string;
  readonly category: string;
  readonly certainty: string;
  readonly clause: string;
  readonly score: number;
  readonly evidence: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly term: string;
    readonly kept: Kept;
  }[];
}

interface ActionInFile {
  readonly kind: string;
  readonly stage: string;
  /** Kind and outcome in a person's words. */
  readonly what: string;
  readonly state: string;
  readonly dueAt: string;
  readonly settledAt: string | null;
  readonly outcome: string | null;
}

export interface Collected {
  readonly file: CaseFile;
  /** Every link of the chain that is about this case. Who complained is left out. */
  readonly audit: readonly StoredAudit[];
}

export interface Asked {
  readonly caseId: number;
  readonly now: Instant;
  readonly timezoneOf: (groupId: string, groupName: string) => string;
}

/** Null: there is no such case. */
export async function collect(store: Store, { caseId, now, timezoneOf }: Asked): Promise<Collected | null> {
  const one = await store.caseById(caseId);
  if (one === null) return null;
  const record = (await store.groups()).find(({ group }) => group.id === one.groupId);
  const group = { id: one.groupId, name: record?.group.name ?? '' };
  const timezone = timezoneOf(group.id, group.name);
  const time = (at: Instant): string => isoWithOffset(at, timezone);
  const maybe = (at: Instant | null): string | null => (at === null ? null : time(at));
  const entries = await store.auditEntries();
  const state = await store.verifyAudit();
  const strikes = one.memberId === null ? [] : await store.strikesOf(one.groupId, one.memberId);
  const { at, findings, ...rest } = one;
  const file: CaseFile = {
    format: FORMAT,
    madeAt: time(now),
    timezone,
    group,
    case: { ...rest, at: time(at) },
    findings: findings.map(({ evidence, ...finding }) => ({
      ...finding,
      evidence: evidence.map((piece) => ({ ...piece, kept: keptOf(piece) })),
    })),
    events: (await store.caseEvents(caseId)).map((event) => ({
      at: time(event.at),
      kind: event.kind,
      actor: event.actor,
      reason: event.reason,
    })),
    strikes: strikes
      .filter((strike) => strike.caseId === caseId)
      .map((strike) => ({
        at: time(strike.at),
        expiresAt: maybe(strike.expiresAt),
        reversedAt: maybe(strike.reversedAt),
        observed: strike.observed,
      })),
    actions: (await store.outcomesOfCase(caseId)).map((settled) => actionInFile(settled, time)),
    chain: {
      state: state.kind,
      entries: entries.length,
      head: entries.at(-1)?.hash ?? null,
    },
  };
  return { file, audit: entries.filter((entry) => isAbout(entry, caseId)) };
}

/** Kinds and outcomes: the words of an action repeat what the findings hold. */
function actionInFile(settled: SettledAction, time: (at: Instant) => string): ActionInFile {
  const shown = viewOf(settled);
  const { planned, outcome, settledAt } = settled;
  const reason = outcome?.kind === 'refused' ? `refused: ${outcome.reason}` : (outcome?.kind ?? null);
  return {
    kind: planned.action.kind,
    stage: planned.stage,
    what: shown.kind,
    state: shown.state,
    dueAt: time(planned.dueAt),
    settledAt: settledAt === null ? null : time(settledAt),
    outcome: reason,
  };
}

function keptOf({ text, term }: { readonly text: string; readonly term: string }): Kept {
  if (text !== '') return 'kept';
  return term.startsWith('sha256:') ? 'sealed' : term === '' ? 'deleted' : 'kept';
}

function isAbout({ kind, data }: StoredAudit, caseId: number): boolean {
  if (kind === 'complaint') return false;
  const parsed: unknown = JSON.parse(data);
  return typeof parsed === 'object' && parsed !== null && 'case' in parsed && parsed.case === caseId;
}
