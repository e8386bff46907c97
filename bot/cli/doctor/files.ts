import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import type { Row } from '../../../src/core/wording/checkup.js';

const MEGABYTE = 1024 * 1024;
const ENOUGH_MB = 1024;
const LEAST_MB = 100;

/** The folder, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Bytes that are free where the database lies or will lie. */
export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(folder));
  return bavail * bsize;
}

export function spaceRow(free: number): Row {
  const mb = Math.round(free / MEGABYTE);
  if (free >= ENOUGH_MB * MEGABYTE) return MACHINE.disk(mb);
  return free >= LEAST_MB * MEGABYTE ? MACHINE.diskScarce(mb) : MACHINE.diskShort(mb);
}

/** Files that nobody else on the machine should read: the database with its side files, logins, what holds passwords. */
export function privateFiles(of: {
  readonly database: string | null;
  readonly config: string | null;
  readonly memoryCards: string;
}): readonly string[] {
  const { database, config, memoryCards } = of;
  const beside = database === null ? [] : beginning(dirname(database), basename(database));
  const logins = existsSync(memoryCards)
    ? readdirSync(memoryCards)
        .filter((name) => name.endsWith('.memory-card.json'))
        .map((name) => join(memoryCards, name))
    : [];
  return [...new Set([...beside, ...logins, ...(config === null ? [] : [config]), '.env'])].filter((file) =>
    existsSync(file),
  );
}

/** The file itself, `-wal`, `-shm`, kept copies. */
function beginning(folder: string, name: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((one) => one.startsWith(name))
    .map((one) => join(folder, one));
}

export function permissionRow(files: readonly string[]): Row {
  // Windows keeps rights elsewhere; what it shows here means nothing.
  const open =
    process.platform === 'win32' ? [] : files.filter((file) => (statSync(file).mode & 0o077) !== 0);
  return open.length === 0 ? MACHINE.rights(files.length) : MACHINE.rightsOpen(open);
}
