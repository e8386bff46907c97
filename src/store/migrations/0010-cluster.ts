import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Whose changes other processes must see, under which topic and key. */
const WATCHED = [
  { table: 'chat_group', topic: 'group', key: 'id', on: ['insert', 'update'] },
  { table: 'setting', topic: 'group', key: 'group_id', on: ['insert', 'update', 'delete'] },
  { table: 'own_word', topic: 'group', key: 'group_id', on: ['insert', 'update', 'delete'] },
  { table: 'member_profile', topic: 'group', key: 'group_id', on: ['insert', 'update', 'delete'] },
  { table: 'alarm', topic: 'alarm', key: 'group_id', on: ['insert', 'update'] },
  { table: 'notice', topic: 'notice', key: 'id', on: ['insert', 'update'] },
  { table: 'signature', topic: 'signature', key: 'group_id', on: ['insert'] },
  { table: 'signature', topic: 'signature-gone', key: 'case_id', on: ['delete'] },
] as const;

async function leads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('worker')
    .addColumn('id', 'text', (id) => id.primaryKey().notNull())
    .addColumn('account', 'text', required)
    .addColumn('expires_at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('group_lead')
    .addColumn('group_id', 'text', (id) => id.primaryKey().notNull())
    .addColumn('worker', 'text', (worker) => worker.notNull().references('worker.id').onDelete('cascade'))
    .execute();
  await db.schema.createIndex('group_lead_by_worker').on('group_lead').column('worker').execute();
  await db.schema
    .createTable('group_account')
    .addColumn('group_id', 'text', required)
    .addColumn('account', 'text', required)
    .addPrimaryKeyConstraint('group_account_pk', ['account', 'group_id'])
    .execute();
  await db.schema.createIndex('group_account_by_group').on('group_account').column('group_id').execute();
}

/** By triggers, so that no writer can forget it: another process, the command line, a hand. A file has one process and needs none. */
async function changes(db: Kysely<unknown>): Promise<void> {
  await sql`create table change_log (
    seq bigint primary key generated always as identity,
    at bigint not null default (extract(epoch from clock_timestamp()) * 1000)::bigint,
    topic text not null,
    key text not null
  )`.execute(db);
  await sql`create index change_log_by_time on change_log (at)`.execute(db);
  await sql`create function log_change() returns trigger language plpgsql as ${sql.lit(`begin
    execute format('insert into change_log (topic, key) select distinct %L, coalesce(%I::text, '''') from changed', TG_ARGV[0], TG_ARGV[1]);
    return null;
  end`)}`.execute(db);
  for (const { table, topic, key, on } of WATCHED) {
    for (const event of on) {
      const rows = event === 'delete' ? 'old' : 'new';
      await sql
        .raw(
          `create trigger ${table}_log_${event} after ${event} on ${table}
            referencing ${rows} table as changed for each statement execute function log_change('${topic}', '${key}')`,
        )
        .execute(db);
    }
  }
}

export const cluster: Step = {
  name: '0010-cluster',
  async up(db, engine) {
    await leads(db);
    await db.schema.alterTable('outbox').addColumn('account', 'text').execute();
    await db.schema.createIndex('alarm_by_group').on('alarm').column('group_id').execute();
    if (engine === 'postgres') await changes(db);
  },
};
