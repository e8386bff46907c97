import { peopleContract } from './store-people.js';
import { describe } from 'vitest';
import { alarmsContract } from './store-alarms.js';
import { auditContract } from './store-audit.js';
import { casesContract } from './store-cases.js';
import { conductContract } from './store-conduct.js';
import { deskContract } from './store-desk.js';
import { forgettingContract } from './store-forgetting.js';
import { groupsContract } from './store-groups.js';
import type { StoreKind } from './store-kind.js';
import { noticesContract } from './store-notices.js';
import { outboxContract } from './store-outbox.js';
import { registerContract } from './store-register.js';
import { totalsContract } from './store-totals.js';
import { transactionsContract } from './store-transactions.js';

/** What every store must do, whatever it is made of. */
export function storeContract(name: string, kind: StoreKind): void {
  describe(`store contract: ${name}`, () => {
    groupsContract(kind);
    casesContract(kind);
    outboxContract(kind);
    totalsContract(kind);
    transactionsContract(kind);
    alarmsContract(kind);
    registerContract(kind);
    peopleContract(kind);
    noticesContract(kind);
    auditContract(kind);
    conductContract(kind);
    deskContract(kind);
    forgettingContract(kind);
  });
}
