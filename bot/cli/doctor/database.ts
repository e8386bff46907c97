import type { Instant } from '../../../src/core/model/instant.js';
import { examine, type Examination } from '../../../src/store/examine.js';
import { StoreError } from '../../../src/store/error.js';
import { isPostgres } from '../../../src/store/open.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import type { Row } from '../../../src/core/wording/checkup.js';

export interface DatabaseRows {
  readonly rows: readonly Row[];
  readonly lastEntryAt: Instant | null;
}

/** Nothing is changed by looking: an older schema is told, not migrated. */
export async function databaseRows(url: string): Promise<DatabaseRows> {
  const shown = isPostgres(url) ? 'PostgreSQL' : url;
  try {
    return rowsOf(shown, await examine(url));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { rows: [MACHINE.databaseUnusable(error.message)], lastEntryAt: null };
  }
}

function rowsOf(shown: string, found: Examination): DatabaseRows {
  switch (found.kind) {
    case 'absent':
      return { rows: [MACHINE.databaseAbsent(shown)], lastEntryAt: null };
    case 'older':
      return { rows: [MACHINE.databaseOlder(shown, found.version, found.latest)], lastEntryAt: null };
    case 'current':
      return { rows: [busyRow(shown, found.busy), chainRow(found)], lastEntryAt: found.lastEntryAt };
  }
}

function busyRow(shown: string, busy: boolean): Row {
  return busy ? MACHINE.databaseLocked(shown) : MACHINE.database(shown);
}

function chainRow({ chain }: Extract<Examination, { kind: 'current' }>): Row {
  return chain.kind === 'whole'
    ? MACHINE.chain(chain.entries)
    : MACHINE.chainBroken(chain.brokenAt, chain.reason);
}
