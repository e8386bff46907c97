import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HolidayTable, parseHolidays } from '../core/policy/holidays.js';

export interface ReadHolidays {
  readonly holidays: HolidayTable;
  /** What could not be read, as Chinese sentences with file and line. */
  readonly warnings: readonly string[];
}

/** Reads every `holidays-YYYY.txt` of a folder. Without the folder weekends alone are off. */
export function readHolidays(folder: string): ReadHolidays {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^holidays-\d{4}\.txt$/u.test(name))
    : [];
  const days = new Map<number, 'off' | 'work'>();
  const warnings: string[] = [];
  for (const file of files.toSorted()) {
    const read = parseHolidays(readFileSync(join(folder, file), 'utf8'));
    for (const [day, kind] of read.days) days.set(day, kind);
    warnings.push(...read.problems.map(({ line, message }) => `${file} 第 ${line} 行${message}`));
  }
  return { holidays: days, warnings };
}
