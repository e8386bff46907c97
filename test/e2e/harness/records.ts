import Database from 'better-sqlite3';
import type { Home } from './bot.js';

export interface RecordedCase {
  readonly member: string;
  readonly step: string;
  readonly status: string;
}

export interface RecordedAction {
  readonly kind: string;
  /** Null while it waits. */
  readonly outcome: string | null;
}

/** All cases of a room in the bot's own database, oldest first. */
export function casesOf(home: Home, room: string): readonly RecordedCase[] {
  const query = 'select member_id as member, step, status from cases where group_id = ? order by id';
  return read(home, (db) => db.prepare<[string], RecordedCase>(query).all(room));
}

/** All actions of a room that were ever planned, in order. */
export function actionsOf(home: Home, room: string): readonly RecordedAction[] {
  const query = 'select kind, outcome from outbox where group_id = ? order by id';
  return read(home, (db) => db.prepare<[string], RecordedAction>(query).all(room));
}

function read<T>({ database }: Home, look: (db: Database.Database) => T): T {
  const db = new Database(database, { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
