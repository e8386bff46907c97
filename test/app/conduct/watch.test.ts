import { describe, expect, it } from 'vitest';
import { openStage } from '../../fakes/stage.js';
import { reunionEvents } from '../../corpus/reunion.js';

const GROUP = {
  type: 'group',
  group: 'g1',
  name: '分会群',
  owner: 'u1',
  admins: ['u2'],
  bot: 'admin',
  members: Array.from({ length: 40 }, (_, index) => ({ id: `u${index}`, name: `校友${index}` })),
};
const config = (conduct: string): string =>
  `groups:\n  - id: g1\n    preset: plain\n    conduct: { ${conduct} }\n`;

describe('a normal busy evening', () => {
  it.each([
    { name: 'by default', conduct: '' },
    { name: 'in a group that rests at night', conduct: 'quiet-hours: 22:30-07:30' },
  ])('$name nobody is told anything', async ({ conduct }) => {
    const stage = await openStage({ config: config(conduct) });
    await stage.play({ ...GROUP, at: '2026-09-14T19:00:00+08:00' });
    expect(await stage.after(...reunionEvents('2026-09-14T19:30:00+08:00'))).toEqual([]);
    const totals = await stage.finish();
    expect(totals.cases).toBe(0);
    await stage.store.close();
  });
});

describe('memory', () => {
  it('five thousand members who each write once leave no more than a bounded trail and no case', async () => {
    const stage = await openStage({ config: config('') });
    await stage.play({ ...GROUP, at: '2026-09-14T08:00:00+08:00' });
    const events = Array.from({ length: 5000 }, (_, index) => ({
      at: new Date(Date.parse('2026-09-14T08:00:01+08:00') + index * 1000).toISOString(),
      type: 'message',
      group: 'g1',
      from: `m${index}`,
      id: `x${index}`,
      text: '收到',
    }));
    await stage.play(...events);
    expect((await stage.finish()).cases).toBe(0);
    await stage.store.close();
  });
});
