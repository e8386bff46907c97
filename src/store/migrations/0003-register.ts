import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Engine, Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

async function forms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('register_form')
    .addColumn('group_id', 'text', (id) => id.primaryKey().notNull())
    .addColumn('name', 'text', required)
    .addColumn('place', 'text')
    .addColumn('purpose', 'text')
    .addColumn('standing', 'text', required)
    .addColumn('standing_at', 'bigint', required)
    .addColumn('owner_id', 'text')
    .addColumn('applied_at', 'bigint')
    .addColumn('approved_at', 'bigint')
    .addColumn('approval', 'text')
    .addColumn('size_approved', 'integer')
    .addColumn('near_told_at', 'integer')
    .addColumn('full_told_at', 'integer')
    .addColumn('chases', 'integer', required)
    .addColumn('since', 'bigint', required)
    .execute();
  await db.schema
    .createTable('register_post')
    .addColumn('group_id', 'text', required)
    .addColumn('post', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('phone', 'text', required)
    .addPrimaryKeyConstraint('register_post_pk', ['group_id', 'post'])
    .execute();
}

async function events(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const table = db.schema.createTable('register_event');
  const numbered =
    engine === 'sqlite'
      ? table.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement())
      : table.addColumn('id', 'bigint', (id) => id.primaryKey().generatedAlwaysAsIdentity());
  await numbered
    .addColumn('group_id', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('kind', 'text', required)
    .addColumn('actor', 'text', required)
    .addColumn('member_id', 'text')
    .addColumn('detail', 'text', required)
    .execute();
  await db.schema.createIndex('register_event_by_group').on('register_event').column('group_id').execute();
}

async function offers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('offer')
    .addColumn('key', 'text', (key) => key.primaryKey().notNull())
    .addColumn('actor_id', 'text', required)
    .addColumn('group_id', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('data', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('until', 'bigint', required)
    .execute();
  await db.schema
    .createTable('claim_code')
    .addColumn('group_id', 'text', (id) => id.primaryKey().notNull())
    .addColumn('digest', 'text', required)
    .addColumn('until', 'bigint', required)
    .execute();
}

export const register: Step = {
  name: '0003-register',
  async up(db, engine) {
    await forms(db);
    await events(db, engine);
    await offers(db);
  },
};
