import type { AlarmRecords } from './ports/alarms.js';
import type { PeopleRecords } from './ports/people.js';
import type { ConductRecords } from './ports/conduct.js';
import type { DeskRecords } from './ports/desk.js';
import type { NoticeRecords } from './ports/notices.js';
import type { QuestionRecords } from './ports/questions.js';
import type { ForgettingRecords } from './ports/forgetting.js';
import type { RunTotals, TotalsRecords } from './ports/totals.js';
import type { RegisterRecords } from './ports/register.js';
import type { About, Action, PlannedAction } from './core/model/action.js';
import type { Outcome } from './core/model/outcome.js';
import type { AuditEntry, ChainState, StoredAudit } from './core/model/audit.js';
import type { Case, CaseEvent, CaseStatus } from './core/model/case.js';
import type { Group } from './core/model/group.js';
import type { Instant } from './core/model/instant.js';
import type { Member } from './core/model/member.js';
import type { Strike } from './core/model/strike.js';

/** Tells the time. The only source of it outside the core; virtual in replay and tests. */
export interface Clock {
  now(): Instant;
  /** The platform dated something at this instant: for clocks that want a second opinion. */
  heard?(at: Instant): void;
}

/** A picture or file. `read` makes it when it is wanted: a simulation only notes its name. */
export interface Attachment {
  readonly kind: 'image' | 'file';
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What goes with an action when it is said; nothing for most. */
export type Attach = (action: Action) => readonly Attachment[];

/** What the bot says: rendered, ready to send. `about` is for the record only. */
export interface Utterance {
  /** Pictures and files that go before the text. One that fails does not keep the text back. */
  readonly attachments: readonly Attachment[];
  readonly text: string;
  readonly mentions: readonly string[];
  readonly about: About | null;
}

/** A chat platform, as far as the use-cases need it. Refusals are values; nothing here throws for an expected one. */
export interface Platform {
  say(groupId: string, utterance: Utterance): Promise<Outcome>;
  /** `groupId`: the group it concerns, or null. */
  direct(memberId: string, groupId: string | null, utterance: Utterance): Promise<Outcome>;
  /** Removing somebody who is not there any more is `done`. */
  remove(groupId: string, memberId: string, about: About): Promise<Outcome>;
  accept(invitation: 'room' | 'friend', id: string): Promise<Outcome>;
  /** Takes a message back, the bot's own or another's where the platform allows it. */
  recall(groupId: string, messageId: string, about: About | null): Promise<Outcome>;
  rename(groupId: string, name: string): Promise<Outcome>;
  /** Puts a text up as the group's announcement. */
  announce(groupId: string, text: string): Promise<Outcome>;
  /** Brings a person into the group; somebody who is in it already is `done`. */
  invite(groupId: string, memberId: string): Promise<Outcome>;
  /** Tells the organisation's robot, where there is one. */
  report(text: string): Promise<Outcome>;
  /** The group as it is now (not from a cache); null when the bot is not in it. */
  group(groupId: string): Promise<Group | null>;
  /** All members as they are now. */
  members(groupId: string): Promise<readonly Member[]>;
  /** One member, with the card as it is now; null when not in the group. */
  member(groupId: string, memberId: string): Promise<Member | null>;
}

export type NewCase = Omit<Case, 'id'>;
export type NewStrike = Omit<Strike, 'id' | 'caseId' | 'reversedAt' | 'undecided'>;
export type NewAction = Omit<PlannedAction, 'id' | 'caseId'>;

/** A group that the bot knows, as last seen. `introducedAt` is null until the group was told that the bot is there. */
export interface GroupRecord {
  readonly group: Group;
  readonly firstSeenAt: Instant;
  readonly introducedAt: Instant | null;
  readonly left: boolean;
}

/** A member whose card is not in order: where the matter stands. Instants are null until that step was taken. */
export interface CardWatch {
  readonly groupId: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly problems: readonly string[];
  readonly since: Instant;
  readonly remindedAt: Instant | null;
  readonly secondAt: Instant | null;
  readonly deadline: Instant | null;
  readonly caseId: number | null;
}

/** Not settled yet; `claimed`: some process has begun to do it, and may have done it. */
export interface OpenAction {
  readonly planned: PlannedAction;
  readonly claimed: boolean;
}

export interface SettledAction {
  readonly planned: PlannedAction;
  readonly outcome: Outcome | null;
  readonly settledAt: Instant | null;
}

export interface Count {
  readonly groupId: string;
  /** Local date of the group, `YYYY-MM-DD`. */
  readonly day: string;
  /** What is counted; the digest reads `messages`. */
  readonly name: string;
  readonly value: number;
}

/** A scheduled job's memory: never run twice for the same due time. */
export interface JobRecord {
  readonly key: string;
  readonly lastDueAt: Instant;
}

/** Reads and writes inside one transaction, or one at a time outside of it. Facts are appended; a reversal is a new entry. */
export interface Records
  extends
    AlarmRecords,
    ConductRecords,
    DeskRecords,
    ForgettingRecords,
    NoticeRecords,
    PeopleRecords,
    QuestionRecords,
    RegisterRecords,
    TotalsRecords {
  groups(): Promise<readonly GroupRecord[]>;
  group(groupId: string): Promise<GroupRecord | null>;
  putGroup(record: GroupRecord): Promise<void>;

  /** What owners changed by command; overrides the file. */
  settings(groupId: string): Promise<Readonly<Record<string, string>>>;
  putSetting(groupId: string, key: string, value: string): Promise<void>;

  /** Null when the subject already has a case: a redelivery. */
  openCase(fresh: NewCase): Promise<Case | null>;
  caseById(id: number): Promise<Case | null>;
  caseBySubject(subject: string): Promise<Case | null>;
  /** Newest first. */
  casesOf(groupId: string, memberId: string, limit: number): Promise<readonly Case[]>;
  /** One person's in all of these groups, newest first. */
  casesIn(groupIds: readonly string[], memberId: string, limit: number): Promise<readonly Case[]>;
  /** Cases of a group decided in `[from, to)`, oldest first. */
  casesBetween(groupId: string, from: Instant, to: Instant): Promise<readonly Case[]>;
  /** Open cases of a group, oldest first. */
  openCases(groupId: string): Promise<readonly Case[]>;
  /**
   * Appends the event and moves the case. False when the case was not in `from` any more: somebody else answered first.
   */
  moveCase(event: CaseEvent, from: readonly CaseStatus[], to: CaseStatus): Promise<boolean>;
  caseEvents(caseId: number): Promise<readonly CaseEvent[]>;

  addStrike(strike: NewStrike, caseId: number): Promise<void>;
  strikesOf(groupId: string, memberId: string): Promise<readonly Strike[]>;
  /** A member's strikes in all groups, oldest first. */
  strikesEverywhere(memberId: string): Promise<readonly Strike[]>;
  /** Reverses the strikes of a case; answers how many were. */
  reverseStrikes(caseId: number, at: Instant, reason: string): Promise<number>;

  /** Puts actions into the outbox, in order. */
  plan(actions: readonly NewAction[], caseId: number | null, at: Instant): Promise<readonly PlannedAction[]>;
  /** What was done, or may have been, after this instant, in order of time: how fast the bot has spoken lately. */
  doneSince(at: Instant): Promise<readonly SettledAction[]>;
  /** Everything not settled, in order of id. */
  unsettled(): Promise<readonly OpenAction[]>;
  unsettledOfCase(caseId: number): Promise<readonly OpenAction[]>;
  /**
   * Gives an action up in one step with looking who has it: `cancelled` where nobody has claimed it, else `uncertain`, for it may have
   * been done. No-op where it is settled.
   */
  cancel(actionId: number, at: Instant): Promise<void>;
  /** True, and `cancelled`, where it was neither settled nor claimed. */
  cancelUnclaimed(actionId: number, at: Instant): Promise<boolean>;
  /**
   * True for exactly one caller; a claim lapses at `until`. One that would last much longer than that was made by a clock that has been
   * put back since: it counts as lapsed.
   */
  claim(actionId: number, worker: string, now: Instant, until: Instant): Promise<boolean>;
  /** Records the outcome; settling twice is a no-op that answers false. */
  settle(actionId: number, outcome: Outcome, at: Instant): Promise<boolean>;
  /** Every action of a case in order of id; `settledAt` and `outcome` are null while it waits. */
  outcomesOfCase(caseId: number): Promise<readonly SettledAction[]>;

  cardWatch(groupId: string, memberId: string): Promise<CardWatch | null>;
  cardWatches(groupId: string): Promise<readonly CardWatch[]>;
  putCardWatch(watch: CardWatch): Promise<void>;
  dropCardWatch(groupId: string, memberId: string): Promise<void>;

  addCounts(counts: readonly Count[]): Promise<void>;

  job(key: string): Promise<JobRecord | null>;
  /** Moves the job on; false when `dueAt` was already done (by this or another process). */
  takeJob(key: string, dueAt: Instant): Promise<boolean>;

  audit(entry: AuditEntry): Promise<void>;
}

/** The database. One contract suite runs over every implementation. */
export interface Store extends Records {
  /**
   * All of `work` or nothing of it; durable when the promise resolves. Inside, use the records handed in: a call on the store
   * itself waits for this transaction to end. `work` changes nothing but records: it runs again when PostgreSQL breaks a deadlock.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  runTotals(at: Instant): Promise<RunTotals>;
  verifyAudit(): Promise<ChainState>;
  /** The whole audit log, in order. */
  auditEntries(): Promise<readonly StoredAudit[]>;
  close(): Promise<void>;
}

/** Structured log: ids and kinds only, never a text or a name. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** When a schedule falls due next. Expressions are `Mon 09:00` in an IANA zone. */
export interface Calendar {
  /** The first due instant strictly after `after`. */
  next(expression: string, timezone: string, after: Instant): Instant;
  /** The last due instant at or before `at`. */
  previous(expression: string, timezone: string, at: Instant): Instant;
}
