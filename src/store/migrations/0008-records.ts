import { sql } from 'kysely';
import type { Step } from './migration.js';

/** Evidence is let go of after a time; a case remembers that it was, so that it is not looked at again. */
export const records: Step = {
  name: '0008-records',
  async up(db) {
    await db.schema
      .alterTable('cases')
      .addColumn('forgotten', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`create index cases_to_forget on cases (group_id, at) where forgotten = 0`.execute(db);
  },
};
