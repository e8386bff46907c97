import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { openPair, type Pair } from '../fakes/pair.js';
import { freshPostgres } from '../harness/database.js';

/** Two apps over one real database, on a machine that may be busy. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const AD = '特价面膜加微信';
const CONFIG = `
organisation:
  name: 校友会
  admins: [u9]
groups:
  - { name: '*', removal: auto }
`;

let pair: Pair;
beforeEach(async () => {
  pair = await openPair(await freshPostgres(), CONFIG);
});
afterEach(() => pair.close());

/** Both accounts are in the group; who leads it, and who follows. */
async function met(): Promise<{ leader: Pair['a']; follower: Pair['a'] }> {
  const { a, b } = pair;
  await pair.play([a, b], meet('03-02 09:00'));
  const [leader, follower] = a.leadership.stand('g1') === 'leads' ? [a, b] : [b, a];
  pair.lines();
  return { leader, follower };
}

/** The words after the time, of each line. */
const done = (): readonly string[] => pair.lines().map((line) => line.replace(/^(\S+) \S+ \S+ /u, '$1 '));

describe('two accounts on one database', () => {
  it('nothing happened: nobody says anything', async () => {
    await pair.play([], clock('03-02 09:00'));
    expect(pair.lines()).toEqual([]);
  });

  it('in one group: one is introduced and acts, the other is silent', async () => {
    const { a, b } = pair;
    await pair.play([a, b], meet('03-02 09:00'));
    expect(pair.lines().filter((line) => line.includes('管理助手'))).toHaveLength(1);
    expect([a.leadership.stand('g1'), b.leadership.stand('g1')].toSorted()).toEqual(['follows', 'leads']);
    await pair.play([a, b], say('03-02 09:05', 'u5', AD), say('03-02 09:06', 'u5', AD));
    const leader = a.leadership.stand('g1') === 'leads' ? 'bot-a' : 'bot-b';
    const lines = pair.lines().filter((line) => line.includes(' say '));
    expect(lines.map((line) => line.split(' ')[0])).toEqual([leader, leader]);
    expect(await a.stage.store.strikesOf('g1', 'u5')).toHaveLength(2);
  });

  it('an order in private to the account that follows: it answers, and the leader obeys', async () => {
    const { leader, follower } = await met();
    await pair.play([follower], direct('03-02 09:10', 'u1', '/模式 观察'));
    expect(done().filter((line) => line.includes('direct →u1'))).toEqual([
      expect.stringContaining(`${follower.name} direct →u1`) as string,
    ]);
    await pair.play([leader, follower], say('03-02 09:20', 'u5', AD));
    expect(done()).toEqual([]);
    expect((await leader.stage.store.casesOf('g1', 'u5', 9)).map(({ observed }) => observed)).toEqual([true]);
  });

  it('what an order in private leads to in the group is done by the leader, once', async () => {
    const { leader, follower } = await met();
    await pair.play([follower], direct('03-02 09:10', 'u1', '/肃静 10'));
    const said = done().filter((line) => line.includes(' say '));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(leader.name);
    await pair.play([leader, follower], clock('03-02 09:21'));
    expect(done().filter((line) => line.includes(' say '))).toHaveLength(1);
  });

  it('a word of its own, added by the one, is found by the other', async () => {
    const { leader, follower } = await met();
    await pair.play([follower], direct('03-02 09:10', 'u1', '/词库 加 清仓处理'));
    pair.lines();
    await pair.play([leader, follower], say('03-02 09:20', 'u5', '本店清仓处理,都来看看'));
    const cases = await leader.stage.store.casesOf('g1', 'u5', 9);
    expect(cases.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([['own-word']]);
  });

  it('advertising confirmed in a group of the one is known again in a group of the other', async () => {
    const { a, b } = pair;
    await pair.play([a], meet('03-02 09:00'));
    await pair.play([b], meet('03-02 09:01', { group: 'g2', name: '二群' }));
    const text = `${AD},现货包邮,支持退换,量大从优,欢迎各位老朋友新朋友咨询`;
    await pair.play([a], say('03-02 09:05', 'u5', text));
    await pair.play([b], say('03-02 09:10', 'u6', text.replace(AD, '面膜特惠'), { group: 'g2' }));
    const [found] = await b.stage.store.casesOf('g2', 'u6', 9);
    expect(found?.findings.map(({ rule }) => rule)).toContain('duplicate');
  });

  it('a ban of the one keeps out of a group of the other', async () => {
    const { leader, follower } = await met();
    await pair.play([follower], direct('03-02 09:10', 'u1', '/封禁 id:u77'));
    pair.lines();
    await pair.play(
      [leader, follower],
      event('03-02 09:20', 'join', { member: { id: 'u77', name: '旧人' } }),
    );
    expect(done().filter((line) => line.includes('remove'))).toEqual([
      expect.stringContaining(`${leader.name} remove →u77`) as string,
    ]);
  });

  it('what runs by the calendar runs once: digests of groups and of the organisation', async () => {
    const { a, b } = pair;
    await pair.play([a, b], meet('03-02 09:00'));
    await pair.play([b], meet('03-02 09:01', { group: 'g2', name: '二群' }));
    await pair.play([a, b], clock('03-09 08:59'));
    pair.lines();
    await pair.play([a, b], clock('03-09 09:00'), clock('03-09 09:31'));
    const lines = done();
    for (const group of ['分会群', '二群'])
      expect(lines.filter((line) => line.includes(`“${group}”本周一切正常`))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('direct →u9'))).toHaveLength(1);
  });

  it('cases and notices are numbered once', async () => {
    const { a, b } = pair;
    await pair.play([a], meet('03-02 09:00'));
    await pair.play([b], meet('03-02 09:01', { group: 'g2', name: '二群' }));
    const ads = Array.from({ length: 5 }, (_, at) => `03-02 09:1${at}`);
    for (const at of ads) {
      const here = say(at, `v${at}`, AD);
      await Promise.all([a.stage.play(here), b.stage.play({ ...here, group: 'g2' })]);
    }
    const cases = await Promise.all(
      ['g1', 'g2'].map((group) => a.stage.store.casesBetween(group, 0, Infinity)),
    );
    expect(
      cases
        .flat()
        .map(({ id }) => id)
        .toSorted((x, y) => x - y),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const counts = await Promise.all(
      [a, b, a, b].map(({ stage }) => stage.store.transaction((records) => records.nextNoticeCount(2026))),
    );
    expect(counts.toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4]);
  });

  it('a clean end hands over: the other leads, with all that was open', async () => {
    const { leader, follower } = await met();
    await pair.play([leader, follower], say('03-02 23:30', 'u5', AD));
    expect(done()).toEqual([]);
    await leader.leadership.stop();
    await pair.play([follower], clock('03-02 23:40'));
    expect(follower.leadership.stand('g1')).toBe('leads');
    await pair.play([follower], clock('03-03 09:00'), say('03-03 09:05', 'u5', AD));
    expect(done().filter((line) => line.includes(' say '))).toEqual([
      expect.stringContaining('第1次提醒') as string,
      expect.stringContaining('第2次提醒') as string,
    ]);
  });
});
