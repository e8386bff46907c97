import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, meet, PEOPLE, say } from '../../builders/events.js';
import { openStage, type Stage } from '../../fakes/stage.js';

const BOT = { id: 'bot', name: '管理助手', card: '' };

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  const twins = [
    { id: 'w1', name: '芳', card: '王芳-武汉-会计05级' },
    { id: 'w2', name: '芳芳', card: '王芳-上海-英语09级' },
  ];
  await stage.play(meet('03-02 09:00', { botId: 'bot', members: [...PEOPLE, ...twins, BOT] }));
});
afterEach(() => stage.store.close());

async function tell(text: string, from = 'u1', at = '03-02 09:10'): Promise<string> {
  return (await stage.after(direct(at, from, text), clock(`${at}:50`))).join('\n');
}

async function call(text: string, over = {}, from = 'u2'): Promise<string> {
  return (await stage.after(say('03-02 09:10', from, text, over), clock('03-02 09:11'))).join('\n');
}

describe('a command as people write it in private', () => {
  it.each([
    { text: '', want: /^$/u },
    { text: '／帮助', want: /您在这里可以用/u },
    { text: '帮助。', want: /您在这里可以用/u },
    { text: '菜单', want: /您在这里可以用/u },
    { text: '?', want: /您在这里可以用/u },
    { text: '案件!', want: /待您定夺的案件/u },
    { text: '待办', want: /待您定夺的案件/u },
    { text: '名册核对', want: /还没有名册/u },
    { text: '模式执行', want: /改为执行/u },
    { text: '好的', want: /没有等您答复的建议/u },
    { text: '没问题', want: /没有等您答复的建议/u },
    { text: '踢 李雷', want: /要移出 李雷.* 吗/u },
    { text: '警告李雷', want: /已提醒 李雷/u },
    { text: '警告李雷-武汉-化学97级 刷屏', want: /已提醒 李雷/u },
    { text: '/警告@李雷 刷屏', want: /已提醒 李雷/u },
    { text: '警告 韩梅海', want: /没有找到“韩梅海”。您说的是不是:1\) 韩梅梅-上海-英语05级\?/u },
    { text: '警告 王芳', want: /群里有2位 王芳:1\) .* 2\) .*。请回序号/u },
    { text: '警告 赵六', want: /没有找到“赵六”。请@本人,或写全名片/u },
  ])('$text', async ({ text, want }) => {
    expect(await tell(text)).toMatch(want);
  });

  it.each([
    { text: '怎么移出一个人', want: '/移出?这样写:/移出 @人 [原因]' },
    { text: '确任 1', want: '/确认?这样写:/确认 编号' },
    { text: '想看看周报在哪', want: '/周报?看全部:/帮助' },
    { text: '禁言 李雷', want: '/肃静?这样写:/肃静 分钟|解除' },
    { text: '今天天气不错', want: '没看懂“今天天气不错”,我只认命令。常用:/案件 /状态 /周报;看全部:/帮助' },
    { text: '在吗?', want: '您好,我是群管理助手,只认命令。常用:/案件 /状态 /周报' },
  ])('not understood, $text: the likely command', async ({ text, want }) => {
    expect(await tell(text)).toContain(want);
  });

  it('a member is shown what members want', async () => {
    expect(await tell('今天天气不错', 'u5')).toContain('常用:/核验 /举报 /群规');
    expect(await tell('怎么移出一个人', 'u5')).not.toContain('/移出');
  });

  it('a near name is accepted by its number, written in any way', async () => {
    await tell('警告 韩梅海 刷屏');
    expect(await tell('第一个', 'u1', '03-02 09:11')).toContain('已提醒 韩梅梅-上海-英语05级');
  });
});

describe('said to the bot in a group', () => {
  it.each([
    { name: 'by mention', text: '@管理助手\u2005帮助', want: /say \| 您在这里可以用/u },
    { name: 'by mention and slash', text: '@管理助手\u2005/帮助', want: /say \| 您在这里可以用/u },
    {
      name: 'by mention, the client left the end out',
      text: '@管理助手 帮助',
      want: /say \| 您在这里可以用/u,
    },
    { name: 'courtesy', text: '@管理助手\u2005你好', want: /say \| 您好,我是群管理助手,只认命令/u },
  ])('$name', async ({ text, want }) => {
    expect(await call(text, { mentions: ['bot'] })).toMatch(want);
  });

  it('a member is named beside the bot', async () => {
    expect(await call('@管理助手\u2005警告 @李雷\u2005刷屏', { mentions: ['bot', 'u5'] })).toContain(
      '已提醒 李雷',
    );
  });

  it.each([
    { name: 'talk about it', text: '@李雷\u2005你问@管理助手\u2005吧', mentions: ['u5', 'bot'] },
    { name: 'somebody else', text: '@李雷\u2005帮助', mentions: ['u5'] },
    { name: 'WeChat’s own pictures', text: '/::)', mentions: [] },
    { name: 'and others of them', text: '/:strong', mentions: [] },
  ])('$name is not answered', async ({ text, mentions }) => {
    expect(await call(text, { mentions })).toBe('');
  });

  it('talk that is no command is answered once in a while, not each time', async () => {
    const again = (minute: string) =>
      stage.after(
        say(`03-02 09:${minute}`, 'u5', '@管理助手\u2005你真棒', { mentions: ['bot'] }),
        clock(`03-02 09:${minute}:30`),
      );
    expect(await again('20')).toHaveLength(1);
    expect(await again('22')).toHaveLength(0);
    expect(await again('31')).toHaveLength(1);
  });

  it.each([
    { name: 'with a reason', text: '/警告 刷屏' },
    { name: 'without one', text: '/警告' },
  ])('a quotation says whom, $name', async ({ text }) => {
    await stage.play(say('03-02 09:05', 'u5', '哈哈'));
    expect(await call(text, { quote: { from: 'u5', text: '哈哈' } })).toContain('已提醒 李雷-武汉-化学97级');
  });

  it('who is named goes before who is quoted', async () => {
    await stage.play(say('03-02 09:05', 'u5', '哈哈'));
    const lines = await call('/警告 @韩梅梅\u2005刷屏', {
      mentions: ['u6'],
      quote: { from: 'u5', text: '哈哈' },
    });
    expect(lines).toContain('已提醒 韩梅梅-上海-英语05级');
  });
});

describe('a warning by hand', () => {
  it.each([
    { reason: '', want: 'manual' },
    { reason: '请注意一下', want: 'manual' },
    { reason: '老是发广告', want: 'advertising' },
    { reason: '刷屏', want: 'flood' },
    { reason: '人身攻击', want: 'insult' },
  ])('counts as what it is: “$reason” is $want', async ({ reason, want }) => {
    await tell(`警告 李雷 ${reason}`);
    expect((await stage.store.caseById(1))?.category).toBe(want);
    expect(await tell('周报', 'u1', '03-02 09:20')).not.toContain('与本群无关');
  });

  it('at the end of the ladder the next word is the commander’s', async () => {
    await tell('警告 李雷', 'u1', '03-02 09:10');
    await tell('警告 李雷', 'u1', '03-02 09:11');
    expect(await tell('警告 李雷', 'u1', '03-02 09:12')).toContain(
      '按群规可以请对方离群了:/移出 李雷-武汉-化学97级',
    );
  });
});

describe('where there is nothing to show', () => {
  it('no roster: it says so, and how to send one', async () => {
    expect(await tell('名册 核对')).toContain('本群还没有名册,没法核对。请把 Excel 或 CSV 文件');
    expect(await tell('名册 核对', 'u2')).toContain('本群还没有名册,没法核对');
  });

  it('outsiders alone', async () => {
    expect(await tell('名册 外部')).toContain('没有记为外部的。记一位:/名册 类别 @人 外部');
    await tell('名册 类别 李雷 外部', 'u1', '03-02 09:11');
    expect(await tell('名册 外部', 'u1', '03-02 09:12')).toMatch(
      /本群\d+人。外部联系人1位:李雷-武汉-化学97级/u,
    );
  });

  it.each(['帮助', '你好', '怎么用'])(
    '%s from somebody in no group: what the bot is and how to have it',
    async (text) => {
      const lines = await tell(text, 'stranger');
      expect(lines).toContain('您好,我是群管理助手');
      expect(lines).toContain('把我拉进群');
      expect(lines).toContain('/认领 码');
    },
  );
});

describe('/核验 in a group', () => {
  const verify = (minute: string, from = 'u5') =>
    stage.after(say(`03-02 09:${minute}`, from, '/核验 刷单先垫付'), clock(`03-02 09:${minute}:30`));

  it('words that are an offence: said what they are like, and nobody is judged', async () => {
    const lines = await verify('10');
    expect(lines).toEqual([
      expect.stringMatching(/say \| 没有登记过这样的通知,内容还像是诈骗。请别照它转账/u),
    ]);
    expect(await stage.store.caseById(1)).toBeNull();
  });

  it('one after another: put before the owner, and nothing more', async () => {
    await verify('10');
    await verify('11');
    const lines = (await verify('12')).join('\n');
    expect(lines).toContain('direct →u1 #1 | 请您定夺');
    expect((await stage.store.caseById(1))?.verdict).toBe('review');
    expect(await stage.store.strikesOf('g1', 'u5')).toEqual([]);
  });

  it('ordinary words: not known, as before', async () => {
    const lines = await stage.after(say('03-02 09:10', 'u5', '/核验 周六聚会改到三点'), clock('03-02 09:11'));
    expect(lines).toEqual([expect.stringContaining('没登记不等于假')]);
  });
});

describe('an appeal without its number', () => {
  const offend = (minute: string) => say(`03-02 09:${minute}`, 'u5', '特价面膜加微信');

  it('nothing to appeal: it says so', async () => {
    expect(await tell('申诉 我没有', 'u5')).toContain('您可以申诉的案件:没有。');
  });

  it('the only one is meant', async () => {
    await stage.play(offend('05'));
    expect(await tell('申诉 我只是问价格', 'u5')).toContain('收到您对编号 1 的申诉');
  });

  it('without a reason, or of several, they are shown with how to write it', async () => {
    await stage.play(offend('05'));
    expect(await tell('申诉', 'u5')).toContain('您可以申诉的案件,请写上编号和理由,比如 /申诉 1');
    await stage.play(offend('12'));
    expect(await tell('申诉 我没有', 'u5', '03-02 09:20')).toMatch(
      /您可以申诉的案件.*1\) .*2\) |您可以申诉的案件.*2\) .*1\) /su,
    );
  });
});

describe('quoting the bot’s own word to a member', () => {
  it('means that member, not the bot', async () => {
    const text = '@李雷-武汉-化学97级 刚才那条消息,像是推销。';
    await call('/举报 他老是发广告', { quote: { from: 'bot', text } }, 'u6');
    expect((await stage.store.caseById(1))?.memberId).toBe('u5');
  });

  it('to nobody in particular: about no one', async () => {
    await call('/举报 这样不对', { quote: { from: 'bot', text: '大家好,一起温习一下群规。' } }, 'u6');
    expect((await stage.store.caseById(1))?.memberId).toBeNull();
  });
});

describe('the list of what waits', () => {
  it('a complaint is a complaint, not what it complains of', async () => {
    await tell('举报 李雷 老是打扰我', 'u6');
    expect(await tell('案件', 'u1', '03-02 09:11')).toMatch(
      /1\) .* 李雷-武汉-化学97级 举报 请群主看 等答复/u,
    );
  });
});
