import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { Engine, Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

function numbered(db: Kysely<unknown>, engine: Engine, table: string): CreateTableBuilder<string, 'id'> {
  const schema = db.schema.createTable(table);
  return engine === 'sqlite'
    ? schema.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement())
    : schema.addColumn('id', 'bigint', (id) => id.primaryKey().generatedAlwaysAsIdentity());
}

/** Signatures of what was prohibited, newcomers, who targets whom, incidents, activities. */
export const conduct: Step = {
  name: '0006-conduct',
  async up(db, engine) {
    await signatures(db, engine);
    await people(db);
    await occasions(db, engine);
  },
};

async function signatures(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'signature')
    .addColumn('kind', 'text', required)
    .addColumn('print', 'text', required)
    .addColumn('category', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('case_id', 'bigint')
    .addColumn('group_id', 'text', required)
    .addColumn('member_id', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('expires_at', 'bigint', required)
    .execute();
  await db.schema.createIndex('signature_by_case').on('signature').column('case_id').execute();
  await db.schema.createIndex('signature_by_expiry').on('signature').column('expires_at').execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('newcomer')
    .addColumn('group_id', 'text', required)
    .addColumn('member_id', 'text', required)
    .addColumn('joined_at', 'bigint', required)
    .addPrimaryKeyConstraint('newcomer_pk', ['group_id', 'member_id'])
    .execute();
  await db.schema
    .createTable('targeting')
    .addColumn('group_id', 'text', required)
    .addColumn('from_id', 'text', required)
    .addColumn('to_id', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema
    .createIndex('targeting_by_pair')
    .on('targeting')
    .columns(['group_id', 'from_id', 'to_id', 'at'])
    .execute();
}

async function occasions(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'incident')
    .addColumn('group_id', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('opened_at', 'bigint', required)
    .addColumn('last_at', 'bigint', required)
    .addColumn('closed_at', 'bigint')
    .addColumn('timeline', 'text', required)
    .addColumn('members', 'integer', required)
    .addColumn('case_id', 'bigint')
    .execute();
  await numbered(db, engine, 'activity')
    .addColumn('group_id', 'text', required)
    .addColumn('applicant_id', 'text', required)
    .addColumn('applicant_name', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('ends_at', 'bigint', required)
    .addColumn('status', 'text', required)
    .addColumn('decided_by', 'text')
    .addColumn('summary', 'text', required)
    .execute();
  await db.schema.createIndex('activity_by_group').on('activity').column('group_id').execute();
}
