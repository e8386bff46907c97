import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { seededRandom } from '../../../src/train/random.js';
import { freshPostgres } from '../../harness/database.js';
import { takeovers } from './takeover.js';
import { runStorm } from './storm.js';

/** `npm run chaos:cluster` is the long version. */
const isLong = process.env['MODE'] === 'chaos';
const SEED = Number(process.env['CHAOS_SEED'] ?? 20260302);

it(
  'killed, stopped and cut off at random, accounts that share a database never both act, and nothing is done twice',
  async () => {
    const { broken, ...figures } = await runStorm({
      database: await freshPostgres(),
      folder: mkdtempSync(join(inject('scratch'), 'cluster-')),
      random: seededRandom(SEED),
      accounts: isLong ? ['bot-a', 'bot-b', 'bot-c'] : ['bot-a', 'bot-b'],
      steps: isLong ? Number(process.env['CLUSTER_STEPS'] ?? 6000) : 80,
    });
    if (isLong) console.table(figures);
    expect(broken.join('\n'), `CHAOS_SEED=${SEED}`).toBe('');
    expect(figures.cases).toBeGreaterThan(0);
  },
  isLong ? 3_600_000 : 90_000,
);

it.runIf(isLong)(
  'a killed process is replaced within 30 seconds',
  async () => {
    const folder = mkdtempSync(join(inject('scratch'), 'takeover-'));
    const took = await takeovers(await freshPostgres(), folder, 6);
    console.table({ took });
    expect(Math.max(...took)).toBeLessThan(30_000);
  },
  600_000,
);
