import type { ColumnDefinitionBuilder } from 'kysely';
import type { Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

export const ownWords: Step = {
  name: '0009-own-words',
  async up(db) {
    await db.schema
      .createTable('own_word')
      .addColumn('group_id', 'text', required)
      .addColumn('word', 'text', required)
      .addColumn('kind', 'text', required)
      .addColumn('category', 'text', required)
      .addColumn('by', 'text', required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('own_word_pk', ['group_id', 'word'])
      .execute();
  },
};
