import { sql } from 'kysely';
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { Engine, Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

function numbered(db: Kysely<unknown>, engine: Engine, table: string): CreateTableBuilder<string, 'id'> {
  const schema = db.schema.createTable(table);
  return engine === 'sqlite'
    ? schema.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement())
    : schema.addColumn('id', 'bigint', (id) => id.primaryKey().generatedAlwaysAsIdentity());
}

async function register(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'notice')
    .addColumn('number', 'text', (number) => number.unique())
    .addColumn('group_id', 'text', required)
    .addColumn('case_id', 'bigint', (id) => id.references('cases.id'))
    .addColumn('level', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('author_id', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('valid_until', 'bigint')
    .addColumn('published_at', 'bigint')
    .addColumn('published_by', 'text')
    .addColumn('status', 'text', required)
    .execute();
  await db.schema.createIndex('notice_by_case').on('notice').column('case_id').execute();
  await db.schema.createIndex('notice_by_author').on('notice').columns(['group_id', 'author_id']).execute();
  await db.schema
    .createTable('notice_count')
    .addColumn('year', 'integer', (year) => year.primaryKey().notNull())
    .addColumn('count', 'integer', required)
    .execute();
}

async function steps(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'notice_step')
    .addColumn('notice_id', 'bigint', (id) => id.notNull().references('notice.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('kind', 'text', required)
    .addColumn('actor', 'text', required)
    .addColumn('about', 'text', required)
    .execute();
  await db.schema.createIndex('notice_step_by_notice').on('notice_step').column('notice_id').execute();
  for (const change of ['update', 'delete']) {
    const head = `create trigger notice_step_no_${change} before ${change} on notice_step`;
    const body =
      engine === 'postgres'
        ? 'for each row execute function refuse_change()'
        : `begin select raise(abort, 'append-only: a fact is never changed'); end`;
    await sql.raw(`${head} ${body}`).execute(db);
  }
}

/** Notices on their way and published, the steps of each, the numbers given out. */
export const notices: Step = {
  name: '0005-notices',
  async up(db, engine) {
    await register(db, engine);
    await steps(db, engine);
  },
};
