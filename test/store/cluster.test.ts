import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterRecords } from '../../src/ports/cluster.js';
import { openCluster, openStore } from '../../src/store/open.js';
import type { Store } from '../../src/ports.js';
import { aPlan, NOW } from '../contract/store-builders.js';
import { freshPostgres } from '../harness/database.js';

const LONG = 3_600_000;
const A = { id: 'wa', account: 'a' };
const B = { id: 'wb', account: 'b' };

let url: string;
let store: Store;
let records: ClusterRecords;

async function begin(): Promise<void> {
  url = await freshPostgres();
  store = await openStore(url);
  records = openCluster(url);
}
const end = async (): Promise<void> => {
  await records.close();
  await store.close();
};

describe('who leads', () => {
  beforeAll(begin);
  afterAll(end);

  it('nobody has entered: nothing is led, followed or joined', async () => {
    expect(await records.renew(A, LONG)).toBe(false);
    expect(await records.follows(A)).toEqual([]);
    expect(await records.joined('a')).toEqual([]);
    expect(await records.accounts()).toEqual([]);
    expect(await records.waiting(A)).toEqual([]);
    await records.join('a', []);
    await records.bury();
  });

  it('of those who ask at once one leads, and only groups that its account is in', async () => {
    await records.enter(A, LONG, null);
    await records.enter(B, LONG, null);
    await records.join('a', ['both', 'mine']);
    await records.join('b', ['both', 'yours']);
    const taken = await Promise.all([records.take(A), records.take(B), records.take(A), records.take(B)]);
    expect(taken.flat().toSorted()).toEqual(['', 'both', 'mine', 'yours']);
    expect([...taken[0], ...taken[2]]).toContain('mine');
    expect([...taken[1], ...taken[3]]).toContain('yours');
    const following = [...(await records.follows(A)), ...(await records.follows(B))];
    expect(following.map(({ groupId }) => groupId)).toEqual(['both']);
  });

  it('while its time runs nobody buries it; when it is over it cannot renew, and what it led is free', async () => {
    await records.bury();
    expect(await records.renew(A, -1)).toBe(true);
    expect(await records.renew(A, LONG)).toBe(false);
    expect(await records.take(B)).toEqual([]);
    await records.bury();
    expect(await records.take(B)).toContain('both');
    expect(await records.renew(B, LONG)).toBe(true);
  });

  it('a new name of the same process takes the old one out, with all that it led', async () => {
    const again = { id: 'wb2', account: 'b' };
    await records.enter(again, LONG, 'wb');
    expect(await records.renew(B, LONG)).toBe(false);
    expect(await records.take(again)).toContain('both');
    await records.leave(again);
  });

  it('an account that is not in the group any more leads it no more; another may', async () => {
    await records.enter(A, LONG, null);
    expect(await records.take(A)).toContain('both');
    expect(await records.quit(A, 'both')).toBe(true);
    expect(await records.take(A)).not.toContain('both');
    expect(await records.quit(A, 'mine')).toBe(false);
    expect(await records.joined('a')).toEqual([]);
    await records.leave(A);
  });

  it('what waits is shown to whoever leads its group, or is the only account that may', async () => {
    await records.enter(A, LONG, null);
    await records.join('a', ['g1']);
    await records.take(A);
    const planned = await store.plan(
      [
        aPlan({ groupId: 'g1' }),
        aPlan({ groupId: 'elsewhere' }),
        aPlan({ groupId: null }),
        aPlan({ groupId: 'elsewhere', account: 'a' }),
        aPlan({ groupId: 'g1', account: 'b' }),
      ],
      null,
      NOW,
    );
    const mine = [planned[0], planned[2], planned[3]].map((one) => ({ planned: one, claimed: false }));
    expect(await records.waiting(A)).toEqual(mine);
  });
});

describe('what has changed', () => {
  beforeAll(begin);
  afterAll(end);

  const read = async (since: Parameters<ClusterRecords['changes']>[0]) => {
    const changes = await records.changes(since);
    return {
      ...changes,
      told: changes.kind === 'read' ? changes.changes.map((one) => `${one.topic} ${one.key}`) : [],
    };
  };

  it('begins with everything unknown, then tells each change once, whoever made it', async () => {
    const first = await read(null);
    expect(first.kind).toBe('lost');
    expect((await read(first.upTo)).told).toEqual([]);
    await store.putSetting('g1', 'mode', 'observe');
    await store.transaction((inside) => inside.putSetting('g2', 'mode', 'observe'));
    await records.announce('outbox', ['g1', '']);
    const second = await read(first.upTo);
    expect(second.told).toEqual(['group g1', 'group g2', 'outbox g1', 'outbox ']);
    expect((await read(second.upTo)).told).toEqual([]);
  });

  it('a change that is committed after a younger one is not passed over', async () => {
    const { upTo: before } = await read(null);
    const slow = new Client(url);
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into setting (group_id, key, value) values ('slow', 'mode', 'observe')`);
    await store.putSetting('fast', 'mode', 'observe');
    const between = await read(before);
    expect(between.told).toEqual(['group fast']);
    await slow.query('commit');
    await slow.end();
    expect((await read(between.upTo)).told).toEqual(['group slow']);
  });

  it('who has not looked for long knows that something may be missing', async () => {
    const { upTo } = await read(null);
    expect((await read({ ...upTo, at: upTo.at - LONG })).kind).toBe('lost');
  });
});
