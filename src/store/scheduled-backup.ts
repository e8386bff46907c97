import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainState } from '../core/model/audit.js';
import type { Instant } from '../core/model/instant.js';
import { backup } from './backup.js';

/** `qunshao-20260301T193000Z.db`: the instant in UTC, so that names stand in the order of time. */
const NAME = /^qunshao-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/u;

/** What a copy that was broken off leaves behind. */
const LEFT_OVER = /^qunshao-\d{8}T\d{6}Z\.db\.unchecked/u;
const ABANDONED_AFTER: Instant = 3_600_000;

export interface KeptBackup {
  readonly file: string;
  readonly at: Instant;
}

export interface Keeping {
  readonly directory: string;
  /** How many stay, this one included. */
  readonly keep: number;
  readonly at: Instant;
}

export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  /** The audit chain of the copy: a broken one is kept, and said. */
  readonly chain: ChainState;
  /** How many older ones went. */
  readonly pruned: number;
}

/**
 * Copies the live database into `directory`, reads the copy through, and only then gives it its name and lets the oldest go.
 * @throws StoreError when it cannot be made or is not whole; every older one then stays
 */
export async function makeBackup(url: string, { directory, keep, at }: Keeping): Promise<MadeBackup> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  clearLeftOvers(directory);
  const file = join(directory, nameOf(at));
  const { chain } = await backup(url, file);
  sync(directory);
  return { file, bytes: statSync(file).size, chain, pruned: prune(directory, keep) };
}

/** The backups of a folder, oldest first; none where there is no folder that can be read. */
export function backupsIn(directory: string): readonly KeptBackup[] {
  return namesIn(directory)
    .toSorted()
    .flatMap((name) => {
      const at = instantOf(name);
      return at === null ? [] : [{ file: join(directory, name), at }];
    });
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function nameOf(at: Instant): string {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  return `qunshao-${stamp}.db`;
}

function instantOf(name: string): Instant | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1);
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** What was made last counts as the newest, whatever the clock said of the others. */
function prune(directory: string, keep: number): number {
  const inOrder = backupsIn(directory).toSorted((a, b) => writtenAt(a) - writtenAt(b) || a.at - b.at);
  const gone = inOrder.slice(0, Math.max(0, inOrder.length - Math.max(1, keep)));
  for (const { file } of gone) rmSync(file, { force: true });
  return gone.length;
}

function writtenAt({ file }: KeptBackup): number {
  return statSync(file).mtimeMs;
}

function clearLeftOvers(directory: string): void {
  for (const name of readdirSync(directory).filter((one) => LEFT_OVER.test(one))) {
    const file = join(directory, name);
    // A younger one may be another process's, under way.
    if (Date.now() - statSync(file).mtimeMs > ABANDONED_AFTER) rmSync(file, { force: true });
  }
}

/** The new name reaches the disk too; where a system cannot sync a folder, it does so by itself. */
function sync(directory: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(directory, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
