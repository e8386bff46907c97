import { describe } from 'vitest';
import { freshPostgres } from '../harness/database.js';
import { injectionTests } from './injection.js';
import { HOSTILE_NAMES } from './names.js';

/** What a database could mind. The rest is the same for both, and tried on SQLite. */
const AIMED = /^(?:SQL|NUL|half)/u;

describe('hostile names, cards, group names and words through the whole system, on PostgreSQL', () => {
  const names = HOSTILE_NAMES.filter(({ aim }) => AIMED.test(aim));
  injectionTests({ kind: 'PostgreSQL', fresh: freshPostgres, names });
});
