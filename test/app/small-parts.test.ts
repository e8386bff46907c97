import { describe, expect, it } from 'vitest';
import { createCounters } from '../../src/app/counters.js';
import { createLanes } from '../../src/app/lanes.js';
import { createSeen } from '../../src/app/seen.js';
import type { Count } from '../../src/ports.js';

describe('ids seen', () => {
  it('an id is new once', () => {
    const seen = createSeen();
    expect([seen.add('a'), seen.add('a'), seen.add('b')]).toEqual([true, false, true]);
  });

  it('bounded: at least one generation is remembered', () => {
    const seen = createSeen(3);
    for (const id of ['a', 'b', 'c', 'd', 'e']) seen.add(id);
    expect([seen.add('c'), seen.add('d'), seen.add('e')]).toEqual([false, false, false]);
    for (const id of ['f', 'g', 'h', 'i']) seen.add(id);
    expect(seen.add('a')).toBe(true);
  });
});

describe('counters', () => {
  it('nothing counted: nothing written', async () => {
    const written: Count[][] = [];
    const counters = createCounters({
      addCounts: (counts) => Promise.resolve(void written.push([...counts])),
    });
    await counters.flush();
    expect(written).toEqual([]);
  });

  it('counts by group and day, and writes each message once', async () => {
    const written: Count[] = [];
    const counters = createCounters({ addCounts: (counts) => Promise.resolve(void written.push(...counts)) });
    for (const [group, day] of [
      ['g1', '2026-03-02'],
      ['g2', '2026-03-02'],
      ['g1', '2026-03-02'],
      ['g1', '2026-03-03'],
    ] as const)
      counters.add(group, day);
    await counters.flush();
    counters.add('g1', '2026-03-02');
    await counters.flush();
    await counters.flush();
    expect(counters.total()).toBe(5);
    expect(written.map(({ groupId, day, value }) => `${groupId} ${day} ${value}`)).toEqual([
      'g1 2026-03-02 2',
      'g2 2026-03-02 1',
      'g1 2026-03-03 1',
      'g1 2026-03-02 1',
    ]);
  });
});

describe('lanes', () => {
  it('one key in order, another beside it; a failure does not stop the lane', async () => {
    const lanes = createLanes();
    const log: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = lanes.run('a', async () => {
      await gate;
      log.push('a1');
      throw new Error('a1 fails');
    });
    const second = lanes.run('a', () => Promise.resolve(void log.push('a2')));
    await lanes.run('b', () => Promise.resolve(void log.push('b1')));
    open();
    await expect(first).rejects.toThrow('a1 fails');
    await second;
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });
});
