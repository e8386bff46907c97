import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { Engine, Step } from './migration.js';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

const required: Column = (column) => column.notNull();
const ofCase: Column = (column) => column.notNull().references('cases.id');

function numbered(db: Kysely<unknown>, engine: Engine, table: string): CreateTableBuilder<string, 'id'> {
  const schema = db.schema.createTable(table);
  return engine === 'sqlite'
    ? schema.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement())
    : schema.addColumn('id', 'bigint', (id) => id.primaryKey().generatedAlwaysAsIdentity());
}

/** Complaints, appeals, who has taken a case in hand. */
export const desk: Step = {
  name: '0007-desk',
  async up(db, engine) {
    await db.schema
      .createTable('complaint')
      .addColumn('case_id', 'bigint', ofCase)
      .addColumn('complainant_id', 'text', required)
      .addColumn('group_id', 'text', required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('complaint_pk', ['case_id', 'complainant_id'])
      .execute();
    await db.schema
      .createIndex('complaint_by_person')
      .on('complaint')
      .columns(['complainant_id', 'at'])
      .execute();
    await db.schema
      .createTable('case_claim')
      .addColumn('case_id', 'bigint', (column) => column.primaryKey().notNull().references('cases.id'))
      .addColumn('actor', 'text', required)
      .addColumn('at', 'bigint', required)
      .execute();
    await numbered(db, engine, 'appeal')
      .addColumn('case_id', 'bigint', ofCase)
      .addColumn('member_id', 'text', required)
      .addColumn('at', 'bigint', required)
      .addColumn('before', 'text', required)
      .addColumn('status', 'text', required)
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .execute();
    await db.schema.createIndex('appeal_by_case').on('appeal').column('case_id').execute();
  },
};
