import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Person, ROOM, Week } from './harness/week.js';
import { dated } from './harness/transcript.js';

/** Two weeks in seconds, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const PEOPLE: readonly Person[] = [
  { id: 'wang', name: '王建国', card: '王建国-北京-食品科学与工程98级' },
  { id: 'limin', name: '李敏', card: '李敏-北京-会计学05级' },
  { id: 'zhou', name: '小周', card: '周红-武汉-工商管理03级' },
  { id: 'zhang', name: '张伟', card: '张伟-北京-机械03级' },
  { id: 'lei', name: '李雷', card: '李雷-北京-化学工程97级' },
  { id: 'han', name: '韩梅', card: '韩梅-北京-英语09级' },
  { id: 'liu', name: '刘洋', card: '刘洋-北京-土木工程08级' },
  { id: 'chen', name: '陈静', card: '静静' },
  { id: 'sun', name: '孙浩', card: '孙浩 北京 计算机科学与技术06级' },
  { id: 'ting', name: '周婷', card: '周婷-北京-市场营销12级' },
  { id: 'wu', name: '吴磊', card: '吴磊-北京-电气工程04级' },
  { id: 'zhao', name: '赵敏', card: '赵敏-北京-动物科学10级' },
  ...['甲', '乙', '丙', '丁', '戊', '己'].map((name, index) => ({ id: `raid${index}`, name: `小号${name}` })),
];

const CONFIG = `
organisation:
  name: 武汉轻工大学校友总会
  words: [武汉轻工大学, 轻工大]
  admins: [zhou]
  founded: 1951
`;

const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';

let week: Week;

beforeAll(async () => {
  const topic = '武汉轻工大学北京校友分会群1';
  week = await Week.start({ config: CONFIG, topic, people: PEOPLE, begin: '03-02 09:30' });
});

afterAll(async () => {
  await week?.stop();
});

it('a week of one alumni group, from the first meeting to the digest', async () => {
  await firstWeekWatched();
  await monday();
  await tuesday();
  await wednesday();
  await thursday();
  await friday();
  await saturday();
  await week.until('03-16 09:00:30');
  await expect(week.transcript()).toMatchFileSnapshot(fileURLToPath(new URL('week.txt', import.meta.url)));
  expect(digestNumbers()).toEqual(storedNumbers());
  expect(picturesSent()).toBeGreaterThan(0);
});

/** Invited by the organisation, introduced, accepted by one word; a week of watching ends in a report. */
async function firstWeekWatched(): Promise<void> {
  await week.invite('zhou', ['limin']);
  await week.say('zhang', '大家早上好');
  await week.direct('wang', '好');
  await week.until('03-04 15:00');
  await week.say('lei', AD);
  await week.until('03-09 09:40');
  await week.direct('wang', '模式 执行');
}

/** Cards are reminded; an advertisement is warned; another is taken back in time. */
async function monday(): Promise<void> {
  await week.until('03-09 11:00');
  await week.say('lei', AD);
  await week.until('03-09 14:00');
  const spoken = await week.say('han', '兼职代购香水，低价出，加微信 hm2009');
  await week.until('03-09 14:01');
  await week.recall('han', spoken);
  await week.until('03-09 20:00');
}

/** A second advertisement; a notice without authority; a complaint. */
async function tuesday(): Promise<void> {
  await week.until('03-10 09:00');
  await week.say('lei', AD);
  await week.until('03-10 10:00:30');
  await week.say(
    'liu',
    '【通知】各位校友：请于本周五前缴纳会费200元，扫码转账到财务。校友分会 2026年3月10日',
  );
  await week.until('03-10 10:20');
  await week.direct('wang', `确认 ${week.lastCase('wang')}`);
  await week.until('03-10 12:00');
  await week.card('chen', '陈静 北京 生物工程11级');
  await week.until('03-10 12:05');
  await week.card('chen', '陈静-北京-生物工程11级');
}

/** A notice on its proper road, and the question whether it is genuine; a complaint, an appeal that somebody else decides. */
async function wednesday(): Promise<void> {
  await week.until('03-11 09:00');
  await week.direct(
    'wu',
    '投稿 周六上午九点在北海公园东门集合春游，自带午餐 来源:北京分会 有效至:2026-03-14',
  );
  await week.until('03-11 09:30');
  await week.direct('wang', `认可 ${week.lastCase('wang')}`);
  await week.until('03-11 10:30');
  await week.say('zhang', '/核验 T-2026-001');
  await week.until('03-11 11:00');
  await week.direct('ting', '举报 赵敏 私下反复加人推保险');
  await week.until('03-11 11:30');
  await week.direct('wang', `确认 ${week.lastCase('wang')}`);
  const reported = week.lastCase('ting');
  await week.until('03-11 13:00');
  await week.direct('zhao', `申诉 ${reported} 我没有加过人`);
  await week.direct('wang', `驳回 ${reported}`);
  await week.until('03-11 13:30');
  await week.direct('limin', `撤销 ${reported} 查过了，是同名的人`);
}

/** The third advertisement: the owner is asked, the member leaves the group. */
async function thursday(): Promise<void> {
  await week.until('03-12 15:00');
  await week.say('lei', AD);
  await week.until('03-12 15:10');
  await week.direct('wang', `为什么 ${week.lastCase('wang')}`);
  await week.direct('wang', `确认 ${week.lastCase('wang')}`);
}

/** The owner thinks better of it: reversed, with the line to forward. At night warnings wait. */
async function friday(): Promise<void> {
  await week.until('03-13 09:00');
  await week.direct('wang', `撤销 ${week.lastCase('wang')} 是老同学，说好不再发`);
  await week.until('03-13 10:00:30');
  await week.join('lei', 'wang', '李雷-北京-化学工程97级');
  await week.until('03-13 23:10');
  await week.say('liu', AD);
}

/** Six strangers come at once with the same words: one alert, and not one for each. */
async function saturday(): Promise<void> {
  await week.until('03-14 16:00');
  const raiders = PEOPLE.filter(({ id }) => id.startsWith('raid'));
  for (const { id } of raiders) await week.join(id, null);
  for (const text of ['兼职刷单日结三百，先垫付，加微信 zz8888', '刷单返现，先垫付后返，加微信 zz8888'])
    for (const { id } of raiders) await week.say(id, text);
  await week.until('03-14 16:10');
  await week.direct('wang', '事件');
  await week.until('03-15 20:00');
  await week.direct('wang', '状态');
}

function picturesSent(): number {
  return week.gateway.calls.seen.filter(
    ({ method, args }) => method === 'messageSendFile' && JSON.stringify(args).includes('zhoubao'),
  ).length;
}

/** The totals as the owner reads them. */
function digestNumbers(): Readonly<Record<string, number>> {
  const text = week.said('wang').findLast((line) => line.text.includes('周报 3月9日'))?.text ?? '';
  const of = (name: RegExp): number => Number(name.exec(text)?.[1] ?? 0);
  return {
    messages: of(/(\d+)条消息/u),
    violations: of(/违规(\d+)/u),
    reviews: of(/疑似或轻微(\d+)/u),
    warnings: of(/提醒(\d+)/u),
    removals: of(/移出(\d+)/u),
    reversals: of(/撤销(\d+)/u),
    joined: of(/新来(\d+)人/u),
    left: of(/离开(\d+)人/u),
    published: of(/发布通知(\d+)条/u),
    complaints: of(/收到举报(\d+)件/u),
  };
}

/** The same, counted in the database itself. */
function storedNumbers(): Readonly<Record<string, number>> {
  const db = new Database(week.database, { readonly: true });
  const [from, to] = [dated('03-09 00:00'), dated('03-16 00:00')];
  const n = (query: string): number => Number(db.prepare(query).pluck().get(ROOM, from, to));
  const cases = (more: string) =>
    n(`select count(*) from cases where group_id=? and at>=? and at<? and ${more}`);
  const done = (kind: string) =>
    n(
      `select count(*) from outbox where group_id=? and settled_at>=? and settled_at<? and stage='live' and outcome='done' and kind='${kind}'`,
    );
  const counter = (name: string): number =>
    Number(
      db
        .prepare(
          'select coalesce(sum(value),0) from counter where group_id=? and name=? and day>=? and day<?',
        )
        .pluck()
        .get(ROOM, name, '2026-03-09', '2026-03-16'),
    );
  const numbers = {
    messages: counter('messages'),
    violations: cases("verdict='violation'"),
    reviews: cases("verdict='review'"),
    warnings: done('warn'),
    removals: done('remove'),
    reversals: n(
      "select count(*) from case_event e join cases c on c.id=e.case_id where c.group_id=? and e.at>=? and e.at<? and e.kind='overturned'",
    ),
    joined: counter('joined'),
    left: counter('left'),
    published: n('select count(*) from notice where group_id=? and published_at>=? and published_at<?'),
    complaints: n('select count(*) from complaint where group_id=? and at>=? and at<?'),
  };
  db.close();
  return numbers;
}
