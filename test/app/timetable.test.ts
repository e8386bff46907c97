import { describe, expect, it } from 'vitest';
import { createTimetable, type Entry } from '../../src/app/timetable.js';

interface Named extends Entry {
  readonly name: string;
}

const due = (name: string, dueAt: number, heldUntil = -Infinity): Named => ({ name, dueAt, heldUntil });
const names = (entries: readonly Named[]): readonly string[] => entries.map(({ name }) => name);

describe('what falls due when', () => {
  it('an empty table has nothing due', () => {
    const table = createTimetable<Named>();
    table.drop('g1');
    table.put('g2', []);
    expect([table.nextDue(), table.dueBy(Infinity)]).toEqual([Infinity, []]);
  });

  it('the earliest of all groups, and of none in particular', () => {
    const table = createTimetable<Named>();
    table.put('g1', [due('a', 50), due('b', 30)]);
    table.put(null, [due('c', 40)]);
    expect([table.nextDue(), names(table.dueBy(40))]).toEqual([30, ['b', 'c']]);
    table.put('g2', [due('d', 20)]);
    expect([table.nextDue(), names(table.dueBy(40))]).toEqual([20, ['b', 'c', 'd']]);
  });

  it.each([
    { name: 'the earliest leaves', dropped: 'g1', want: 40 },
    { name: 'another leaves', dropped: 'g2', want: 30 },
    { name: 'one that is not there leaves', dropped: 'g9', want: 30 },
  ])('$name', ({ dropped, want }) => {
    const table = createTimetable<Named>();
    table.put('g1', [due('a', 30)]);
    table.put('g2', [due('b', 40)]);
    table.drop(dropped);
    expect(table.nextDue()).toBe(want);
  });

  it('what is put anew takes the place of what was there', () => {
    const table = createTimetable<Named>();
    table.put('g1', [due('a', 30)]);
    table.put('g1', [due('b', 60)]);
    expect([table.nextDue(), names(table.dueBy(Infinity))]).toEqual([60, ['b']]);
  });

  it('after a failure it waits, and due times that moved on count when it is looked through', () => {
    const table = createTimetable<Named>();
    const entry = due('a', 30);
    table.put('g1', [entry]);
    entry.heldUntil = 90;
    expect(table.dueBy(60)).toEqual([]);
    table.renew();
    expect(table.nextDue()).toBe(90);
  });

  it('one group more is no reason to look at those that are there', () => {
    const table = createTimetable<Named>();
    let looks = 0;
    const watched = (): Named => ({
      name: 'w',
      heldUntil: -Infinity,
      get dueAt() {
        looks += 1;
        return 30;
      },
      set dueAt(_: number) {},
    });
    for (let group = 0; group < 100; group += 1) table.put(`g${group}`, [watched()]);
    const before = looks;
    table.put('fresh', [due('a', 50)]);
    expect([before, looks - before, table.nextDue()]).toEqual([100, 0, 30]);
  });
});
