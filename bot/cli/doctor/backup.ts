import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY, type Instant } from '../../../src/core/model/instant.js';
import { type Config, DEFAULT_DIGEST } from '../../../src/core/policy/settings.js';
import { createCalendar } from '../../../src/schedule/calendar.js';
import { isPostgres } from '../../../src/store/open.js';
import { backupsIn } from '../../../src/store/scheduled-backup.js';
import { care, good, type Row } from './row.js';

const AREA = '备份';

/** Whether the last copy that was due, a day's grace apart, has been made. */
export function backupRow({ database, backup }: Pick<Config, 'database' | 'backup'>, now: Instant): Row {
  if (isPostgres(database)) return good(AREA, 'PostgreSQL 的备份由 pg_dump 做,这里看不到');
  if (backup.at === null)
    return care(AREA, '没有自动备份(backup.at)', '请设 backup.at,或自己定时运行 qunshao backup');
  const directory = backup.directory ?? join(dirname(database), 'backups');
  if (!existsSync(database)) return good(AREA, `${backup.at} 备份到 ${directory}`);
  const wanted = createCalendar().previous(backup.at, DEFAULT_DIGEST.timezone, now - DAY);
  const last = backupsIn(directory).at(-1);
  const since = last?.at ?? statSync(database).birthtimeMs;
  if (since < wanted) {
    const text =
      last === undefined ? `${directory} 里还没有备份` : `最近一份是 ${new Date(last.at).toISOString()}`;
    return care(AREA, text, '请看日志里的 backup failed,或马上运行 qunshao backup;机器人停着时不会备份');
  }
  return good(AREA, last === undefined ? `${backup.at} 备份到 ${directory}` : `最近一份 ${last.file}`);
}
