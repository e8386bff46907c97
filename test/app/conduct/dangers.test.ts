import { afterEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, PEOPLE, say } from '../../builders/events.js';
import { openStage, type Event, type Stage } from '../../fakes/stage.js';

const CONFIG = `
organisation: { name: 某大校友总会, admins: [u0] }
groups: [{ id: g1 }]
`;
const LINK = '仿冒登录页 快来看';
const AD = '特价面膜加微信';

let stage: Stage;
afterEach(() => stage.store.close());

async function met(over: Event = {}): Promise<void> {
  stage = await openStage({ config: CONFIG });
  const guests = Array.from({ length: 40 }, (_, n) => {
    const name = `张${'伟芳娜敏静丽强磊军洋'.charAt(n % 10)}${'华国平安文'.charAt(Math.floor(n / 10))}`;
    return { id: `r${n}`, name, card: `${name}-武汉-化学97级` };
  });
  await stage.play(meet('03-02 09:00', { members: [...PEOPLE, ...guests], recall: true, ...over }));
}

const second = (n: number): string =>
  `10:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;

/** So many messages, `every` seconds apart, by so many people in turn. */
function wave(count: number, people: number, { text = LINK, every = 2 } = {}): readonly Event[] {
  return Array.from({ length: count }, (_, n) =>
    say(`03-02 ${second(n * every)}`, `r${n % people}`, text, { id: `x${n}` }),
  );
}

const inOrder = (events: readonly Event[]): readonly Event[] =>
  events.toSorted((a, b) => (String(a['at']) < String(b['at']) ? -1 : 1));

const audited = async (kind: string) => (await stage.store.auditEntries()).filter((one) => one.kind === kind);
const counted = (lines: readonly string[], part: string) =>
  lines.filter((line) => line.includes(part)).length;

describe('links that are certainly unsafe', () => {
  it('none: no incident', async () => {
    await met();
    await stage.play(say('03-02 10:00', 'u5', '大家好'));
    expect(await audited('incident-opened')).toEqual([]);
  });

  it('those that follow one belong to its incident, which ends when it is calm', async () => {
    await met();
    await stage.play(...wave(3, 2), clock('03-02 10:05'));
    expect(await stage.store.openIncidents('g1')).toMatchObject([
      { kind: 'unsafe-link', caseId: 1, members: 2, timeline: [{ mark: 'reviews', count: 3 }] },
    ]);
    const lines = await stage.after(clock('03-02 10:29'), clock('03-02 10:31'));
    expect([lines, (await audited('incident-closed')).length]).toEqual([[], 1]);
    await stage.play(say('03-02 11:00', 'u5', LINK));
    expect(await audited('incident-opened')).toHaveLength(2);
  });

  it.each([
    { name: 'seven by seven people', events: wave(7, 7) },
    { name: 'many by three people', events: wave(20, 3) },
  ])('$name: each is still told by its own case', async ({ events }) => {
    await met();
    const lines = await stage.after(...events, clock('03-02 10:05'));
    expect(counted(lines, '请您定夺')).toBe(events.length);
    expect(counted(lines, '集中发')).toBe(0);
  });

  it('eight by four people: told as one from then on, and taken back one by one', async () => {
    await met();
    const lines = await stage.after(...wave(40, 40), clock('03-02 10:29'));
    expect(await audited('incident-opened')).toHaveLength(1);
    expect([counted(lines, ' recall '), counted(lines, '已撤回')]).toEqual([40, 0]);
    expect(counted(lines, '刚才有人集中发可能不安全的链接')).toBe(1);
    expect([counted(lines, '请您定夺'), counted(lines, '→u1 | 请留意(事件 1)')]).toEqual([7, 1]);
    expect(counted(lines, '→u0')).toBe(1);
    const end = await stage.after(clock('03-02 11:00'));
    expect(end.map((line) => line.replace(/^.*(→u\d).*(可疑消息\d+条,涉及\d+人).*$/u, '$1 $2'))).toEqual([
      '→u1 可疑消息40条,涉及40人',
      '→u0 可疑消息40条,涉及40人',
    ]);
  });

  it('advertisements meanwhile are of the same incident', async () => {
    await met();
    const later = Array.from({ length: 9 }, (_, n) => say(`03-02 10:02:0${n}`, `r${20 + n}`, AD));
    const lines = await stage.after(...wave(10, 10), ...later, clock('03-02 10:05'));
    expect(await audited('incident-opened')).toHaveLength(1);
    expect(counted(lines, '本群不发广告')).toBe(0);
    const [only] = await stage.store.openIncidents('g1');
    expect(only?.timeline).toMatchObject([
      { mark: 'reviews', count: 10 },
      { mark: 'violations', count: 9 },
    ]);
  });

  it('during a wave of advertisements they are part of it', async () => {
    await met();
    const later = Array.from({ length: 9 }, (_, n) => say(`03-02 10:02:0${n}`, `r${20 + n}`, LINK));
    await stage.play(...wave(8, 8, { text: AD }), ...later, clock('03-02 10:05'));
    expect(await stage.store.openIncidents('g1')).toMatchObject([
      { kind: 'mass-advertising', timeline: [{ mark: 'violations', count: 17 }], members: 17 },
    ]);
  });

  it('two hundred join and send one each in a minute: one incident, a handful of lines', async () => {
    await met();
    const joins = Array.from({ length: 200 }, (_, n) =>
      event(`03-02 ${second(Math.floor(n / 4))}`, 'join', { member: { id: `n${n}`, name: `新人${n}` } }),
    );
    const links = Array.from({ length: 200 }, (_, n) =>
      say(`03-02 ${second(9 + Math.floor(n / 4))}`, `n${n}`, LINK, { id: `y${n}` }),
    );
    const lines = await stage.after(...inOrder([...joins, ...links]), clock('03-02 10:29'));
    expect(await audited('incident-opened')).toHaveLength(1);
    expect([counted(lines, ' recall '), counted(lines, '刚才有人集中发')]).toEqual([200, 1]);
    // Before twenty have joined each of them is a newcomer like any other.
    expect(lines.filter((line) => / (say|direct) /u.test(line) && !line.includes(' 欢迎 '))).toHaveLength(3);
  });

  it('a restart in the middle goes on with the same incident', async () => {
    await met();
    await stage.play(...wave(10, 10));
    const again = await openStage({ config: CONFIG, store: stage.store, world: stage.world });
    const lines = await again.after(say('03-02 10:03', 'r30', LINK), direct('03-02 10:04', 'u1', '/事件'));
    expect(counted(lines, '请您定夺')).toBe(0);
    expect(lines.at(-1)).toContain('可疑消息11条');
    expect(await audited('incident-opened')).toHaveLength(1);
  });
});
