import { describe, expect, it } from 'vitest';
import { createSteadyClock } from '../../bot/steady-clock.js';
import { DAY, MINUTE } from '../../src/core/model/instant.js';
import { createOutbox } from '../../src/app/outbox.js';
import type { PlannedAction } from '../../src/core/model/action.js';
import { clock, event, meet, say } from '../builders/events.js';
import { createMemoryLog } from '../fakes/log.js';
import { openStage } from '../fakes/stage.js';

const at = (local: string): number => Date.parse(`2026-${local.replace(' ', 'T')}:00+08:00`);

describe('a machine whose clock leaps while the bot runs', () => {
  /** A bot whose clock is the steady one over a machine's that is set by hand. */
  async function onMachine() {
    const stage = await openStage({ config: 'groups:\n  - id: g1\n    removal: auto\n' });
    await stage.play(
      meet('03-02 09:00'),
      event('03-02 09:05', 'join', { member: { id: 'u7', name: '小王' } }),
      say('03-02 09:10', 'u6', '特价面膜加微信'),
      clock('03-08 10:01'),
    );
    let [wall, ticks] = [stage.clock.now(), 0];
    const steady = createSteadyClock({ wall: () => wall, monotonic: () => ticks, log: createMemoryLog() });
    return {
      stage,
      set: (by: number): void => void (wall += by),
      /** Half an hour passes; the bot looks at its clock every five minutes. */
      halfAnHour: async (): Promise<void> => {
        for (let turn = 0; turn < 6; turn += 1) {
          wall += 5 * MINUTE;
          ticks += 5 * MINUTE;
          stage.clock.set(steady.now());
          await stage.app.runDue();
        }
      },
    };
  }

  it.each([
    { name: 'not at all', by: 0 },
    { name: 'a month ahead', by: 30 * DAY },
    { name: 'ten years ahead', by: 3650 * DAY },
    { name: 'a year back', by: -365 * DAY },
  ])('$name: nobody is reminded, removed or forgotten for it, no digests come in a row', async ({ by }) => {
    const { stage, set, halfAnHour } = await onMachine();
    const before = stage.lines.length;
    set(by);
    await halfAnHour();
    expect(stage.lines.slice(before)).toEqual([]);
    expect((await stage.store.strikesOf('g1', 'u6')).map(({ reversedAt }) => reversedAt)).toEqual([null]);
    expect((await stage.store.caseById(1))?.findings[0]?.evidence).not.toEqual([]);
    set(-by);
    await halfAnHour();
    expect(stage.lines.slice(before)).toEqual([]);
    const lines = await stage.after(say('03-08 12:00', 'u6', '特价面膜加微信'), clock('03-08 12:01'));
    expect(lines.join()).toContain('第2次提醒');
    await stage.store.close();
  });
});

describe('a clock that was put right', () => {
  const planned = (id: number, dueAt: number): PlannedAction => ({
    id,
    caseId: null,
    groupId: 'g1',
    stage: 'live',
    dueAt,
    action: { kind: 'introduce', groupId: 'g1' },
  });
  const line = (id: number, dueAt: number): PlannedAction => ({
    ...planned(id, dueAt),
    action: {
      kind: 'tell',
      groupId: 'g1',
      to: null,
      mentions: [],
      about: null,
      urgency: 'at-once',
      audience: 'service',
      telling: { kind: 'quiet-over' },
    },
  });

  it('what was said by the wrong one holds nothing back', () => {
    const outbox = createOutbox();
    outbox.add([line(1, at('03-02 09:00'))]);
    const first = outbox.take(at('04-02 09:00'));
    if (first !== null) outbox.sent(first.action, at('04-02 09:00'));
    outbox.add([line(2, at('03-02 09:00'))]);
    expect(outbox.take(at('03-02 09:01'))?.id).toBe(2);
  });
});
