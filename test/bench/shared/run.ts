import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/store/open.js';
import { startPostgres } from '../../harness/postgres.js';
import { freshDatabase } from './database.js';
import { looks } from './looks.js';
import type { Figures, Orders } from './worker.js';

const DAY = 86_400_000;
const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

interface Trial {
  readonly name: string;
  readonly database: string;
  readonly processes: number;
  readonly groups: number;
  readonly messages: number;
  readonly perMille: number;
}

/** `npm run bench:shared`: what one database bears, with one process and with two, durable. Prints JSON. */
async function main(): Promise<void> {
  const size = Number(process.env['BENCH_SIZE'] ?? 5);
  const folder = await mkdtemp(join(tmpdir(), 'qunshao-shared-'));
  const postgres = await startPostgres({ max_connections: '200' });
  try {
    const fresh = (): Promise<string> => freshDatabase(postgres.url);
    const plain = { groups: 20, messages: 10_000 * size, perMille: 0 };
    const busy = { groups: 20, messages: 2000 * size, perMille: 50 };
    const hard = { groups: 20, messages: 200 * size, perMille: 1000 };
    const trials: Trial[] = [];
    for (const [kind, load] of Object.entries({ plain, busy, hard })) {
      trials.push({ name: `${kind} sqlite`, database: join(folder, `${kind}.db`), processes: 1, ...load });
      for (const processes of [1, 2])
        trials.push({ name: `${kind} postgres`, database: await fresh(), processes, ...load });
    }
    trials.push({
      name: 'many groups',
      database: await fresh(),
      processes: 1,
      groups: 200 * size,
      messages: 1,
      perMille: 0,
    });
    process.stdout.write(`${JSON.stringify(await looks(await fresh()))}\n`);
    for (const trial of trials) process.stdout.write(`${JSON.stringify(await tried(trial))}\n`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tried({ name, database, processes, groups, messages, perMille }: Trial): Promise<object> {
  await (await openStore(database)).close();
  const running = await Promise.all(
    Array.from({ length: processes }, (_, at) => {
      const account = `bot-${at}`;
      const mine = Array.from({ length: groups }, (_none, index) => `${account}-g${index}`);
      return ready({ database, account, groups: mine, messages, perMille });
    }),
  );
  const figures = await Promise.all(running.map((one) => one.go()));
  const store = await openStore(database);
  const { cases, warnings } = await store.runTotals(Date.now() + 2 * DAY);
  const chain = await store.verifyAudit();
  await store.close();
  const seconds = Math.max(...figures.map(({ ms }) => ms)) / 1000;
  const all = figures.reduce((sum, one) => sum + one.messages, 0);
  return {
    name,
    processes,
    messagesPerSecond: Math.round(all / seconds),
    cases,
    casesPerSecond: Math.round(cases / seconds),
    warnings,
    chain: chain.kind,
    meetMsPerGroup: Math.round((Math.max(...figures.map(({ takeUpMs }) => takeUpMs)) / groups) * 10) / 10,
    heapMB: Math.round(Math.max(...figures.map(({ heapMB }) => heapMB))),
  };
}

async function ready(orders: Orders): Promise<{ go(): Promise<Figures> }> {
  const child = spawn(process.execPath, ['--expose-gc', WORKER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  child.stdin.write(`${JSON.stringify(orders)}\n`);
  await once(lines, 'line');
  return {
    async go() {
      child.stdin.write('go\n');
      const [line] = await once(lines, 'line');
      await once(child, 'exit');
      return JSON.parse(String(line)) as Figures;
    },
  };
}

await main();
