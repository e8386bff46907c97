import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isTimezone } from '../../../src/core/policy/localtime.js';
import type { Instant } from '../../../src/core/model/instant.js';
import { bad, care, good, type Row } from './row.js';

const MEGABYTE = 1024 * 1024;

/** What the bot with its tables and judges takes, with room for busy groups; measured 270 MB at rest. */
const ENOUGH_MB = 600;
const LEAST_MB = 300;

export function nodeRow(version: string): Row {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  return isOld ? bad('Node.js', `${version} 太旧`, '请装 20.19 或更新的版本') : good('Node.js', version);
}

/** Bytes that this process may still take, limits of a container included. */
export function memoryRow(available: number): Row {
  const text = `还能用 ${Math.round(available / MEGABYTE)} MB`;
  if (available >= ENOUGH_MB * MEGABYTE) return good('内存', text);
  return available >= LEAST_MB * MEGABYTE
    ? care('内存', text, `不到 ${ENOUGH_MB} MB,群多时可能不够;请加内存或停掉别的程序`)
    : bad('内存', text, `启动要 ${LEAST_MB} MB 左右,会被系统停掉;请加内存或放宽容器的限制`);
}

export function availableMemory(): number {
  return process.availableMemory();
}

/** The zones of the groups, and that the machine's tables know them: China has been at +8 without summer time since 1991. */
export function zoneRow(zones: readonly string[]): Row {
  const area = '时区数据';
  const unknown = ['Asia/Shanghai', ...zones].filter((zone) => !isTimezone(zone));
  if (unknown.length > 0)
    return bad(area, `不认识 ${unknown.join('、')}`, '请装带完整 ICU 的 Node.js(官方的安装包都带)');
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return hour.format(Date.UTC(2026, 0, 1)) === '08'
    ? good(area, `${new Set(zones).size || 1} 个时区都认识`)
    : bad(area, 'Asia/Shanghai 算出来不是东八区', '请更新系统和 Node.js 的时区数据');
}

/** When this program was put here, or at least written: before that it cannot be now. */
export function builtAt(root: string): Instant {
  return Math.max(Date.UTC(2026, 0, 1), statSync(join(root, 'package.json')).mtimeMs);
}

export interface ClockReadings {
  readonly now: Instant;
  readonly notBefore: Instant;
  /** The newest entry of the audit log; null where there is none. */
  readonly lastEntryAt: Instant | null;
  /** What another machine says the time is; null where none was asked. */
  readonly elsewhere: Instant | null;
}

const TOLERANCE_MS = 2 * 60_000;

/** Deadlines, night and strikes all go by the machine's clock. */
export function clockRow({ now, notBefore, lastEntryAt, elsewhere }: ClockReadings): Row {
  const area = '时钟';
  const mend = '请打开系统的自动校时(timedatectl set-ntp true)';
  const shown = new Date(now).toISOString();
  if (now < notBefore) return bad(area, `现在是 ${shown},比这个程序还早`, mend);
  if (lastEntryAt !== null && lastEntryAt > now + TOLERANCE_MS)
    return bad(area, `现在是 ${shown},比最后一条记录还早`, mend);
  if (elsewhere !== null && Math.abs(elsewhere - now) > TOLERANCE_MS)
    return bad(area, `和网上的时间差 ${Math.round(Math.abs(elsewhere - now) / 60_000)} 分钟`, mend);
  return good(area, shown);
}
