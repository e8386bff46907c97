import { afterEach, describe, expect, it } from 'vitest';
import { clock, event, meet, say } from '../builders/events.js';
import { openStage, type Event, type Stage } from '../fakes/stage.js';

const CONFIG = `
organisation: { name: 某大校友总会, admins: [u0] }
groups: [{ id: g1, removal: auto }]
`;
const GRAVE = '刷单先垫付';

let stage: Stage;
afterEach(() => stage.store.close());

async function met(): Promise<void> {
  stage = await openStage({ config: CONFIG });
  await stage.play(meet('03-02 09:00'));
}

/** What the staff hears of these events and in the quarter of an hour after them. */
async function heardByStaff(...events: readonly Event[]): Promise<readonly string[]> {
  const lines = await stage.after(...events, clock('03-02 10:15'), clock('03-02 10:31'));
  return lines.filter((line) => line.includes('→u0'));
}

const second = (n: number): string =>
  `10:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
const joins = (count: number): readonly Event[] =>
  Array.from({ length: count }, (_, n) =>
    event(`03-02 ${second(Math.floor(n / 4))}`, 'join', { member: { id: `r${n}`, name: `来人${n}` } }),
  );
const saysGrave = (count: number, every: number, from = 0): readonly Event[] =>
  Array.from({ length: count }, (_, n) =>
    say(`03-02 ${second(from + Math.floor(n * every))}`, `r${n}`, GRAVE, { id: `x${n}` }),
  );

describe('grave cases of a group, as the staff hears of them', () => {
  it('none: nothing', async () => {
    await met();
    expect(await heardByStaff(say('03-02 10:00', 'u5', '大家好'))).toEqual([]);
  });

  it('one is told at once, and no more comes', async () => {
    await met();
    const lines = await heardByStaff(say('03-02 10:00', 'u5', GRAVE));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('发现诈骗');
  });

  it('what follows within ten minutes is one line', async () => {
    await met();
    const lines = await heardByStaff(
      say('03-02 10:00', 'u5', GRAVE),
      say('03-02 10:02', 'u6', GRAVE),
      say('03-02 10:05', 'u5', GRAVE),
    );
    expect(lines.map((line) => line.replace(/^.*\| |(?<=编号 1\)).*/gu, ''))).toEqual([
      '“分会群”发现诈骗(编号 1)',
      '“分会群”随后又有2件(诈骗;编号 2 到 3),都已处理或请群主定夺。经过:/案件 2',
    ]);
  });

  it('one much later is told at once again', async () => {
    await met();
    const lines = await heardByStaff(say('03-02 10:00', 'u5', GRAVE), say('03-02 10:14', 'u6', GRAVE));
    expect(lines.map((line) => /发现|随后/u.exec(line)?.[0])).toEqual(['发现', '发现']);
  });

  it('those of a mass of senders are told by the incident', async () => {
    await met();
    const lines = await heardByStaff(...saysGrave(40, 2));
    expect(lines.map((line) => /发现|随后|集中/u.exec(line)?.[0])).toEqual(['发现', '集中']);
  });
});

describe('a raid: two hundred join and advertise in a minute', () => {
  it('is one incident and a handful of lines, and what the brake left standing is before the owner', async () => {
    await met();
    const events = [...joins(200), ...saysGrave(200, 0.25, 9)].toSorted((a, b) =>
      String(a['at']) < String(b['at']) ? -1 : 1,
    );
    const lines = await stage.after(...events, clock('03-02 10:31'), clock('03-02 12:00'));
    const count = (part: string): number => lines.filter((line) => line.includes(part)).length;
    const opened = (await stage.store.auditEntries()).filter(({ kind }) => kind === 'incident-opened');
    // Before twenty have joined each of them is a newcomer like any other.
    expect([opened.length, count(' 欢迎 '), count('→u0'), count('→u1')]).toEqual([1, 5, 2, 2]);
    expect(lines.filter((line) => / (say|direct) /u.test(line)).length).toBe(10);
    const removals = count(' remove ');
    expect(lines.at(-1)).toContain(`违规消息200条,移出${removals}人`);
    expect((await stage.store.openCases('g1')).length).toBe(200 - removals);
  });
});
