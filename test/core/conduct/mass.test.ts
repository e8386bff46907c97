import { describe, expect, it } from 'vitest';
import { isMass } from '../../../src/core/conduct/mass.js';
import type { IncidentMark } from '../../../src/core/model/incident.js';
import { NOW } from '../../builders/model.js';

const entry = (mark: IncidentMark, count: number) => ({ mark, count, from: NOW, to: NOW });

describe('whether an incident is told in place of its members', () => {
  it.each([
    { kind: 'raid', want: true },
    { kind: 'mass-advertising', want: true },
    { kind: 'unsafe-link', want: false },
    { kind: 'stolen-account', want: false },
    { kind: 'fee-scam', want: false },
    { kind: 'changed-notice', want: false },
  ] as const)('$kind, by itself: $want', ({ kind, want }) => {
    expect(isMass({ kind, timeline: [], members: 0 })).toBe(want);
  });

  it.each([
    { name: 'one', links: 1, members: 1, want: false },
    { name: 'seven by seven', links: 7, members: 7, want: false },
    { name: 'eight by three', links: 8, members: 3, want: false },
    { name: 'eight by four', links: 8, members: 4, want: true },
  ])('unsafe links, $name: $want', ({ links, members, want }) => {
    const timeline = [entry('recalls', 99), entry('reviews', links)];
    expect(isMass({ kind: 'unsafe-link', timeline, members })).toBe(want);
  });

  it('many of another matter are none of these', () => {
    const timeline = [entry('reviews', 99)];
    expect(isMass({ kind: 'fee-scam', timeline, members: 99 })).toBe(false);
    expect(isMass({ kind: 'unsafe-link', timeline: [entry('violations', 99)], members: 99 })).toBe(false);
  });
});
