import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isTimezone } from '../../../src/core/policy/localtime.js';
import type { Instant } from '../../../src/core/model/instant.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import type { Row } from '../../../src/core/wording/checkup.js';

const MEGABYTE = 1024 * 1024;

/** What the bot with its tables and judges takes, with room for busy groups; measured 270 MB at rest. */
const ENOUGH_MB = 600;
const LEAST_MB = 300;

export function nodeRow(version: string): Row {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  return isOld ? MACHINE.nodeOld(version) : MACHINE.node(version);
}

/** Bytes that this process may still take, limits of a container included. */
export function memoryRow(available: number): Row {
  const mb = Math.round(available / MEGABYTE);
  if (available >= ENOUGH_MB * MEGABYTE) return MACHINE.memory(mb);
  return available >= LEAST_MB * MEGABYTE
    ? MACHINE.memoryScarce(mb, ENOUGH_MB)
    : MACHINE.memoryShort(mb, LEAST_MB);
}

export function availableMemory(): number {
  return process.availableMemory();
}

/** The zones of the groups, and that the machine's tables know them: China has been at +8 without summer time since 1991. */
export function zoneRow(zones: readonly string[]): Row {
  const unknown = ['Asia/Shanghai', ...zones].filter((zone) => !isTimezone(zone));
  if (unknown.length > 0) return MACHINE.zonesUnknown(unknown);
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return hour.format(Date.UTC(2026, 0, 1)) === '08'
    ? MACHINE.zones(new Set(zones).size || 1)
    : MACHINE.zonesWrong();
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
  const shown = new Date(now).toISOString();
  if (now < notBefore) return MACHINE.clockBeforeProgram(shown);
  if (lastEntryAt !== null && lastEntryAt > now + TOLERANCE_MS) return MACHINE.clockBeforeRecord(shown);
  if (elsewhere !== null && Math.abs(elsewhere - now) > TOLERANCE_MS)
    return MACHINE.clockApart(Math.round(Math.abs(elsewhere - now) / 60_000));
  return MACHINE.clock(shown);
}
