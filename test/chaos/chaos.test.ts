import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { freshFile, freshPostgres } from '../harness/database.js';
import { runChaos, type ChaosResult } from './run.js';

/** `npm run chaos` is the long version. */
const isLong = process.env['MODE'] === 'chaos';
const KILLS = Number(process.env['CHAOS_KILLS'] ?? (isLong ? 300 : 10));
const SEED = Number(process.env['CHAOS_SEED'] ?? 20260302);

const KINDS = [
  { name: 'SQLite', fresh: () => Promise.resolve(freshFile()) },
  { name: 'PostgreSQL', fresh: freshPostgres },
];

describe('killed at any moment, the bot loses nothing and does nothing twice', () => {
  it.each(KINDS)(
    '$name',
    async ({ name, fresh }) => {
      const folder = mkdtempSync(join(inject('scratch'), 'chaos-'));
      const result = await runChaos({ kills: KILLS, seed: SEED, folder, fresh });
      if (isLong) report(name, result);
      expect(result.broken, `CHAOS_SEED=${SEED}, scene ${result.scene}`).toEqual([]);
      expect(result.kills).toBeGreaterThanOrEqual(KILLS);
    },
    isLong ? 3_600_000 : 600_000,
  );
});

function report(store: string, { broken: _broken, where, ...figures }: ChaosResult): void {
  console.table({ store, ...figures });
  console.table(where);
}
