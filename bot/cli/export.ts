import { type Config, settingsOf } from '../../src/core/policy/settings.js';
import type { Table } from '../../src/core/wording/tables.js';
import { registerTable } from '../../src/core/wording/register-table.js';
import { auditTable, caseTable } from '../../src/core/wording/tables.js';
import { type Format, FORMATS, writeTable } from '../../src/export/write.js';
import { isInForce } from '../../src/core/model/register.js';
import type { Store } from '../../src/ports.js';
import { openExisting } from './audit.js';
import { UsageError } from './fail.js';
import { writeOut } from './write-out.js';

export interface ExportOptions {
  readonly what: string;
  readonly format: string;
  readonly out: string;
  /** One group's rows only; null: all. */
  readonly group: string | null;
  /** The register as it may be published, without phones. */
  readonly isPublic: boolean;
  readonly db: string;
  readonly config: Config;
}

type MakeTable = (store: Store, options: ExportOptions) => Promise<Table>;

/** What can be exported: one line a kind. */
const KINDS: ReadonlyMap<string, MakeTable> = new Map<string, MakeTable>([
  ['cases', casesOf],
  ['audit', auditOf],
  ['register', registerOf],
]);

/** `qunshao export cases|audit|register --format csv|xlsx --out F`. */
export async function exportTable(options: ExportOptions): Promise<string> {
  const make = KINDS.get(options.what);
  if (make === undefined) {
    throw new UsageError(`不能导出“${options.what}”;可以导出:${[...KINDS.keys()].join('、')}`);
  }
  const format = formatOf(options.format);
  const store = await openExisting(options.db);
  try {
    const table = await make(store, options);
    await writeOut(options.out, await writeTable(table, format));
    return `已导出 ${table.rows.length} 行到 ${options.out}`;
  } finally {
    await store.close();
  }
}

function formatOf(word: string): Format {
  const format = FORMATS.find((one) => one === word);
  if (format === undefined) throw new UsageError(`--format ${word} 不认识;写 ${FORMATS.join(' 或 ')}`);
  return format;
}

async function casesOf(store: Store, { group, config }: ExportOptions): Promise<Table> {
  const groups = await store.groups();
  const wanted = groups.filter((record) => group === null || record.group.id === group);
  if (group !== null && wanted.length === 0)
    throw new UsageError(`数据库里没有群 ${group};请检查 --group 和 --db`);
  const zones = new Map(
    wanted.map(({ group: { id, name } }) => [id, settingsOf(config, id, name).digest.timezone]),
  );
  const cases = await Promise.all(wanted.map((record) => store.casesBetween(record.group.id, 0, Infinity)));
  const all = cases.flat().toSorted((a, b) => a.id - b.id);
  return caseTable(all, (groupId) => zones.get(groupId) ?? 'Asia/Shanghai');
}

async function auditOf(store: Store, { group }: ExportOptions): Promise<Table> {
  const entries = await store.auditEntries();
  return auditTable(entries.filter((entry) => group === null || entry.groupId === group));
}

/** Published are the groups in force only: a list of groups that were stopped helps nobody. */
async function registerOf(store: Store, { group, isPublic }: ExportOptions): Promise<Table> {
  const forms = await store.forms();
  const wanted = forms.filter((form) => group === null || form.groupId === group);
  if (group !== null && wanted.length === 0)
    throw new UsageError(`备案里没有群 ${group};请检查 --group 和 --db`);
  const shown = wanted.filter((form) => !isPublic || isInForce(form.standing));
  const groups = await Promise.all(
    shown.map(async (form) => ({ ...form, posts: await store.posts(form.groupId) })),
  );
  return registerTable(groups, isPublic ? 'public' : 'whole');
}
