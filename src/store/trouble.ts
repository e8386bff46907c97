import { StoreError } from './error.js';
import { isPostgres } from './open.js';
import { postgresTrouble } from './postgres.js';
import { sqliteRefusal } from './sqlite-refusal.js';

/**
 * What an operator can do about an error that a store in use has thrown, as one sentence; null where the error is none of the
 * database's: a bug, or a broken promise of ours.
 */
export function storeTrouble(error: unknown, url: string): string | null {
  if (isPostgres(url)) return postgresTrouble(error, url);
  const refusal = sqliteRefusal(error, url);
  return refusal instanceof StoreError ? refusal.message : null;
}
