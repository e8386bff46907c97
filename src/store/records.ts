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
import { questionRecords } from './questions.js';
import type { Db } from './schema.js';
import { registerRecords } from './register.js';
import { strikeRecords } from './strikes.js';
import { runTotals, totalRecords } from './totals.js';
import { type Retry, transactionsOver } from './transaction.js';
import { verifyChain } from './verify.js';

export function storeOver(db: Db, retry: Retry): Store {
  return {
    ...recordsOver(db, (entry) => appendAudit(db, [entry])),
    transaction: transactionsOver(db, retry),
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
    ...questionRecords(db),
    ...forgettingRecords(db),
    ...registerRecords(db),
    ...totalRecords(db),
    audit,
  };
}
