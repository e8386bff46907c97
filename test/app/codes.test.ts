import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const CONFIG = 'organisation: { admins: [u0] }\ngroups:\n  - id: g1\n  - id: g2\n';
const NAMESAKE = { id: 'u9', name: '李雷', card: '李雷-武汉-英语99级' };

describe('one who leaves the organisation', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ config: CONFIG });
    await stage.play(meet('03-02 09:00'), meet('03-02 09:00', { group: 'g2', name: '二群' }));
  });
  afterEach(() => stage.store.close());

  const removed = () =>
    stage.lines.filter(({ type }) => type === 'remove').map((line) => `${line.group} ${String(line.to)}`);
  async function listed(local: string): Promise<string> {
    const lines = await stage.after(direct(local, 'u0', '/离任 李雷'), clock(`${local}:20`));
    return /\/确认 ([A-Z]\d{3})/u.exec(lines.join('\n'))?.[1] ?? '';
  }

  it.each([
    { name: 'sixty seconds later', at: '03-02 09:11', want: ['g1 u5', 'g2 u5'] },
    { name: 'sixty-one seconds later', at: '03-02 09:11:01', want: [] },
  ])('$name: $want', async ({ at, want }) => {
    const code = await listed('03-02 09:10');
    await stage.play(direct(at, 'u0', `/确认 ${code}`), clock('03-02 09:20'));
    expect(removed()).toEqual(want);
  });

  it('whoever comes meanwhile under the same name was not listed, and is not removed', async () => {
    const code = await listed('03-02 09:10');
    await stage.play(event('03-02 09:10:30', 'join', { member: NAMESAKE }));
    await stage.play(direct('03-02 09:10:40', 'u0', `/确认 ${code}`), clock('03-02 09:20'));
    expect(removed()).toEqual(['g1 u5', 'g2 u5']);
  });

  it('no longer of the staff: refused, and nobody is removed', async () => {
    const code = await listed('03-02 09:10');
    await stage.play(direct('03-02 09:10:30', 'u1', `/确认 ${code}`), clock('03-02 09:20'));
    expect(removed()).toEqual([]);
  });
});

it('a code for one group does nothing in another, said aloud there', async () => {
  const stage = await openStage({ config: CONFIG });
  await stage.play(meet('03-02 09:00'), meet('03-02 09:00', { group: 'g2', name: '二群', members: PEOPLE }));
  await stage.play(say('03-02 09:10', 'u1', '/移出 李雷'), clock('03-02 09:10:20'));
  const code = /\/确认 ([A-Z]\d{3})/u.exec(stage.lines.at(-1)?.text ?? '')?.[1] ?? '';
  expect(code).not.toBe('');
  await stage.play(say('03-02 09:10:30', 'u1', `/确认 ${code}`, { group: 'g2' }), clock('03-02 09:20'));
  expect(stage.lines.filter(({ type }) => type === 'remove')).toEqual([]);
  await stage.store.close();
});
