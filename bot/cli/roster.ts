import { existsSync, readFileSync } from 'node:fs';
import { importRoster, previewRoster } from '../../src/app/roster/import.js';
import { readRoster } from '../../src/core/roster/read.js';
import { previewText } from '../../src/core/wording/answers/roster.js';
import { readTable } from '../../src/export/read-table.js';
import { openExisting } from './audit.js';
import { UsageError } from './fail.js';

export interface RosterImport {
  readonly file: string;
  readonly group: string;
  readonly db: string;
  /** Written only then; otherwise shown. */
  readonly write: 'yes' | 'no';
  readonly now: number;
}

/** `qunshao roster import FILE --group ID`: shows what would change; with `--yes` makes it so. */
export async function rosterImport({ file, group, db, write, now }: RosterImport): Promise<string> {
  const reading = readRoster(await rowsOf(file));
  if (reading.entries.length === 0)
    throw new UsageError(`${file} 里没有读到人;第一行写列名(姓名、城市、专业、年级……),姓名一列不能空`);
  const store = await openExisting(db);
  try {
    const known = (await store.groups()).some((one) => one.group.id === group);
    if (!known) throw new UsageError(`数据库里没有群 ${group};请检查 --group`);
    const preview = await previewRoster({ store }, group, reading);
    const shown = previewText({ kind: 'roster-preview', preview }).split('\n').slice(0, -1).join('\n');
    if (write === 'no') return `${shown}\n没有写入;确定请加 --yes`;
    await importRoster({ store }, group, { entries: reading.entries, actor: 'cli', at: now });
    return `${shown}\n已写入 ${reading.entries.length} 人`;
  } finally {
    await store.close();
  }
}

async function rowsOf(file: string): Promise<readonly (readonly string[])[]> {
  if (!existsSync(file)) throw new UsageError(`没有文件 ${file}`);
  try {
    return await readTable(readFileSync(file));
  } catch {
    throw new UsageError(`${file} 读不懂;请存成 CSV 或 XLSX 再试`);
  }
}
