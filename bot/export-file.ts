import { report } from '../src/app/commands/report.js';
import type { Answer } from '../src/core/model/answer.js';
import { registerTable } from '../src/core/wording/register-table.js';
import { auditTable, caseTable, type Table } from '../src/core/wording/tables.js';
import { writeTable } from '../src/export/write.js';
import type { Attachment, Store } from '../src/ports.js';

/** The command by which members complain, as the log names it. */
const COMPLAIN = report.names[0];

type Export = Extract<Answer, { kind: 'export' }>;

/** The file that answers `/导出`. It is read when it is sent; what concerns exempt persons, and who complained, is for staff. */
export function exportFile(store: Store, asked: Export): Attachment {
  return {
    kind: 'file',
    name: `${asked.what}.xlsx`,
    read: async () => writeTable(await tableOf(store, asked), 'xlsx'),
  };
}

function tableOf(store: Store, asked: Export): Promise<Table> {
  switch (asked.what) {
    case 'cases':
    case 'week':
      return casesOf(store, asked);
    case 'audit':
      return auditOf(store, asked);
    case 'register':
      return registerOf(store, asked);
  }
}

async function casesOf(store: Store, { groupId, timezone, staff, from }: Export): Promise<Table> {
  const cases = await store.casesBetween(groupId, from, Infinity);
  const shown = cases.filter(({ exempt }) => staff || !exempt);
  return caseTable(shown, () => timezone);
}

/** Whoever answers for the group reads neither who complained nor what lies with the organisation: it may be about themselves. */
async function auditOf(store: Store, { groupId, staff }: Export): Promise<Table> {
  const entries = (await store.auditEntries()).filter((entry) => entry.groupId === groupId);
  if (staff) return auditTable(entries);
  const cases = await store.casesBetween(groupId, 0, Infinity);
  const above = new Set(cases.filter(({ exempt }) => exempt).map(({ id }) => id));
  return auditTable(
    entries.filter(({ kind, data }) => {
      const about: Readonly<Record<string, unknown>> = JSON.parse(data);
      const isComplaint = kind === 'complaint' || (kind === 'command' && about['command'] === COMPLAIN);
      return !isComplaint && !above.has(Number(about['case']));
    }),
  );
}

/** An owner's own form; to the organisation's staff the whole register. */
async function registerOf(store: Store, { groupId, staff }: Export): Promise<Table> {
  const forms = (await store.forms()).filter((form) => staff || form.groupId === groupId);
  const groups = await Promise.all(
    forms.map(async (form) => ({ ...form, posts: await store.posts(form.groupId) })),
  );
  return registerTable(groups, 'whole');
}
