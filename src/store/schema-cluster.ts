import type { Generated } from 'kysely';
import type { ChangeTopic } from '../ports/cluster.js';

/** A process that shares the database; what it leads goes with its row. */
interface WorkerTable {
  id: string;
  account: string;
  /** By the database's clock. */
  expires_at: number;
}

interface GroupLeadTable {
  group_id: string;
  worker: string;
}

interface GroupAccountTable {
  group_id: string;
  account: string;
}

/** What other processes keep in memory and must read anew. PostgreSQL alone has it; written by triggers. */
interface ChangeTable {
  seq: Generated<number>;
  /** By the database's clock. */
  at: Generated<number>;
  topic: ChangeTopic;
  key: string;
}

export interface ClusterTables {
  worker: WorkerTable;
  group_lead: GroupLeadTable;
  group_account: GroupAccountTable;
  change_log: ChangeTable;
}
