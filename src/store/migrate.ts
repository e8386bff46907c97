import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import type { Engine, Step } from './migrations/migration.js';
import type { Schema } from './schema.js';

/** Brings the schema to the last of `steps`; each step is one transaction with its version number. Throws what a step throws. */
export async function migrate(db: Kysely<Schema>, engine: Engine, steps: readonly Step[]): Promise<void> {
  const migrations = Object.fromEntries(
    steps.map((step, index) => [step.name, versioned(step, index + 1, engine)]),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

function versioned(step: Step, version: number, engine: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await step.up(db, engine);
      await sql`create table if not exists schema_version (id integer primary key not null, version integer not null)`.execute(
        db,
      );
      await sql`insert into schema_version (id, version) values (1, ${version})
        on conflict (id) do update set version = excluded.version`.execute(db);
    },
  };
}
