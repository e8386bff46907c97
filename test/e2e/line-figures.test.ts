import { expect, it, vi } from 'vitest';
import { reopenGateway, startBot, startHome, type Home } from './harness/bot.js';
import { namedBy, names } from './harness/line.js';
import type { Program } from './harness/program.js';

/** `npm run line`: how soon a broken line is noticed and mended, with the waits of the program itself. Not part of `npm test`. */
const isMeasuring = process.env['MODE'] === 'line';

vi.setConfig({ testTimeout: 600_000 });

const ROUNDS = 3;
const OUTAGE_MS = 60_000;

interface Stage {
  readonly home: Home;
  readonly bot: Program;
}

/** The instant, in the program's own log, at which it named a state after so many changes. */
async function named({ bot }: Stage, state: string, after: number): Promise<number> {
  await names(bot, state, after);
  const [kind = ''] = state.split(':');
  const changes = bot.output.seen.filter((line) => line.includes('"msg":"connection"'));
  const line = changes.slice(after).find((one) => one.includes(`"connection":"${kind}"`)) ?? '{}';
  return Number((JSON.parse(line) as { time?: number }).time);
}

async function killed(stage: Stage, awayMs: number): Promise<readonly [number, number]> {
  const after = namedBy(stage.bot).length;
  const from = Date.now();
  await stage.home.gateway.kill();
  const noticed = (await named(stage, 'broken:dropped', after)) - from;
  await new Promise((resolve) => setTimeout(resolve, awayMs));
  await reopenGateway(stage.home);
  const back = Date.now();
  return [noticed, (await named(stage, 'connected', after)) - back];
}

async function stopped(stage: Stage): Promise<readonly [number, number]> {
  const after = namedBy(stage.bot).length;
  const from = Date.now();
  stage.home.gateway.signal('SIGSTOP');
  const noticed = (await named(stage, 'broken:silent', after)) - from;
  const back = Date.now();
  stage.home.gateway.signal('SIGCONT');
  return [noticed, (await named(stage, 'connected', after)) - back];
}

it.runIf(isMeasuring)(
  'how soon a line is noticed to be broken, and mended once the gateway is back',
  async () => {
    const home = await startHome('groups: []');
    const bot = await startBot(home);
    const stage = { home, bot };
    const rows: Record<string, { readonly noticed: string; readonly mended: string }> = {};
    const row = (name: string, rounds: readonly (readonly [number, number])[]): void => {
      const spread = (at: 0 | 1) =>
        rounds
          .map((round) => round[at])
          .sort((a, b) => a - b)
          .join(' ');
      process.stdout.write(`${name}: ${JSON.stringify(rounds)}\n`);
      rows[name] = { noticed: spread(0), mended: spread(1) };
    };
    try {
      const short: (readonly [number, number])[] = [];
      for (let round = 0; round < ROUNDS; round += 1) short.push(await killed(stage, 0));
      row('killed, started again', short);
      row('killed, away for a minute', [await killed(stage, OUTAGE_MS)]);
      row('hangs, goes on', [await stopped(stage)]);
      console.table(rows);
      expect(Object.keys(rows)).toHaveLength(3);
    } finally {
      await bot.stop();
      await home.gateway.stop();
    }
  },
);
