import { beforeEach, describe, expect, it } from 'vitest';
import { createTurnstile, type Turnstile } from '../../src/app/turnstile.js';
import { createVirtualClock, type VirtualClock } from '../../src/simulate/clock.js';

let clock: VirtualClock;
let turnstile: Turnstile;
let begun: string[];
let ends: Map<string, () => void>;

beforeEach(() => {
  clock = createVirtualClock(0);
  turnstile = createTurnstile(clock, 2);
  begun = [];
  ends = new Map();
});

/** A piece of work that notes when it begins and goes on until it is ended. */
function work(name: string): Promise<void> {
  return turnstile.run(() => {
    begun.push(name);
    return new Promise((resolve) => ends.set(name, resolve));
  });
}

const moment = () => new Promise<void>((resolve) => setImmediate(resolve));

async function end(name: string): Promise<void> {
  ends.get(name)?.();
  await moment();
}

describe('a turnstile for two', () => {
  it('nobody waits at an empty one', async () => {
    await turnstile.run(() => Promise.resolve());
    await turnstile.run(() => Promise.resolve());
    await turnstile.run(() => Promise.resolve());
  });

  it('the third waits for the first who leaves, the fourth for the next', async () => {
    for (const name of ['a', 'b', 'c', 'd']) void work(name);
    await moment();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('one that fails makes room as well, and says so', async () => {
    const failing = turnstile.run(() => Promise.reject(new Error('broken')));
    void work('a');
    void work('b');
    await expect(failing).rejects.toThrow('broken');
    await moment();
    expect(begun).toEqual(['a', 'b']);
  });

  it('those that hang do not keep the others out for ever', async () => {
    for (const name of ['a', 'b', 'c']) void work(name);
    clock.set(999);
    void work('d');
    await moment();
    expect(begun).toEqual(['a', 'b']);
    clock.set(1000);
    void work('e');
    await moment();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await end('c');
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
