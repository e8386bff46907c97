import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../src/core/model/instant.js';
import { readJudge } from '../../../src/judge-file/judge-file.js';
import { createRasteriser } from '../../../src/render/png.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import type { Row } from '../../../src/core/wording/checkup.js';

/** What the engine said of its tables when they were made. */
export function lexiconRows(warnings: readonly string[], rules: number): readonly Row[] {
  if (warnings.length === 0) return [MACHINE.lexicons(rules)];
  return warnings.map((warning) => MACHINE.lexiconFault(warning));
}

const JUDGES = ['judge.bin', 'sounds.bin'];

/** Without the judges the words decide alone: less is found. */
export function judgeRow(lexicons: string): Row {
  const paths = JUDGES.map((name) => join(lexicons, 'model', name));
  const absent = paths.filter((path) => !existsSync(path));
  const unreadable = paths.filter((path) => existsSync(path) && !isReadable(path));
  return absent.length + unreadable.length === 0
    ? MACHINE.judges(JUDGES.length)
    : MACHINE.judgesMissing(absent, unreadable);
}

function isReadable(path: string): boolean {
  try {
    readJudge(path);
    return true;
  } catch {
    return false;
  }
}

/** The state settles a year's holidays in November of the year before. */
export function calendarRow(lexicons: string, now: Instant): Row {
  const today = new Date(now + 8 * 3_600_000);
  const year = today.getUTCFullYear();
  const has = (one: number): boolean => existsSync(join(lexicons, 'calendar', `holidays-${one}.txt`));
  if (!has(year)) return MACHINE.holidaysNone(year);
  const isLate = today.getUTCMonth() === 11 && !has(year + 1);
  return isLate ? MACHINE.holidaysSoon(year + 1) : MACHINE.holidays(year);
}

const FONT = 'NotoSansSC-Medium.ttf';
const LETTER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="1" y="15" font-size="12">周</text></svg>';

/** The digest's picture is drawn with a font of our own by a library with native parts. */
export async function pictureRow(fonts: string): Promise<Row> {
  if (!existsSync(join(fonts, FONT))) return MACHINE.pictureWithoutFont(FONT);
  try {
    await createRasteriser(fonts)(LETTER);
    return MACHINE.picture();
  } catch {
    return MACHINE.pictureFailed();
  }
}
