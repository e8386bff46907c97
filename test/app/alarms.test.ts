import { describe, expect, it } from 'vitest';
import { createAlarmClock, dropAlarm, setAlarm } from '../../src/app/alarms/clock.js';
import { openStage } from '../fakes/stage.js';

const alarm = (key: string, dueAt: number) => ({ key, kind: 'nothing', groupId: null, dueAt, data: {} });

describe('the clock of alarms', () => {
  it('has nothing due while it is empty', () => {
    const clock = createAlarmClock();
    expect(clock.nextDue()).toBe(Infinity);
    expect(clock.take(1000)).toEqual([]);
  });

  it('hands out what is due, soonest first, once', () => {
    const clock = createAlarmClock();
    for (const one of [alarm('b', 20), alarm('a', 20), alarm('c', 10), alarm('d', 30)]) clock.set(one);
    clock.drop('b');
    expect(clock.take(20).map(({ key }) => key)).toEqual(['c', 'a']);
    expect(clock.take(20)).toEqual([]);
    expect(clock.nextDue()).toBe(30);
  });
});

describe('alarms and the store', () => {
  it('an alarm of an unknown kind is dropped when it falls due, and said in the log', async () => {
    const stage = await openStage();
    const clock = createAlarmClock();
    await setAlarm(clock, stage.store, alarm('x', 5));
    await setAlarm(clock, stage.store, alarm('y', 7));
    await dropAlarm(clock, stage.store, 'y');
    expect(clock.nextDue()).toBe(5);
    await stage.play({ at: '2026-03-02T09:00:00+08:00', type: 'clock' });
    expect(await stage.store.alarms()).toEqual([]);
    expect(stage.log.map(({ message }) => message)).toContain('alarm of an unknown kind dropped');
  });
});
