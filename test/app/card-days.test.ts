import { describe, expect, it } from 'vitest';
import { openStage } from '../fakes/stage.js';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-03-03T10:00:00+08:00');
const GROUP = {
  at: '2026-03-02T12:00:00+08:00',
  type: 'group',
  group: 'g1',
  name: '分会群',
  owner: 'u1',
  bot: 'admin',
  members: [
    { id: 'u1', name: '老王', card: '王建国-北京-食品98级' },
    { id: 'u5', name: '小李', card: '李雷' },
  ],
};

/** On which days of a fortnight somebody is spoken to about a card, when the audit of each runs so many ms after its time. */
async function daysOf(late: (day: number) => number): Promise<readonly number[]> {
  const stage = await openStage({ config: 'groups:\n  - { id: g1, mode: enforce, removal: never }\n' });
  await stage.play(GROUP);
  const days: number[] = [];
  for (let day = 0; day < 14; day += 1) {
    const before = stage.lines.length;
    stage.clock.set(FIRST + day * DAY + late(day));
    await stage.app.runDue();
    while (stage.app.nextAction() < FIRST + (day + 1) * DAY - 3_600_000) {
      stage.clock.set(stage.app.nextAction());
      await stage.app.runActions();
    }
    if (stage.lines.slice(before).some((line) => line.type === 'say')) days.push(day);
  }
  await stage.store.close();
  return days;
}

describe('the days of a card', () => {
  it.each<{ name: string; late: (day: number) => number }>([
    { name: 'each audit on time', late: () => 0 },
    { name: 'each a little later than the one before', late: (day) => 5 + day * 7 },
    { name: 'each a little less late', late: (day) => 900 - day * 7 },
    { name: 'now more, now less', late: (day) => (day % 2) * 40_000 },
  ])('are the same whichever moment it was: $name', async ({ late }) => {
    expect(await daysOf(late)).toEqual([0, 6]);
  });
});
