import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const BOT = { id: 'bot', name: '管理助手', card: '' };
const AD = '特价面膜加微信';

let stage: Stage;
async function open(config = 'groups:\n  - id: g1\n  - id: g2\n'): Promise<void> {
  stage = await openStage({ config });
  await stage.play(meet('03-02 09:00', { botId: 'bot' }));
}
beforeEach(() => open());
afterEach(() => stage.store.close());

let minute = 10;
beforeEach(() => void (minute = 10));

async function tell(text: string, from = 'u5', day = '03-02'): Promise<string> {
  minute += 1;
  const at = `${day} 09:${minute}`;
  return (await stage.after(direct(at, from, text), clock(`${at}:50`))).join('\n');
}
const offend = (at = '03-02 09:02', text = AD, from = 'u5') => stage.play(say(at, from, text));

const COMPLAINTS = [
  '我只是转发的,为什么说我',
  '凭什么警告我',
  '我没发广告',
  '误会了',
  '冤枉啊',
  '你们误判了吧',
  '为什么',
  '为什么?',
  '/为什么',
  '为什么警告我',
  '为什么 说我',
  '怎么申诉',
  '我要申诉',
];

describe('words that are no command, from a member', () => {
  it.each(['', ...COMPLAINTS].map((text) => ({ text })))(
    '“$text” without a case: as everybody is answered',
    async ({ text }) => {
      expect(await tell(text)).not.toMatch(/申诉 \d|如果您说的是/u);
    },
  );

  it('an appeal without a number is about the question that all of it is settled by', async () => {
    await offend('03-02 09:02', '刷单先垫付');
    await offend('03-02 09:03', '刷单先垫付');
    expect(await tell('申诉 我是提醒大家别上当')).toContain('收到您对编号 1 的申诉');
    expect(await stage.store.appeals(1)).toHaveLength(1);
    expect(await stage.store.appeals(2)).toEqual([]);
  });

  it('a removal that nobody has decided yet is not told as done', async () => {
    await offend('03-02 09:02', '刷单先垫付');
    const lines = await tell('凭什么说我');
    expect(lines).toContain('一条消息像是诈骗,负责人正在看,还没有定。');
    expect(lines).not.toContain('离开');
  });

  it.each(COMPLAINTS.map((text) => ({ text })))(
    '“$text” with one: which it is, and how to appeal',
    async ({ text }) => {
      await offend();
      const lines = await tell(text);
      expect(lines).toContain('direct →u5 | ');
      expect(lines).toContain('编号 1:3月2日 09:02 在“分会群”,一条消息像是推销,提醒过您。');
      expect(lines).toContain('/ 申诉 1 理由 /');
      expect(lines).toContain('看依据:/为什么 1');
      expect(await stage.store.appeals(1)).toEqual([]);
      expect((await stage.store.caseById(1))?.status).toBe('closed');
    },
  );

  it.each([
    { text: '您好', want: '您好,我是群管理助手' },
    { text: '帮助', want: '您在这里可以用' },
    { text: '帮组', want: '您是不是想用 /帮助' },
    { text: '群规', want: '不发广告' },
    { text: '为什么 1', want: '编号 1:' },
  ])('$text with one: as without', async ({ text, want }) => {
    await offend();
    const lines = await tell(text);
    expect(lines).toContain(want);
    expect(lines).not.toContain('如果您说的是');
  });

  it('somebody else’s case is not shown', async () => {
    await offend();
    expect(await tell('我没发广告', 'u6')).toContain('没看懂');
  });

  it('an administrator is answered as before', async () => {
    await offend('03-02 09:02', AD, 'u2');
    expect(await tell('我没发广告', 'u2')).toContain('没看懂');
  });

  it('the line copied as it is appeals without a reason', async () => {
    await offend();
    expect(await tell('申诉 1 理由')).toContain('收到您对编号 1 的申诉');
    expect((await stage.store.caseEvents(1)).find(({ kind }) => kind === 'appealed')?.reason).toBe('');
  });

  it('with a reason behind the place holder, the reason alone', async () => {
    await offend();
    await tell('申诉 1 理由:我只是转发');
    expect((await stage.store.caseEvents(1)).find(({ kind }) => kind === 'appealed')?.reason).toBe(
      '我只是转发',
    );
  });
});

describe('how the case stands', () => {
  it('appealed: it is being looked at, and no second appeal is proposed', async () => {
    await offend();
    await tell('申诉 1 我只是转发');
    const lines = await tell('怎么还没有结果呢');
    expect(lines).toContain('您的申诉已经在看了');
    expect(lines).not.toContain('理由');
  });

  it('not decided yet: said so', async () => {
    await offend('03-02 09:02', '兼职日结私聊');
    const lines = await tell('我只是问问');
    expect(lines).toContain('编号 1:3月2日 09:02 在“分会群”,一条消息像是诈骗。负责人正在看,还没有定。');
    expect(lines).not.toContain('申诉 1');
  });

  it('reversed: nothing is left to speak of', async () => {
    await offend();
    await tell('撤销 1', 'u1');
    expect(await tell('我没发广告')).toContain('没看懂');
  });

  it('a month later: too late to appeal, nothing to speak of', async () => {
    await offend();
    expect(await tell('我没发广告', 'u5', '04-02')).toContain('没看懂');
  });

  it('a group that only looks on has said nothing to anybody', async () => {
    await stage.store.close();
    await open('groups:\n  - id: g1\n    mode: observe\n');
    await offend();
    expect(await tell('我没发广告')).toContain('没看懂');
  });

  it('a complaint that is not decided stays hidden from the accused', async () => {
    await tell('举报 李雷 老是打扰我', 'u6');
    expect(await tell('我没有打扰谁')).toContain('没看懂');
  });

  it('several: the newest first, one line to copy', async () => {
    await offend();
    await offend('03-02 09:08', '傻瓜笨蛋');
    const lines = await tell('凭什么');
    expect(lines.indexOf('编号 2:')).toBeGreaterThan(0);
    expect(lines.indexOf('编号 1:')).toBeGreaterThan(lines.indexOf('编号 2:'));
    expect(lines.match(/申诉 \d 理由/gu)).toEqual(['申诉 2 理由']);
  });
});

describe('where it is said', () => {
  it('removed from the group: still answered about the own case', async () => {
    await offend('03-02 09:02', '刷单先垫付');
    await tell('确认 1', 'u1');
    await stage.play(event('03-02 09:12', 'leave', { member: 'u5' }));
    const lines = await tell('凭什么把我移出来');
    expect(lines).toContain('编号 1:');
    expect(lines).toContain('申诉 1 理由');
  });

  it('a member of two groups is not asked which: the case says it', async () => {
    await stage.play(meet('03-02 09:01', { group: 'g2', name: '二群' }));
    await offend();
    expect(await tell('我没发广告')).toContain('“分会群”');
  });

  it('to the bot in the group: answered in private', async () => {
    await stage.play(meet('03-02 09:01', { members: [BOT], botId: 'bot' }));
    await offend();
    const text = '@管理助手\u2005凭什么警告我';
    const lines = await stage.after(
      say('03-02 09:20', 'u5', text, { mentions: ['bot'] }),
      clock('03-02 09:20:50'),
    );
    expect(lines).toEqual([expect.stringContaining('direct →u5 | 抱歉,我只看得懂命令。如果您说的是这件事')]);
  });
});
