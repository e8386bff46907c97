import { readTable } from '../src/export/read-table.js';
import type { SentFile, Tables } from '../src/ports/tables.js';
import { readBeside } from './beside.js';

/** Bytes. A roster of a hundred thousand people is smaller. */
export const MOST_TABLE_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 50_000;

/** The bytes of a file; null where there are none, or too many. */
export type TableSource = (file: SentFile) => Promise<Uint8Array | null>;

/** Reads the tables that a source has. What cannot be read is said to be so by null. */
export function createTables(source: TableSource): Tables {
  return {
    async read(file) {
      try {
        const bytes = await source(file);
        if (bytes === null || bytes.byteLength > MOST_TABLE_BYTES) return null;
        const rows = await readTable(bytes);
        return rows.length > MOST_ROWS ? null : rows;
      } catch {
        return null;
      }
    },
  };
}

/** Tables of a replay: the name is a path below the folder of the events file. */
export function tablesBeside(eventsFile: string): TableSource {
  return ({ name }) => readBeside(eventsFile, name, MOST_TABLE_BYTES);
}
