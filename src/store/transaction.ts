import type { AuditEntry } from '../core/model/audit.js';
import type { Records } from '../ports.js';
import { alarmRecords } from './alarms.js';
import { appendAudit } from './audit.js';
import { cardRecords } from './card-watches.js';
import { caseRecords } from './cases.js';
import { conductRecords } from './conduct.js';
import { counterRecords } from './counters.js';
import { deskRecords } from './desk.js';
import { forgettingRecords } from './forget.js';
import { groupRecords } from './groups.js';
import { noticeRecords } from './notices.js';
import { outboxRecords } from './outbox.js';
import { questionRecords } from './questions.js';
import { peopleRecords } from './people.js';
import { registerRecords } from './register.js';
import type { Db } from './schema.js';
import { strikeRecords } from './strikes.js';
import { totalRecords } from './totals.js';

/** Whether a failed transaction is worth running again: the database chose it as the victim of a deadlock. */
export type Retry = (error: unknown) => boolean;

const ATTEMPTS = 5;

/** The transactions of a database. */
export function transactionsOver(db: Db, retry: Retry) {
  const parts = partsByName(db);
  return async <T>(work: (records: Records) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute((trx) => attend({ trx, parts }, work));
      } catch (error) {
        if (attempt === ATTEMPTS || !retry(error)) throw error;
      }
    }
  };
}

interface Within {
  readonly trx: Db;
  readonly parts: Parts;
}

/** Audit entries are appended last: the chain's one lock is then held shortly, and always taken after every other. */
async function attend<T>({ trx, parts }: Within, work: (records: Records) => Promise<T>): Promise<T> {
  const entries: AuditEntry[] = [];
  const audit: Records['audit'] = (entry) => {
    entries.push(entry);
    return Promise.resolve();
  };
  const result = await work(recordsWithin({ trx, parts }, audit));
  await appendAudit(trx, entries);
  return result;
}

type Part = (db: Db) => Partial<Records>;
type Parts = ReadonlyMap<PropertyKey, Part>;

const PARTS: readonly Part[] = [
  groupRecords,
  caseRecords,
  strikeRecords,
  outboxRecords,
  cardRecords,
  counterRecords,
  alarmRecords,
  peopleRecords,
  conductRecords,
  deskRecords,
  noticeRecords,
  questionRecords,
  forgettingRecords,
  registerRecords,
  totalRecords,
];

function partsByName(db: Db): Parts {
  return new Map(PARTS.flatMap((part) => Object.keys(part(db)).map((name) => [name, part] as const)));
}

/** A part is made when it is first asked for: a transaction needs two or three of fifteen, and making them all costs more than a row. */
function recordsWithin({ trx, parts }: Within, audit: Records['audit']): Records {
  const made = new Map<Part, Partial<Records>>();
  const partOf = (part: Part): Partial<Records> => {
    const known = made.get(part) ?? part(trx);
    made.set(part, known);
    return known;
  };
  const target: Records = Object.create(null);
  return new Proxy(target, {
    get(_, name) {
      if (name === 'audit') return audit;
      const part = parts.get(name);
      const found: unknown = part === undefined ? undefined : Reflect.get(partOf(part), name);
      return found;
    },
  });
}
