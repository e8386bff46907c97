import { afterEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, say } from '../../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../../fakes/stage.js';

/** Suspected only: advertising, which leads to a word, and fraud, which leads to a removal. */
const AD = '长期招代理';
const JOB = '兼职日结私聊';
/** A certain fraud: its removal is asked for. */
const FRAUD = '刷单先垫付';

let stage: Stage;
afterEach(() => stage.store.close());

async function said(...texts: readonly string[]): Promise<void> {
  stage = await openStage({ config: ENFORCED });
  await stage.play(
    meet('03-02 09:00'),
    ...texts.map((text, index) => say(`03-02 09:0${index + 1}`, 'u5', text)),
  );
}

async function tell(at: string, text: string, from = 'u1'): Promise<string> {
  return (await stage.after(direct(at, from, text), clock(`${at}:50`))).join('\n');
}

const toOwner = () => stage.lines.filter((line) => line.type === 'direct' && line.to === 'u1').length;
const statuses = async (...ids: readonly number[]) =>
  Promise.all(ids.map(async (id) => (await stage.store.caseById(id))?.status));
const strikes = async () =>
  (await stage.store.strikesOf('g1', 'u5')).filter(({ reversedAt }) => reversedAt === null).length;

describe('several suspected messages of one member', () => {
  it.each([
    { name: 'nothing suspected: nobody is asked', texts: ['大家好'], want: 0 },
    { name: 'one is one request', texts: [AD], want: 1 },
    { name: 'three are one request', texts: [AD, AD, AD], want: 1 },
  ])('$name', async ({ texts, want }) => {
    await said(...texts);
    await stage.play(clock('03-02 09:05'));
    expect(toOwner()).toBe(want);
  });

  it('are told together ten minutes after the first that joined, in one line', async () => {
    await said(AD, AD, AD);
    const lines = await stage.after(clock('03-02 09:11'), clock('03-02 09:13'));
    expect(lines).toEqual([
      '03-02 09:12 direct →u1 #2 | 编号 1 还在等您,“分会群”里 李雷-武汉-化学97级 又有2条请您一并看(像是推销;编号 2、3)。提醒对方请回 /确认 1,都放过请回 /驳回 1。依据:/为什么 1。',
    ]);
  });

  it('who goes on is told of ever more seldom', async () => {
    await said(AD);
    const more = Array.from({ length: 50 }, (_, index) => say(`03-02 09:${String(index + 10)}`, 'u5', AD));
    const lines = await stage.after(...more, clock('03-02 11:30'));
    expect(lines.map((line) => line.slice(6, 11))).toEqual(['09:20', '09:39', '10:17']);
  });

  it('at night what is not severe is told in the morning, all of it in one line', async () => {
    stage = await openStage({ config: ENFORCED });
    await stage.play(meet('03-02 09:00'), say('03-02 23:01', 'u5', AD), say('03-02 23:30', 'u5', AD));
    await stage.play(say('03-03 02:00', 'u5', AD));
    const lines = await stage.after(clock('03-03 09:00'));
    expect(lines.filter((line) => line.includes('→u1'))).toHaveLength(2);
    expect(lines.join('\n')).toContain('又有2条请您一并看(像是推销;编号 2、3)');
  });

  it('nothing is told of what was answered before', async () => {
    await said(AD, AD);
    await tell('03-02 09:05', '驳回 1');
    expect(await stage.after(clock('03-02 10:00'))).toEqual([]);
  });

  it('somebody else has a request of his own, and so has the same member after the answer', async () => {
    await said(AD);
    expect((await stage.after(say('03-02 09:02', 'u6', AD), clock('03-02 09:03'))).join()).toContain(
      '编号 2',
    );
    await tell('03-02 09:04', '驳回 1');
    const lines = await stage.after(say('03-02 09:05', 'u5', AD), clock('03-02 09:06'));
    expect(lines.join('\n')).toContain('请您定夺(编号 3)');
  });

  it('are shown with the first: one line in the list, all evidence in why, each step in its own case', async () => {
    await said(AD, AD);
    expect(await tell('03-02 09:05', '案件')).toContain('请群主看 等答复(连同 2 一起定)');
    expect(await tell('03-02 09:06', '为什么 1')).toContain('编号 2 规则“');
    expect(await tell('03-02 09:07', '案件 2')).toContain('和同一位的前一件一起定(随编号 1)');
    expect(await tell('03-02 09:08', '状态')).toContain('1件待定');
  });

  it('a request that lies a day is repeated once, with their numbers', async () => {
    await said(AD, AD);
    await stage.play(clock('03-02 09:30'));
    const lines = await stage.after(clock('03-03 09:30'));
    expect(lines.filter((line) => line.includes('这件事还在等您'))).toEqual([
      expect.stringContaining('同一位还有编号 2,一起定。提醒对方请回 /确认 1'),
    ]);
  });
});

describe('one decision settles all of it', () => {
  it.each([
    {
      name: 'the first is confirmed',
      text: '确认 1',
      want: 'confirmed',
      left: 1,
      said: '编号 1、2、3 已提醒并记过',
    },
    {
      name: 'the last is confirmed',
      text: '确认 3',
      want: 'confirmed',
      left: 1,
      said: '编号 1、2、3 已提醒并记过',
    },
    { name: 'the first is let go', text: '驳回 1', want: 'rejected', left: 0, said: '编号 1、2、3 放过' },
    { name: 'the last is let go', text: '驳回 3', want: 'rejected', left: 0, said: '编号 1、2、3 放过' },
    {
      name: 'several numbers at once',
      text: '确认 1 2 3',
      want: 'confirmed',
      left: 1,
      said: '编号 1、2、3 已提醒并记过',
    },
  ])('$name: one strike at most', async ({ text, want, left, said: answer }) => {
    await said(AD, AD, AD);
    expect(await tell('03-02 09:10', text)).toContain(answer);
    expect(await statuses(1, 2, 3)).toEqual([want, want, want]);
    expect(await strikes()).toBe(left);
    expect(stage.lines.filter(({ type }) => type === 'say').length).toBe(1 + left);
  });

  it('a reversal while it is open lets go of all', async () => {
    await said(AD, AD, AD);
    expect(await tell('03-02 09:10', '撤销 1')).toContain('编号 1、2、3 已撤销');
    expect(await statuses(1, 2, 3)).toEqual(['overturned', 'rejected', 'rejected']);
    expect(await stage.after(clock('03-02 12:00'))).toEqual([]);
  });

  it('a reversal afterwards takes back all that was decided with it', async () => {
    await said(AD, AD);
    await tell('03-02 09:10', '确认 1');
    expect(await tell('03-02 09:20', '撤销 1')).toContain('编号 1、2 已撤销,1次记过已取消,会告诉本人');
    expect(await statuses(1, 2)).toEqual(['overturned', 'rejected']);
    expect(await strikes()).toBe(0);
  });

  it('one of them can be reversed alone; the rest stands', async () => {
    await said(AD, AD);
    await tell('03-02 09:10', '确认 1');
    expect(await tell('03-02 09:20', '撤销 2')).toContain('编号 2 已撤销。');
    expect(await statuses(1, 2)).toEqual(['confirmed', 'overturned']);
    expect(await strikes()).toBe(1);
  });
});

describe('a graver finding reaches whoever is asked', () => {
  it('more than was asked about is asked anew, for all of it', async () => {
    await said(AD);
    const lines = await stage.after(say('03-02 09:02', 'u5', JOB), clock('03-02 09:03'));
    expect(lines).toEqual([
      expect.stringMatching(/请您定夺\(编号 2\).*同一位还有编号 1,一起定。移出请回 \/确认 2/u),
    ]);
    expect(await tell('03-02 09:05', '案件')).toMatch(/2\) .*等答复\(连同 1 一起定\)/u);
    expect(await tell('03-02 09:10', '驳回 2')).toContain('编号 1、2 放过');
  });

  it('the case that was asked before says so, and the digest counts one question', async () => {
    await said(AD, JOB);
    expect(await tell('03-02 09:05', '案件 1')).toContain('和同一位的后一件一起定(随编号 2)');
    expect(await tell('03-02 09:06', '状态')).toContain('1件待定');
  });

  it('a yes to what was asked first means no more than that, and says what waits', async () => {
    await said(AD, JOB);
    expect(await tell('03-02 09:10', '确认 1')).toContain(
      '编号 1 已提醒并记过。同一位的编号 2 更要紧,还在等您。',
    );
    expect(await statuses(1, 2)).toEqual(['confirmed', 'open']);
    expect(stage.lines.filter(({ type }) => type === 'remove')).toHaveLength(0);
  });

  it('a certain offence is asked about at once, and its answer settles what was suspected', async () => {
    await said(JOB);
    const lines = await stage.after(say('03-02 09:02', 'u5', FRAUD), clock('03-02 09:03'));
    expect(lines.join('\n')).toMatch(/请您定夺\(编号 2\).*同一位还有编号 1,一起定/u);
    expect(await tell('03-02 09:10', '确认 2')).toContain('编号 1、2 正在移出');
    expect(await statuses(1, 2)).toEqual(['confirmed', 'confirmed']);
  });

  it('what is suspected while a removal is asked about joins it; who leaves ends all of it', async () => {
    await said(FRAUD, AD);
    expect(await stage.after(clock('03-02 09:05'))).toEqual([]);
    const lines = await stage.after(event('03-02 09:10', 'leave', { member: 'u5' }), clock('03-02 09:11'));
    expect(lines.join('\n')).toContain('编号 1、2 办结');
    expect(await statuses(1, 2)).toEqual(['closed', 'closed']);
  });

  it('an appeal is a question of its own', async () => {
    await said(AD);
    await tell('03-02 09:10', '确认 1');
    await tell('03-02 09:20', '申诉 1 我只是问问', 'u5');
    const lines = await stage.after(say('03-02 09:30', 'u5', AD), clock('03-02 09:31'));
    expect(lines.join('\n')).toContain('请您定夺(编号 2)');
  });
});
