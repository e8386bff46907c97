import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { portOf } from './port.js';
import { startPostgres } from './postgres.js';
import type { RunningPostgres } from './postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Ask here with GET for the URL of this run's PostgreSQL; the first to ask starts it. */
    readonly postgresBroker: string;
    /** A folder that is removed after the run. */
    readonly scratch: string;
  }
}

/**
 * Once per run: builds `dist/`, which end-to-end tests spawn, and stands ready to start one PostgreSQL for all test files.
 * It lives in this process, so that it ends with the run; it starts when asked, so that a run without it does not wait.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  build(project.config.root);
  let postgres: Promise<RunningPostgres> | null = null;
  const server = createServer((_request, response) => {
    postgres ??= startPostgres();
    postgres.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  project.provide('postgresBroker', await listen(server));
  const scratch = mkdtempSync(join(tmpdir(), 'qunshao-test-'));
  project.provide('scratch', scratch);
  return async () => {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    server.close();
    // A start that failed has told the test that asked; there is nothing left to stop.
    await postgres?.then(
      (running) => running.stop(),
      () => undefined,
    );
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${portOf(server)}/`;
}

/** Type errors are the business of `npm run types`: the compiler writes its output all the same, and tests can run on it. */
function build(root: string): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  try {
    execFileSync(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
      cwd: root,
      stdio: 'pipe',
    });
  } catch {
    console.warn('test: tsc reports type errors; see npm run types');
  }
}
