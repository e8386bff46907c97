import { type Kysely, sql } from 'kysely';
import type { Step } from './migration.js';

const REFUSAL = 'append-only: a fact is never changed';
const FACTS = ['id', 'case_id', 'at', 'kind', 'actor'];

/** The reason of a step is somebody's own words and is let go of with the rest of the evidence; that it was taken never changes. */
export const reasons: Step = {
  name: '0011-reasons',
  up: (db, engine) => (engine === 'postgres' ? onPostgres(db) : onSqlite(db)),
};

const HEAD = 'create trigger case_event_no_update before update on case_event';

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger case_event_no_update on case_event`.execute(db);
  const changed = FACTS.map((fact) => `new.${fact} is distinct from old.${fact}`).join(' or ');
  const when = `for each row when (new.reason <> '' or ${changed})`;
  await sql.raw(`${HEAD} ${when} execute function refuse_change()`).execute(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger case_event_no_update`.execute(db);
  const changed = FACTS.map((fact) => `new.${fact} is not old.${fact}`).join(' or ');
  await sql
    .raw(`${HEAD} when new.reason <> '' or ${changed} begin select raise(abort, '${REFUSAL}'); end`)
    .execute(db);
}
