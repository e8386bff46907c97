import { describe } from 'vitest';
import { freshFile } from '../harness/database.js';
import { injectionTests } from './injection.js';
import { HOSTILE_NAMES } from './names.js';

describe('hostile names, cards, group names and words through the whole system, on SQLite', () => {
  injectionTests({ kind: 'SQLite', fresh: () => Promise.resolve(freshFile()), names: HOSTILE_NAMES });
});
