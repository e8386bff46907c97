import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/core/model/instant.js';
import { earliest, FRESH_PACE, PACE, recordSent, withoutFuture } from '../../../src/core/policy/pace.js';

describe('earliest', () => {
  it('nothing sent yet: now', () => {
    expect(earliest(FRESH_PACE, { target: 'group:g1', seed: 1 }, { now: 5000, limits: PACE })).toBe(5000);
  });

  it.each([
    { name: 'the same target: a second later', target: 'a', least: 1000, most: 1000 },
    { name: 'another target: three to five seconds later', target: 'b', least: 3000, most: 5000 },
  ])('$name', ({ target, least, most }) => {
    const state = recordSent(FRESH_PACE, 'a', 0);
    for (let seed = 0; seed < 200; seed += 1) {
      const at = earliest(state, { target, seed }, { now: 0, limits: PACE });
      expect(at).toBeGreaterThanOrEqual(least);
      expect(at).toBeLessThanOrEqual(most);
    }
  });

  it('a clock that was put back by a month does not keep the bot silent for a month', () => {
    const state = recordSent(FRESH_PACE, 'a', 30 * 86_400_000);
    expect(withoutFuture(state, 5000)).toBe(FRESH_PACE);
    expect(withoutFuture(state, 30 * 86_400_000)).toBe(state);
    expect(withoutFuture(FRESH_PACE, 5000)).toBe(FRESH_PACE);
  });

  it('after a long pause: now', () => {
    expect(
      earliest(recordSent(FRESH_PACE, 'a', 0), { target: 'b', seed: 1 }, { now: 60_000, limits: PACE }),
    ).toBe(60_000);
  });
});

describe('recordSent', () => {
  it('keeps the instants of the last minute and the last target', () => {
    const first = recordSent(recordSent(FRESH_PACE, 'a', 0), 'b', 1);
    const at = (state: typeof first) => state.sent.map((one) => `${one.target} ${one.at}`);
    expect(at(first)).toEqual(['a 0', 'b 1']);
    expect(at(recordSent(first, 'c', MINUTE - 1))).toEqual(['a 0', 'b 1', `c ${MINUTE - 1}`]);
    expect(at(recordSent(first, 'c', MINUTE))).toEqual(['b 1', `c ${MINUTE}`]);
  });

  it('without jitter the gap between targets is exact', () => {
    const limits = { ...PACE, jitterMs: 0 };
    const state = recordSent(FRESH_PACE, 'a', 0);
    expect(earliest(state, { target: 'b', seed: 5 }, { now: 0, limits })).toBe(PACE.otherTargetMs);
  });
});

describe('whom a line has to wait for', () => {
  const sentTo = (targets: readonly string[]) =>
    targets.reduce((state, target) => recordSent(state, target, 0), FRESH_PACE);
  const crowd = Array.from({ length: 12 }, (_, index) => `p${index}`);

  it.each([
    {
      name: 'twelve to others keep no group waiting for a minute',
      sent: crowd,
      limits: PACE,
      want: PACE.otherTargetMs,
    },
    {
      name: 'a limit of one to a group keeps no person waiting',
      sent: ['group:g1'],
      limits: { ...PACE, perGroupMinute: 1 },
      target: 'p0',
      want: PACE.otherTargetMs,
    },
    {
      name: 'a limit of one to a group, and the group had one',
      sent: ['group:g1'],
      limits: { ...PACE, perGroupMinute: 1 },
      want: MINUTE,
    },
  ])('$name', ({ sent, limits, want, target = 'group:g1' }) => {
    const line = { target, seed: 7 };
    expect(earliest(sentTo(sent), line, { now: 0, limits: { ...limits, jitterMs: 0 } })).toBe(want);
  });

  it('a jitter of one millisecond is none or one', () => {
    const limits = { ...PACE, jitterMs: 1 };
    const state = recordSent(FRESH_PACE, 'a', 0);
    const gaps = Array.from({ length: 50 }, (_, seed) =>
      earliest(state, { target: 'b', seed }, { now: 0, limits }),
    );
    expect(new Set(gaps)).toEqual(new Set([PACE.otherTargetMs, PACE.otherTargetMs + 1]));
  });
});

const line = fc.record({
  target: fc.constantFrom('a', 'b', 'group:g1', 'group:g2'),
  pause: fc.nat({ max: 4000 }),
  seed: fc.nat(),
});

/** Sends every line as early as it may go; answers what was sent when. */
function send(lines: readonly { target: string; pause: number; seed: number }[]) {
  let state = FRESH_PACE;
  let now = 0;
  return lines.map(({ target, pause, seed }) => {
    now = earliest(state, { target, seed }, { now: now + pause, limits: PACE });
    state = recordSent(state, target, now);
    return { target, at: now };
  });
}

describe('the pace', () => {
  it('any minute holds at most forty lines, and twelve to one group; gaps are kept', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 120 }), (lines) => {
        const sent = send(lines);
        for (const [index, { target, at }] of sent.entries()) {
          const before = sent[index - 1];
          const gap = before?.target === target ? PACE.sameTargetMs : PACE.otherTargetMs;
          if (before !== undefined) expect(at - before.at).toBeGreaterThanOrEqual(gap);
          const nth = sent[index - PACE.perMinute];
          if (nth !== undefined) expect(at - nth.at).toBeGreaterThanOrEqual(MINUTE);
          const there = sent
            .slice(0, index)
            .filter((one) => one.target === target && target.startsWith('group:'));
          const nthThere = there[there.length - PACE.perGroupMinute];
          if (nthThere !== undefined) expect(at - nthThere.at).toBeGreaterThanOrEqual(MINUTE);
        }
      }),
    );
  });

  it.each([
    { name: 'a group hears twelve a minute', target: 'group:g1', most: 12 },
    { name: 'a person forty', target: 'person:u1', most: 40 },
  ])('$name', ({ target, most }) => {
    const sent = send(Array.from({ length: 60 }, (_, seed) => ({ target, pause: 0, seed })));
    expect(sent.at(most - 1)?.at).toBeLessThan(MINUTE);
    expect(sent.at(most)?.at).toBeGreaterThanOrEqual(MINUTE);
  });

  it('sixty lines to one person take more than a minute', () => {
    const sent = send(Array.from({ length: 60 }, (_, seed) => ({ target: 'a', pause: 0, seed })));
    expect(sent.at(39)?.at).toBeLessThan(MINUTE);
    expect(sent.at(40)?.at).toBeGreaterThanOrEqual(MINUTE);
  });
});
