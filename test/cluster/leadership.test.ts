import { describe, expect, it } from 'vitest';
import type { Follower } from '../../src/cluster/follower.js';
import { ClusterLeadership } from '../../src/cluster/leadership.js';
import { createPassed } from '../../src/cluster/passed.js';
import { createWaiters } from '../../src/cluster/waiters.js';
import type { ClusterRecords, Worker } from '../../src/ports/cluster.js';
import { createMemoryLog } from '../fakes/log.js';

const LEASE = 10_000;

/** A database that knows one group, which this account is in, and may be led by another worker or out of reach. */
function stage(over: Partial<ClusterRecords> = {}) {
  const state = { now: 0, wall: 0, reachable: true, other: null as Worker | null, names: 0 };
  const told: string[] = [];
  const entered: string[] = [];
  const answer = <T>(value: T): Promise<T> =>
    state.reachable ? Promise.resolve(value) : Promise.reject(new Error('out of reach'));
  const records: ClusterRecords = {
    enter: ({ id }) => answer(void entered.push(id)),
    renew: ({ id }) => answer(entered.at(-1) === id),
    bury: () => answer(undefined),
    leave: () => answer(undefined),
    join: () => answer(undefined),
    joined: () => answer(['g1']),
    quit: () => answer(false),
    take: () => answer(state.other === null ? ['g1'] : []),
    follows: () => answer(state.other === null ? [] : [{ groupId: 'g1', account: state.other.account }]),
    accounts: () => answer(['me']),
    waiting: () => answer([]),
    changes: () => answer({ kind: 'read', changes: [], upTo: { at: 0, known: new Set<number>() } }),
    announce: () => answer(undefined),
    close: () => Promise.resolve(),
    ...over,
  };
  const follower: Follower = {
    takeUp: (groups, unjudged) => Promise.resolve(void told.push(`up ${groups.join()} ${unjudged}`)),
    resume: () => undefined,
    putDown: (groups) => void told.push(`down ${groups.join()}`),
    catchUp: () => Promise.resolve(),
    gone: () => Promise.resolve([]),
    lost: (events) => Promise.resolve(void told.push(`lost ${events}`)),
  };
  const leadership = new ClusterLeadership({
    records,
    log: createMemoryLog(),
    clocks: { monotonic: () => state.now, wall: () => state.wall },
    tempo: { leaseMs: LEASE, lookMs: 1000 },
    account: () => 'me',
    name: () => `w${(state.names += 1)}`,
  });
  leadership.attach(follower);
  const look = async (): Promise<void> => {
    await leadership.look();
    await leadership.idle();
  };
  return { leadership, look, state, told, entered };
}

describe('leading', () => {
  it('before the first look nothing is known, and nothing may be done', () => {
    const { leadership } = stage();
    expect(leadership.stand('g1')).toBe('unsettled');
    expect(leadership.performs({ groupId: 'g1' })).toBe(false);
    expect(leadership.isWell()).toBe(false);
  });

  it('leads what it has taken, when it has been read; what only its account may do is its own', async () => {
    const { leadership, look, told } = stage();
    await look();
    expect(told).toEqual(['up g1 0']);
    expect(leadership.stand('g1')).toBe('leads');
    expect(leadership.performs({ groupId: 'g1' })).toBe(true);
    expect(leadership.performs({ groupId: 'g2' })).toBe(false);
    expect(leadership.performs({ groupId: 'g2', account: 'me' })).toBe(true);
    expect(leadership.performs({ groupId: 'g1', account: 'you' })).toBe(false);
  });

  it.each([
    { name: 'shortly before its time is over', pass: { now: LEASE * 0.89, wall: 0 }, want: true },
    { name: 'before the database takes it for over', pass: { now: LEASE * 0.91, wall: 0 }, want: false },
    { name: 'after a sleep that only the wall clock knows of', pass: { now: 1, wall: LEASE }, want: false },
    { name: 'with a wall clock that was set back', pass: { now: 1, wall: -LEASE }, want: true },
  ])('$name: acts $want', async ({ pass, want }) => {
    const { leadership, look, state } = stage();
    await look();
    Object.assign(state, pass);
    expect(leadership.performs({ groupId: 'g1' })).toBe(want);
    expect(leadership.stand('g1')).toBe(want ? 'leads' : 'unsettled');
  });

  it('what has lapsed is begun anew under another name, and read anew', async () => {
    const { look, state, told, entered } = stage();
    await look();
    state.now = LEASE;
    await look();
    expect(entered).toEqual(['w1', 'w2']);
    expect(told).toEqual(['up g1 0', 'down g1', 'up g1 0']);
  });

  it('a group that could not be read is not led yet', async () => {
    let isBroken = true;
    const { leadership, look } = stage({
      changes: () =>
        isBroken
          ? Promise.reject(new Error('broken'))
          : Promise.resolve({ kind: 'read', changes: [], upTo: { at: 0, known: new Set() } }),
    });
    await look();
    expect(leadership.stand('g1')).toBe('unsettled');
    isBroken = false;
    await look();
    expect(leadership.stand('g1')).toBe('leads');
  });

  it('out of reach: events wait at once, actions that are claimed go on until the time is over', async () => {
    const { leadership, look, state } = stage();
    await look();
    state.reachable = false;
    await look();
    expect([leadership.stand('g1'), leadership.isWell()]).toEqual(['unsettled', false]);
    expect(leadership.performs({ groupId: 'g1' })).toBe(true);
    state.reachable = true;
    await look();
    expect(leadership.stand('g1')).toBe('leads');
  });

  it('follows another account; waits for a former process of its own', async () => {
    const { leadership, look, state } = stage();
    state.other = { id: 'x', account: 'you' };
    await look();
    expect(leadership.stand('g1')).toBe('follows');
    state.other = { id: 'y', account: 'me' };
    await look();
    expect(leadership.stand('g1')).toBe('unsettled');
  });

  it('taking over says how many events perhaps nobody has judged', async () => {
    const { leadership, look, state, told } = stage();
    state.other = { id: 'x', account: 'you' };
    await look();
    for (const _ of [1, 2, 3]) leadership.passed('g1');
    state.other = null;
    await look();
    expect(told).toEqual(['up g1 3']);
  });

  it('the platform is lost: nothing is led, until it is back', async () => {
    const { leadership, look, told } = stage();
    await look();
    leadership.hold();
    await look();
    expect(leadership.stand('g1')).toBe('unsettled');
    leadership.release();
    await look();
    expect(told).toEqual(['up g1 0', 'down g1', 'up g1 0']);
  });
});

describe('waiting', () => {
  it('nobody waits: waking does nothing', () => {
    const waiters = createWaiters();
    waiters.wake();
    expect(waiters.takeLost()).toBe(0);
  });

  it('more than so many are given up and counted; at the end all are', async () => {
    const waiters = createWaiters(2);
    const waits = [1, 2, 3].map(() => waiters.wait());
    expect(await waits[2]).toBe(false);
    waiters.wake();
    expect(await Promise.all(waits)).toEqual([true, true, false]);
    const last = waiters.wait();
    waiters.end();
    expect([await last, await waiters.wait()]).toEqual([false, false]);
    expect([waiters.takeLost(), waiters.takeLost()]).toEqual([3, 0]);
  });

  it('only what passed lately counts, once', () => {
    const passed = createPassed();
    expect(passed.take('g1', 0)).toBe(0);
    for (const at of [1, 5, 9]) passed.add('g1', at);
    expect([passed.take('g1', 5), passed.take('g1', 0)]).toEqual([2, 0]);
  });
});
