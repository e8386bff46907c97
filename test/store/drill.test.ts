import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { restore } from '../../src/store/backup.js';
import { openStore } from '../../src/store/open.js';
import { makeBackup } from '../../src/store/scheduled-backup.js';
import type { Store } from '../../src/ports.js';
import { clock, meet, say } from '../builders/events.js';
import { openStage } from '../fakes/stage.js';
import { freshFile, freshPostgres } from '../harness/database.js';

const LOUD = 120;

/** A morning of advertisements; each is a case, a strike and a warning. */
async function morning(store: Store) {
  const stage = await openStage({ store });
  await stage.play(meet('03-02 09:00'));
  return {
    stage,
    offend: async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n += 1) {
        const second = String(n % 60).padStart(2, '0');
        const minute = String(Math.floor(n / 60)).padStart(2, '0');
        await stage.play(say(`03-02 10:${minute}:${second}`, 'u6', `长期招代理 ${n}`));
      }
    },
  };
}

async function figures(store: Store) {
  const { cases } = await store.runTotals(0);
  const chain = await store.verifyAudit();
  const opened = (await store.auditEntries()).filter(({ kind }) => kind === 'case-opened').length;
  return { cases, chain: chain.kind, opened };
}

describe('the restore drill', () => {
  it('a backup made while the bot writes is one moment of it: restored, it is whole, and the bot goes on with it', async () => {
    const folder = mkdtempSync(join(inject('scratch'), 'drill-'));
    const database = freshFile();
    const store = await openStore(database);
    const { stage, offend } = await morning(store);
    await offend(0, 40);
    const [made] = await Promise.all([
      makeBackup(database, { directory: folder, keep: 3, at: 0 }),
      offend(40, LOUD),
    ]);
    await stage.finish();
    expect((await figures(store)).cases).toBe(LOUD);
    await store.close();

    const target = freshFile();
    expect(await restore(made.file, target, { force: false })).toEqual({ kind: 'done', kept: null });
    const restored = await openStore(target);
    const found = await figures(restored);
    expect(found).toEqual({ cases: found.opened, opened: found.opened, chain: 'whole' });
    expect(made.chain).toMatchObject({ kind: 'whole' });
    expect(found.cases).toBeGreaterThanOrEqual(40);
    expect(found.cases).toBeLessThanOrEqual(LOUD);

    const again = await openStage({ store: restored, world: stage.world });
    await again.play(say('03-02 15:00', 'u5', '特价面膜加微信'), clock('03-02 15:01'));
    expect(again.lines.map(({ text }) => text ?? '').join()).toContain('第1次提醒');
    expect(await figures(restored)).toEqual({
      cases: found.cases + 1,
      opened: found.opened + 1,
      chain: 'whole',
    });
    await restored.close();
  });

  it('PostgreSQL: a copy made by its own means is taken up, whole', async () => {
    const url = await freshPostgres();
    const store = await openStore(url);
    const { stage, offend } = await morning(store);
    await offend(0, 10);
    await stage.finish();
    await store.close();
    const copy = `${new URL(url).pathname.slice(1)}_copy`;
    const client = new Client(url.replace(/[^/]+$/u, 'postgres'));
    await client.connect();
    await client.query(`create database ${copy} template ${new URL(url).pathname.slice(1)}`);
    await client.end();
    const restored = await openStore(url.replace(/[^/]+$/u, copy));
    expect(await figures(restored)).toEqual({ cases: 10, opened: 10, chain: 'whole' });
    const again = await openStage({ store: restored, world: stage.world });
    await again.play(say('03-02 15:00', 'u5', '特价面膜加微信'), clock('03-02 15:01'));
    expect((await figures(restored)).cases).toBe(11);
    await restored.close();
  });
});
