import { describe, expect, it } from 'vitest';
import { createSurge } from '../../../src/core/conduct/surge.js';
import { NOW } from '../../builders/model.js';

const limits = { events: 4, people: 2, within: 1000 };

describe('a surge', () => {
  it.each([
    { name: 'nothing', events: [], want: false },
    { name: 'three in no time', events: [0, 1, 2], want: false },
    { name: 'four in time', events: [0, 300, 600, 999], want: true },
    { name: 'four, the first just too long ago', events: [0, 300, 600, 1000], want: false },
    { name: 'a slow start and a surge', events: [0, 5000, 5001, 5002, 5003], want: true },
  ])('$name: $want', ({ events, want }) => {
    const surge = createSurge(limits);
    const seen = events.map((at, index) => surge.add(NOW + at, `u${index}`));
    expect((seen.at(-1) ?? null) !== null).toBe(want);
  });

  it('one person alone is no surge', () => {
    const surge = createSurge(limits);
    const seen = [0, 1, 2, 3, 4].map((at) => surge.add(NOW + at, 'u5'));
    expect(seen.every((one) => one === null)).toBe(true);
  });

  it('says who and since when', () => {
    const surge = createSurge(limits);
    surge.add(NOW, 'u1');
    surge.add(NOW + 1, 'u2');
    surge.add(NOW + 2, 'u1');
    expect(surge.add(NOW + 3, 'u3')).toEqual({ events: 4, people: ['u1', 'u2', 'u3'], from: NOW });
  });
});
