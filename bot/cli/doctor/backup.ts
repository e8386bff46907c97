import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY, type Instant } from '../../../src/core/model/instant.js';
import { type Config, DEFAULT_DIGEST } from '../../../src/core/policy/settings.js';
import { createCalendar } from '../../../src/schedule/calendar.js';
import { isPostgres } from '../../../src/store/open.js';
import { backupsIn } from '../../../src/store/scheduled-backup.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import type { Row } from '../../../src/core/wording/checkup.js';

/** Whether the last copy that was due, a day's grace apart, has been made. */
export function backupRow({ database, backup }: Pick<Config, 'database' | 'backup'>, now: Instant): Row {
  if (isPostgres(database)) return MACHINE.backupElsewhere();
  if (backup.at === null) return MACHINE.backupNone();
  const directory = backup.directory ?? join(dirname(database), 'backups');
  if (!existsSync(database)) return MACHINE.backupPlanned(backup.at, directory);
  const wanted = createCalendar().previous(backup.at, DEFAULT_DIGEST.timezone, now - DAY);
  const last = backupsIn(directory).at(-1);
  const since = last?.at ?? statSync(database).birthtimeMs;
  if (since < wanted)
    return MACHINE.backupLate(last === undefined ? null : new Date(last.at).toISOString(), directory);
  return last === undefined ? MACHINE.backupPlanned(backup.at, directory) : MACHINE.backupMade(last.file);
}
