import type { ColumnDefinitionBuilder } from 'kysely';
import type { Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

export const alarm: Step = {
  name: '0002-alarm',
  async up(db) {
    await db.schema
      .createTable('alarm')
      .addColumn('key', 'text', (key) => key.primaryKey().notNull())
      .addColumn('kind', 'text', required)
      .addColumn('group_id', 'text')
      .addColumn('due_at', 'bigint', required)
      .addColumn('data', 'text', required)
      .execute();
  },
};
