import type { Generated, Kysely, Selectable } from 'kysely';
import type { CaseEventKind, CaseStatus, Step } from '../core/model/case.js';
import type { Category } from '../core/model/category.js';
import type { Action } from '../core/model/action.js';
import type { Outcome, Refusal } from '../core/model/outcome.js';
import type { BotRole } from '../core/model/group.js';
import type { ClusterTables } from './schema-cluster.js';
import type { ConductTables } from './schema-conduct.js';
import type { DeskTables } from './schema-desk.js';
import type { RegisterTables } from './schema-register.js';
import type { NoticeTables } from './schema-notices.js';
import type { PeopleTables } from './schema-people.js';

/** Truth as both databases hold it. */
export type Flag = 0 | 1;

interface GroupTable {
  id: string;
  name: string;
  owner_id: string | null;
  /** JSON array of contact ids. */
  admin_ids: string;
  bot_role: BotRole;
  bot_id: string | null;
  first_seen_at: number;
  introduced_at: number | null;
  has_left: Flag;
}

interface SettingTable {
  group_id: string;
  key: string;
  value: string;
}

export interface CaseTable {
  id: Generated<number>;
  group_id: string;
  member_id: string | null;
  member_name: string;
  subject: string;
  at: number;
  verdict: 'review' | 'violation';
  category: Category;
  score: number;
  /** JSON array of findings. */
  findings: string;
  /** JSON arrays, sorted and without repetition: what totals group by without opening the findings. */
  categories: string;
  rules: string;
  step: Step;
  strikes: number;
  observed: Flag;
  exempt: Flag;
  /** Moves together with a `case_event` in one transaction. */
  status: CaseStatus;
  /** Whether the words it rests on have been let go of. */
  forgotten: Generated<Flag>;
}

export interface CaseEventTable {
  id: Generated<number>;
  case_id: number;
  at: number;
  kind: CaseEventKind;
  actor: string;
  reason: string;
}

export interface StrikeTable {
  id: Generated<number>;
  group_id: string;
  member_id: string;
  case_id: number;
  at: number;
  expires_at: number | null;
  observed: Flag;
}

interface StrikeReversalTable {
  strike_id: number;
  at: number;
  reason: string;
}

export interface OutboxTable {
  id: Generated<number>;
  case_id: number | null;
  group_id: string | null;
  stage: 'live' | 'shadow';
  kind: Action['kind'];
  due_at: number;
  planned_at: number;
  /** JSON of the action. */
  action: string;
  /** Only this account of the bot may do it; null: whoever leads the group. */
  account: string | null;
  claimed_by: string | null;
  claimed_until: number | null;
  outcome: Outcome['kind'] | null;
  refusal: Refusal | null;
  detail: string | null;
  settled_at: number | null;
}

interface CardWatchTable {
  group_id: string;
  member_id: string;
  member_name: string;
  /** JSON array of problem codes. */
  problems: string;
  since: number;
  reminded_at: number | null;
  second_at: number | null;
  deadline: number | null;
  case_id: number | null;
}

interface CounterTable {
  group_id: string;
  day: string;
  name: string;
  value: number;
}

interface JobTable {
  key: string;
  last_due_at: number;
}

interface AlarmTable {
  key: string;
  kind: string;
  group_id: string | null;
  due_at: number;
  /** JSON object. */
  data: string;
}

export interface AuditTable {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  at: number;
  actor: string;
  kind: string;
  group_id: string | null;
  /** Canonical JSON: keys sorted by code unit. */
  data: string;
  prev_hash: string;
  hash: string;
}

/** One row: the last link of the chain. Updating it first is the lock that puts writers in line on both databases. */
interface AuditTailTable {
  id: 1;
  seq: number;
  hash: string;
}

interface SchemaVersionTable {
  id: 1;
  version: number;
}

/** A field's own tables stand in `schema-<field>.ts`. */
export interface Schema
  extends ClusterTables, ConductTables, DeskTables, NoticeTables, PeopleTables, RegisterTables {
  chat_group: GroupTable;
  setting: SettingTable;
  cases: CaseTable;
  case_event: CaseEventTable;
  strike: StrikeTable;
  strike_reversal: StrikeReversalTable;
  outbox: OutboxTable;
  card_watch: CardWatchTable;
  counter: CounterTable;
  job: JobTable;
  alarm: AlarmTable;
  audit_log: AuditTable;
  audit_tail: AuditTailTable;
  schema_version: SchemaVersionTable;
}

export type Db = Kysely<Schema>;
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;

export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
