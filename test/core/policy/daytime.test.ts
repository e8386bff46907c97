import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  createDayClock,
  isNight,
  isoWithOffset,
  localDay,
  nextDaytime,
  parseWeek,
  weekOf,
} from '../../../src/core/policy/daytime.js';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';
const ZONES = [
  SHANGHAI,
  NEW_YORK,
  'UTC',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
];

const anInstant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) });
const aZone = fc.constantFrom(...ZONES);
const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

describe('night is 22:30 to 07:30', () => {
  it.each([
    { at: '2026-03-02T22:29:59+08:00', zone: SHANGHAI, night: false, next: '2026-03-02T22:29:59+08:00' },
    { at: '2026-03-02T22:30:00+08:00', zone: SHANGHAI, night: true, next: '2026-03-03T07:30:00+08:00' },
    { at: '2026-03-03T00:00:00+08:00', zone: SHANGHAI, night: true, next: '2026-03-03T07:30:00+08:00' },
    { at: '2026-03-03T07:29:59+08:00', zone: SHANGHAI, night: true, next: '2026-03-03T07:30:00+08:00' },
    { at: '2026-03-03T07:30:00+08:00', zone: SHANGHAI, night: false, next: '2026-03-03T07:30:00+08:00' },
    { at: '2026-03-07T23:00:00-05:00', zone: NEW_YORK, night: true, next: '2026-03-08T07:30:00-04:00' },
    { at: '2026-10-31T23:00:00-04:00', zone: NEW_YORK, night: true, next: '2026-11-01T07:30:00-05:00' },
  ])('$at in $zone', ({ at, zone, night, next }) => {
    expect(isNight(Date.parse(at), zone)).toBe(night);
    expect(isoWithOffset(nextDaytime(Date.parse(at), zone), zone)).toBe(next);
  });
});

describe('isoWithOffset', () => {
  it.each([
    { at: '1970-01-01T00:00:00Z', zone: 'UTC', want: '1970-01-01T00:00:00+00:00' },
    { at: '2026-03-02T01:00:00Z', zone: SHANGHAI, want: '2026-03-02T09:00:00+08:00' },
    { at: '2026-03-02T01:00:00.007Z', zone: SHANGHAI, want: '2026-03-02T09:00:00.007+08:00' },
    { at: '1990-07-01T00:00:00Z', zone: SHANGHAI, want: '1990-07-01T09:00:00+09:00' },
    { at: '2026-03-08T06:59:59Z', zone: NEW_YORK, want: '2026-03-08T01:59:59-05:00' },
    { at: '2026-03-08T07:00:00Z', zone: NEW_YORK, want: '2026-03-08T03:00:00-04:00' },
    { at: '2026-11-01T05:59:59Z', zone: NEW_YORK, want: '2026-11-01T01:59:59-04:00' },
    { at: '2026-11-01T06:00:00Z', zone: NEW_YORK, want: '2026-11-01T01:00:00-05:00' },
    { at: '1900-01-01T00:00:00Z', zone: SHANGHAI, want: '1900-01-01T08:05:43+08:05:43' },
    { at: '2026-01-01T00:00:00Z', zone: 'Asia/Kathmandu', want: '2026-01-01T05:45:00+05:45' },
  ])('$at in $zone', ({ at, zone, want }) => {
    expect(isoWithOffset(Date.parse(at), zone)).toBe(want);
  });

  it('says what Temporal says, and comes back to the same instant', () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, zone) => {
        const text = isoWithOffset(at, zone);
        expect(Date.parse(text)).toBe(at);
        expect(text.slice(0, 19)).toBe(
          zoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'second' }),
        );
      }),
    );
  });
});

describe('localDay and the day clock', () => {
  it.each([
    { at: '2026-03-01T15:59:59.999Z', zone: SHANGHAI, want: '2026-03-01' },
    { at: '2026-03-01T16:00:00Z', zone: SHANGHAI, want: '2026-03-02' },
    { at: '2026-03-08T04:59:59Z', zone: NEW_YORK, want: '2026-03-07' },
    { at: '2026-03-09T03:59:59Z', zone: NEW_YORK, want: '2026-03-08' },
    { at: '2026-03-09T04:00:00Z', zone: NEW_YORK, want: '2026-03-09' },
  ])('$at in $zone', ({ at, zone, want }) => {
    expect(localDay(Date.parse(at), zone)).toBe(want);
    expect(createDayClock(zone).dayOf(Date.parse(at))).toBe(want);
  });

  it('one clock, over midnight and back', () => {
    const days = createDayClock(SHANGHAI);
    const midnight = Date.parse('2026-03-02T00:00:00+08:00');
    const steps = [0, -1, 0, 1, -86_400_001, 86_400_000, -1];
    expect(steps.map((step) => days.dayOf(midnight + step).slice(8))).toEqual([
      '02',
      '01',
      '02',
      '02',
      '28',
      '03',
      '01',
    ]);
  });

  it('one clock answers a stream as Temporal does', () => {
    const steps = fc.array(fc.integer({ min: -3_600_000, max: 40_000_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(anInstant, steps, aZone, (start, gaps, zone) => {
        const clock = createDayClock(zone);
        let at = start;
        for (const gap of gaps) {
          at += gap;
          expect(clock.dayOf(at)).toBe(zoned(at, zone).toPlainDate().toString());
        }
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    {
      at: '2026-03-02T00:00:00+08:00',
      zone: SHANGHAI,
      label: '2026-W10',
      from: '2026-03-02T00:00:00+08:00',
      hours: 168,
    },
    {
      at: '2026-03-08T23:59:59+08:00',
      zone: SHANGHAI,
      label: '2026-W10',
      from: '2026-03-02T00:00:00+08:00',
      hours: 168,
    },
    {
      at: '2026-01-01T12:00:00+08:00',
      zone: SHANGHAI,
      label: '2026-W01',
      from: '2025-12-29T00:00:00+08:00',
      hours: 168,
    },
    {
      at: '2027-01-03T12:00:00+08:00',
      zone: SHANGHAI,
      label: '2026-W53',
      from: '2026-12-28T00:00:00+08:00',
      hours: 168,
    },
    {
      at: '2026-03-08T12:00:00-04:00',
      zone: NEW_YORK,
      label: '2026-W10',
      from: '2026-03-02T00:00:00-05:00',
      hours: 167,
    },
    {
      at: '2026-11-01T12:00:00-05:00',
      zone: NEW_YORK,
      label: '2026-W44',
      from: '2026-10-26T00:00:00-04:00',
      hours: 169,
    },
  ])('$at in $zone is $label', ({ at, zone, label, from, hours }) => {
    const week = weekOf(Date.parse(at), zone);
    expect(week.label).toBe(label);
    expect(isoWithOffset(week.from, zone)).toBe(from);
    expect((week.to - week.from) / 3_600_000).toBe(hours);
    expect(week.firstDay).toBe(from.slice(0, 10));
    expect(parseWeek(label, zone)).toEqual(week);
  });

  it('blanks around it and a small w are no other week', () => {
    expect(parseWeek(' 2026-w10\n', SHANGHAI)).toEqual(parseWeek('2026-W10', SHANGHAI));
  });

  it.each([
    '',
    '2026',
    '2026-W1',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2026-10',
    'W10-2026',
    '12026-W10',
    '2026-W100',
  ])('%j is no week', (label) => {
    expect(parseWeek(label, SHANGHAI)).toBeNull();
  });

  it('agrees with Temporal, and weeks follow one another without a gap', () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, zone) => {
        const week = weekOf(at, zone);
        const day = zoned(at, zone);
        expect(week.from <= at && at < week.to).toBe(true);
        expect(week.label).toBe(`${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`);
        expect(weekOf(week.to, zone)).toMatchObject({ from: week.to, firstDay: week.endDay });
      }),
    );
  });
});
