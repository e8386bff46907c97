import type { AuditEntry } from '../core/model/audit.js';
import type { Records, Store } from '../ports.js';
import { alarmRecords } from './alarms.js';
import { appendAudit, readAudit } from './audit.js';
import { cardRecords } from './card-watches.js';
import { caseRecords } from './cases.js';
import { conductRecords } from './conduct.js';
import { counterRecords } from './counters.js';
import { deskRecords } from './desk.js';
import { forgettingRecords } from './forget.js';
import { groupRecords } from './groups.js';
import { peopleRecords } from './people.js';
import { noticeRecords } from './notices.js';
import { outboxRecords } from './outbox.js';
import type { Db } from './schema.js';
import { registerRecords } from './register.js';
import { strikeRecords } from './strikes.js';
import { runTotals, totalRecords } from './totals.js';
import { verifyChain } from './verify.js';

/** Whether a failed transaction is worth running again: the database chose it as the victim of a deadlock. */
export type Retry = (error: unknown) => boolean;

const ATTEMPTS = 5;

export function storeOver(db: Db, retry: Retry): Store {
  return {
    ...recordsOver(db, (entry) => appendAudit(db, [entry])),
    transaction: (work) => transaction(db, retry, work),
    runTotals: (at) => runTotals(db, at),
    verifyAudit: () => verifyChain(db),
    auditEntries: () => readAudit(db),
    close: () => db.destroy(),
  };
}

function recordsOver(db: Db, audit: Records['audit']): Records {
  return {
    ...groupRecords(db),
    ...caseRecords(db),
    ...strikeRecords(db),
    ...outboxRecords(db),
    ...cardRecords(db),
    ...counterRecords(db),
    ...alarmRecords(db),
    ...peopleRecords(db),
    ...conductRecords(db),
    ...deskRecords(db),
    ...noticeRecords(db),
    ...forgettingRecords(db),
    ...registerRecords(db),
    ...totalRecords(db),
    audit,
  };
}

async function transaction<T>(db: Db, retry: Retry, work: (records: Records) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((trx) => attend(trx, work));
    } catch (error) {
      if (attempt === ATTEMPTS || !retry(error)) throw error;
    }
  }
}

/** Audit entries are appended last: the chain's one lock is then held shortly, and always taken after every other. */
async function attend<T>(trx: Db, work: (records: Records) => Promise<T>): Promise<T> {
  const entries: AuditEntry[] = [];
  const result = await work(
    recordsOver(trx, (entry) => {
      entries.push(entry);
      return Promise.resolve();
    }),
  );
  await appendAudit(trx, entries);
  return result;
}
