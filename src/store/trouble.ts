import type { Trouble } from '../ports/trouble.js';
import { StoreError } from './error.js';
import { isPostgres } from './open.js';
import { postgresTrouble } from './postgres.js';
import { isDamage, sqliteRefusal } from './sqlite-refusal.js';

/**
 * What an operator can do about an error that a store in use has thrown; null where the error is none of the database's: a bug, or a
 * broken promise of ours.
 */
export function storeTrouble(error: unknown, url: string): Trouble | null {
  if (isPostgres(url)) {
    const says = postgresTrouble(error, url);
    return says === null ? null : { says, lasts: 'a-while' };
  }
  const refusal = sqliteRefusal(error, url);
  if (!(refusal instanceof StoreError)) return null;
  return { says: refusal.message, lasts: isDamage(error) ? 'until-restart' : 'a-while' };
}
