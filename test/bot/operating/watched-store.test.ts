import { describe, expect, it } from 'vitest';
import { createInstruments } from '../../../bot/operating/instruments.js';
import { watchedStore } from '../../../bot/operating/watched-store.js';
import type { Store } from '../../../src/ports.js';
import { openStore } from '../../../src/store/open.js';
import { aCase } from '../../contract/store-builders.js';

async function watched(inner?: Store) {
  const instruments = createInstruments();
  const store = watchedStore(inner ?? (await openStore(':memory:')), instruments);
  const text = (): Promise<string> => instruments.registry.metrics();
  return { store, text };
}

const COUNTED = /^qunshao_decisions_total\{.*\} (\d+)$/mu;
const counted = (text: string): number => Number(COUNTED.exec(text)?.[1] ?? 0);

describe('cases are counted when they are written for good', () => {
  it('none', async () => {
    const { store, text } = await watched();
    expect(counted(await text())).toBe(0);
    await store.close();
  });

  it('one in a transaction, one outside; the same subject again is none', async () => {
    const { store, text } = await watched();
    const first = aCase();
    await store.transaction((records) => records.openCase(first));
    await store.transaction((records) => records.openCase(first));
    await store.openCase(aCase());
    expect(counted(await text())).toBe(2);
    await store.close();
  });

  it('a transaction that fails: none, and an error', async () => {
    const { store, text } = await watched();
    const failing = store.transaction(async (records) => {
      await records.openCase(aCase());
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(counted(await text())).toBe(0);
    expect(await text()).toContain('qunshao_store_errors_total{operation="transaction"} 1');
    await store.close();
  });

  it('work that is run again is counted once', async () => {
    const inner = await openStore(':memory:');
    const twice: Store = {
      ...inner,
      async transaction(work) {
        await inner
          .transaction(async (records) => work(records).then(() => Promise.reject(new Error('deadlock'))))
          .catch(() => null);
        return inner.transaction(work);
      },
    };
    const { store, text } = await watched(twice);
    await store.transaction((records) => records.openCase(aCase()));
    expect(counted(await text())).toBe(1);
    await store.close();
  });
});

it('every call is timed, and answers what the store answers', async () => {
  const { store, text } = await watched();
  expect(await store.job('none')).toBeNull();
  await store.close();
  await expect(store.job('none')).rejects.toThrow();
  expect(await text()).toContain('qunshao_store_seconds_count{operation="call"} 3');
  expect(await text()).toContain('qunshao_store_errors_total{operation="call"} 1');
});
