import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LoadedConfig } from '../../../src/config/load.js';
import { DEFAULT_DATABASE } from '../../../src/core/policy/settings.js';

const PLAYGROUND_DATABASE = 'data/playground.db';

export interface Database {
  readonly url: string;
  /** Throws away what was only for this run. */
  dispose(): void;
}

/** What the settings say wins; else a new file for play, or, for a script, one that is gone afterwards. */
export function chooseDatabase({ config }: LoadedConfig, use: 'play' | 'script'): Database {
  if (config.database !== DEFAULT_DATABASE) return { url: config.database, dispose: () => undefined };
  if (use === 'play') return { url: fresh(PLAYGROUND_DATABASE), dispose: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'qunshao-'));
  return {
    url: join(folder, 'playground.db'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The journal belongs to the file: it is kept with it. */
function fresh(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(`${path}.bak${ending}`, { force: true });
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${path}.bak${ending}`);
  }
  return path;
}
