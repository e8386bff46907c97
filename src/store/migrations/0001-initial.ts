import { sql } from 'kysely';
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import { GENESIS } from '../chain.js';
import type { Engine, Step } from './migration.js';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

const required: Column = (column) => column.notNull();

/** The two databases number rows by different words; everything else is said once. */
function numbered(db: Kysely<unknown>, engine: Engine, table: string): CreateTableBuilder<string, 'id'> {
  const schema = db.schema.createTable(table);
  return engine === 'sqlite'
    ? schema.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement())
    : schema.addColumn('id', 'bigint', (id) => id.primaryKey().generatedAlwaysAsIdentity());
}

const ofCase: Column = (column) => column.notNull().references('cases.id');

async function groups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat_group')
    .addColumn('id', 'text', (id) => id.primaryKey().notNull())
    .addColumn('name', 'text', required)
    .addColumn('owner_id', 'text')
    .addColumn('admin_ids', 'text', required)
    .addColumn('bot_role', 'text', required)
    .addColumn('bot_id', 'text')
    .addColumn('first_seen_at', 'bigint', required)
    .addColumn('introduced_at', 'bigint')
    .addColumn('has_left', 'integer', required)
    .execute();
  await db.schema
    .createTable('setting')
    .addColumn('group_id', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('value', 'text', required)
    .addPrimaryKeyConstraint('setting_pk', ['group_id', 'key'])
    .execute();
}

async function cases(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'cases')
    .addColumn('group_id', 'text', required)
    .addColumn('member_id', 'text')
    .addColumn('member_name', 'text', required)
    .addColumn('subject', 'text', (subject) => subject.notNull().unique())
    .addColumn('at', 'bigint', required)
    .addColumn('verdict', 'text', required)
    .addColumn('category', 'text', required)
    .addColumn('score', 'double precision', required)
    .addColumn('findings', 'text', required)
    .addColumn('categories', 'text', required)
    .addColumn('rules', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('strikes', 'integer', required)
    .addColumn('observed', 'integer', required)
    .addColumn('exempt', 'integer', required)
    .addColumn('status', 'text', required)
    .execute();
  await db.schema.createIndex('cases_by_time').on('cases').columns(['group_id', 'at']).execute();
  await db.schema.createIndex('cases_by_member').on('cases').columns(['group_id', 'member_id']).execute();
  await sql`create index cases_open on cases (group_id) where status = 'open'`.execute(db);
  await numbered(db, engine, 'case_event')
    .addColumn('case_id', 'bigint', ofCase)
    .addColumn('at', 'bigint', required)
    .addColumn('kind', 'text', required)
    .addColumn('actor', 'text', required)
    .addColumn('reason', 'text', required)
    .execute();
  await db.schema.createIndex('case_event_by_case').on('case_event').column('case_id').execute();
  await sql`create index case_event_overturned on case_event (at) where kind = 'overturned'`.execute(db);
}

async function strikes(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'strike')
    .addColumn('group_id', 'text', required)
    .addColumn('member_id', 'text', required)
    .addColumn('case_id', 'bigint', ofCase)
    .addColumn('at', 'bigint', required)
    .addColumn('expires_at', 'bigint')
    .addColumn('observed', 'integer', required)
    .execute();
  await db.schema.createIndex('strike_by_member').on('strike').columns(['group_id', 'member_id']).execute();
  await db.schema.createIndex('strike_by_case').on('strike').column('case_id').execute();
  await db.schema
    .createTable('strike_reversal')
    .addColumn('strike_id', 'bigint', (id) => id.primaryKey().notNull().references('strike.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('reason', 'text', required)
    .execute();
}

async function outbox(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'outbox')
    .addColumn('case_id', 'bigint', (id) => id.references('cases.id'))
    .addColumn('group_id', 'text')
    .addColumn('stage', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('due_at', 'bigint', required)
    .addColumn('planned_at', 'bigint', required)
    .addColumn('action', 'text', required)
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_until', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('refusal', 'text')
    .addColumn('detail', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  await sql`create index outbox_unsettled on outbox (id) where settled_at is null`.execute(db);
  await db.schema.createIndex('outbox_by_case').on('outbox').column('case_id').execute();
  await db.schema.createIndex('outbox_by_time').on('outbox').columns(['group_id', 'settled_at']).execute();
}

async function bookkeeping(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('card_watch')
    .addColumn('group_id', 'text', required)
    .addColumn('member_id', 'text', required)
    .addColumn('member_name', 'text', required)
    .addColumn('problems', 'text', required)
    .addColumn('since', 'bigint', required)
    .addColumn('reminded_at', 'bigint')
    .addColumn('second_at', 'bigint')
    .addColumn('deadline', 'bigint')
    .addColumn('case_id', 'bigint')
    .addPrimaryKeyConstraint('card_watch_pk', ['group_id', 'member_id'])
    .execute();
  await db.schema
    .createTable('counter')
    .addColumn('group_id', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('value', 'bigint', required)
    .addPrimaryKeyConstraint('counter_pk', ['group_id', 'day', 'name'])
    .execute();
  await db.schema
    .createTable('job')
    .addColumn('key', 'text', (key) => key.primaryKey().notNull())
    .addColumn('last_due_at', 'bigint', required)
    .execute();
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_log')
    .addColumn('seq', 'bigint', (seq) => seq.primaryKey().notNull())
    .addColumn('at', 'bigint', required)
    .addColumn('actor', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('group_id', 'text')
    .addColumn('data', 'text', required)
    .addColumn('prev_hash', 'text', required)
    .addColumn('hash', 'text', required)
    .execute();
  await db.schema
    .createTable('audit_tail')
    .addColumn('id', 'integer', (id) => id.primaryKey().notNull())
    .addColumn('seq', 'bigint', required)
    .addColumn('hash', 'text', required)
    .execute();
  await sql`insert into audit_tail (id, seq, hash) values (1, 0, ${GENESIS})`.execute(db);
}

const APPEND_ONLY = ['audit_log', 'case_event', 'strike', 'strike_reversal'];

/** Facts are corrected by further facts. The refusal is the database's own, so that it holds for other programs too. */
async function appendOnly(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const refusal = 'append-only: a fact is never changed';
  if (engine === 'postgres') {
    await sql`create function refuse_change() returns trigger language plpgsql
      as ${sql.lit(`begin raise exception '${refusal}'; end`)}`.execute(db);
  }
  for (const table of APPEND_ONLY) {
    for (const change of ['update', 'delete']) {
      const head = `create trigger ${table}_no_${change} before ${change} on ${table}`;
      const body =
        engine === 'postgres'
          ? 'for each row execute function refuse_change()'
          : `begin select raise(abort, '${refusal}'); end`;
      await sql.raw(`${head} ${body}`).execute(db);
    }
  }
}

export const initial: Step = {
  name: '0001-initial',
  async up(db, engine) {
    await groups(db);
    await cases(db, engine);
    await strikes(db, engine);
    await outbox(db, engine);
    await bookkeeping(db);
    await audit(db);
    await appendOnly(db, engine);
  },
};
