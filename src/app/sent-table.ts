import type { Inbound } from '../core/model/event.js';
import type { Desk } from './commands/command.js';
import { roleIn } from './groups.js';
import type { SentTable, Table } from './table.js';

const TABLE = /\.(?:csv|tsv|txt|xlsx|xls)$/iu;

/**
 * A spreadsheet from somebody who answers for a group is taken for the roster: it is shown first, and written on the next
 * word. Null for every other file, and for everybody else's: those are not even fetched.
 */
export async function sentTable(
  desk: Desk,
  event: Extract<Inbound, { kind: 'direct' }>,
): Promise<SentTable | null> {
  const { file, from, id } = event;
  if (file === null || !TABLE.test(file)) return null;
  const answers = desk.groups.all().some((state) => roleIn(desk.deps, state, from.id) !== 'member');
  if (!answers) return null;
  const rows = await desk.deps.tables.read({ id, name: file });
  const table: Table = rows === null ? { kind: 'unreadable' } : { kind: 'rows', rows };
  return { typed: { name: '名册', rest: '导入' }, table };
}
