import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { openStore } from '../../../src/store/open.js';
import { meet } from '../../builders/events.js';
import { freshPostgres } from '../../harness/database.js';
import type { Cut } from '../../harness/tcp-proxy.js';
import { Member } from './member.js';
import { query } from './records.js';

const LEASE = 1500;

it.each<{ how: Cut }>([{ how: 'reset' }, { how: 'silence' }])(
  'cut off from the database by $how for longer than its lease: what is said meanwhile is judged afterwards, once',
  async ({ how }) => {
    const database = await freshPostgres();
    await (await openStore(database)).close();
    const journal = join(mkdtempSync(join(inject('scratch'), 'cut-')), 'journal.jsonl');
    writeFileSync(journal, '');
    const member = await Member.of('bot-a', [meet('03-02 09:00')], {
      database,
      config: "groups:\n  - { name: '*', mode: enforce }",
      journal,
      tempo: { leaseMs: LEASE, lookMs: 150 },
      ms: 0,
    });
    await member.start();
    const said: string[] = [];
    const say = (count: number): void => {
      for (let n = 0; n < count; n += 1) {
        const id = `m${said.length}`;
        said.push(`message:g1:${id}`);
        member.hear({ type: 'message', group: 'g1', from: `u${said.length}`, id, text: '特价面膜加微信' });
      }
    };
    const cases = async (): Promise<readonly string[]> =>
      (await query<{ subject: string }>(database, 'select subject from cases')).map(({ subject }) => subject);
    say(2);
    await expect.poll(cases, { timeout: 20_000 }).toHaveLength(2);
    member.proxy.cut(how);
    say(5);
    await pause(2 * LEASE);
    say(5);
    member.proxy.heal();
    say(2);
    await expect
      .poll(async () => (await cases()).toSorted(), { timeout: 40_000, interval: 250 })
      .toEqual(said.toSorted());
    await member.close();
  },
  70_000,
);
