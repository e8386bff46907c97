import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

let stage: Stage;
let minute = 0;

beforeEach(async () => {
  stage = await openStage();
  minute = 0;
  await stage.play(meet('03-02 09:00'));
});
afterEach(() => stage.store.close());

function next(): string {
  minute += 1;
  return `03-02 1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** What the bot does after words said in private. */
async function tell(from: string, text: string): Promise<string> {
  const at = next();
  return (await stage.after(direct(at, from, text), clock(`${at}:40`))).join('\n');
}

/** What the bot does after words said in the group. */
async function call(from: string, text: string, mentions: readonly string[] = []): Promise<string> {
  const at = next();
  return (await stage.after(say(at, from, text, { mentions }), clock(`${at}:40`))).join('\n');
}

describe('help', () => {
  it('shows a member what a member may do, and the owner more', async () => {
    const mine = await tell('u5', '/帮助');
    expect(mine).toContain('/群规');
    expect(mine).not.toContain('/模式');
    expect(await tell('u1', '/帮助')).toContain('/模式 ');
  });

  it('one command; one that is not for him is not shown', async () => {
    expect(await tell('u5', '/帮助 /记录')).toMatch(/\| \/记录 \[@人\] \/ .*\/strikes$/u);
    expect(await tell('u5', '/帮助 模式')).not.toContain('/模式');
  });

  it.each([
    { text: '/状况', want: '/状态' },
    { text: '/hepl', want: '/help' },
  ])('$text: did you mean $want?', async ({ text, want }) => {
    expect(await call('u1', text)).toContain(`没有“${text}”这个命令。您是不是想用 ${want}?`);
  });

  it('a command that is nothing like any gets no guess', async () => {
    expect(await call('u5', '/今天天气不错')).toMatch(
      /没看懂“今天天气不错”,我只认命令。常用:.*;看全部:\/帮助$/u,
    );
  });

  it('words in the group that are no command are not answered', async () => {
    expect(await call('u1', '请问 /状态 怎么用')).toBe('');
    expect(await call('u1', '状态')).toBe('');
  });
});

describe('rules, privacy, status', () => {
  it('the rules name the card and the ladder', async () => {
    expect(await call('u5', '/群规')).toMatch(/say \| “分会群”群规:.*6\. 不发广告.*姓名-城市-专业年级/u);
  });

  it('without staff /隐私 names a place to complain outside the bot', async () => {
    expect(await call('u5', '／隐私')).toContain('微信的投诉入口');
  });

  it('the status goes to the administrator in private', async () => {
    await stage.play(
      say('03-02 09:05', 'u5', '刷单先垫付'),
      event('03-02 09:06', 'join', { member: { id: 'u7', name: '小王' } }),
    );
    expect(await call('u2', '/状态')).toMatch(
      /direct →u2 \| “分会群”:执行;移出前先问您 .* 等着的:1件待定.*,1张名片待改/u,
    );
  });
});

describe('mode', () => {
  it.each([
    { text: '/模式', want: '现在是执行' },
    { text: '/模式 观察', want: '已改为观察' },
    { text: '/mode OBSERVE', want: '已改为观察' },
    { text: '/模式 打盹', want: '请这样写:/模式 观察|执行' },
    { text: '/模式 constructor', want: '请这样写' },
  ])('$text: $want', async ({ text, want }) => {
    expect(await tell('u1', text)).toContain(want);
  });

  it('observed strikes never count after /模式 执行', async () => {
    await tell('u1', '/模式 观察');
    for (let times = 0; times < 3; times += 1) expect(await call('u5', '特价面膜加微信')).toBe('');
    await tell('u1', '/模式 执行');
    expect(await call('u5', '特价面膜加微信')).toContain('第1次提醒');
  });

  it('what the owner changed outlives a restart', async () => {
    await tell('u1', '/模式 观察');
    const again = await openStage({ store: stage.store, world: stage.world });
    const lines = await again.after(say('03-03 09:00', 'u5', '刷单先垫付'), clock('03-03 09:10'));
    expect(lines).toEqual([]);
  });
});

describe('cases', () => {
  it.each(['/撤销', '/确认 99', '/确认 abc def', '/驳回 0', '/撤销 -1', '/为什么 1.5', '/案件 99'])(
    '%s: no such case',
    async (text) => {
      expect(await tell('u1', text)).toMatch(/没有编号 .*的案件|写上案件的编号|确认码不对/u);
    },
  );

  it('the list of open cases, oldest first', async () => {
    expect(await tell('u2', '/案件')).toContain('待您定夺的案件:没有。');
    await call('u5', '长期招代理');
    await call('u6', '听说校区要搬');
    expect(await tell('u2', '/案件')).toMatch(/1\) .*李雷.* \/ 2\) .*韩梅梅/u);
    expect(await tell('u2', '/案件 #2')).toContain('2) ');
    expect(await tell('u2', '/案件 李雷')).toContain('李雷-武汉-化学97级 的案件');
  });

  it('a case that asks nothing cannot be confirmed or rejected', async () => {
    await call('u5', '特价面膜加微信');
    expect(await tell('u1', '/确认 1')).toContain('编号 1 没有等您答复的事');
    expect(await tell('u1', '/驳回 1')).toContain('编号 1 没有等您答复的事');
  });

  it('answered twice: the second is told what was decided', async () => {
    await call('u5', '刷单先垫付');
    expect(await tell('u2', '/驳回 1')).toContain('编号 1 放过,记过已取消。');
    expect(await tell('u3', '/确认 1')).toContain('编号 1 已经处理过了:已放过');
    expect(stage.lines.filter((line) => line.type === 'remove')).toEqual([]);
  });

  it('two administrators answer in the same moment: one decision', async () => {
    await call('u5', '刷单先垫付');
    const at = Date.parse('2026-03-02T12:00:00+08:00');
    stage.clock.set(at);
    const answer = (id: string, text: string) =>
      stage.app.handle({
        kind: 'direct',
        at,
        id: `d-${id}`,
        from: { id, name: id, card: '' },
        text,
        file: null,
      });
    await Promise.all([answer('u2', '/确认 1'), answer('u3', '/驳回 1')]);
    const lines = (await stage.after(clock('03-02 12:01'))).join('\n');
    const decided = (await stage.store.caseEvents(1)).map((one) => one.kind);
    expect(decided).toHaveLength(2);
    const isRemoved = decided[1] === 'confirmed';
    expect(lines).toContain(
      `direct →u2 | ${isRemoved ? '好的,编号 1 正在移出' : '编号 1 已经处理过了:已放过'}`,
    );
    expect(lines).toContain(`direct →u3 | ${isRemoved ? '编号 1 已经处理过了:已确认' : '好的,编号 1 放过'}`);
    expect(stage.lines.filter((line) => line.type === 'remove')).toHaveLength(isRemoved ? 1 : 0);
  });

  it('overturning undoes the strike: the next warning is the first again', async () => {
    await call('u5', '特价面膜加微信');
    await tell('u1', '/撤销 1 看错了');
    expect(await call('u5', '特价面膜加微信')).toContain('第1次提醒');
  });

  it('overturning before the warning is heard: the member hears nothing', async () => {
    await stage.play(
      say('03-02 23:00', 'u5', '特价面膜加微信'),
      direct('03-02 23:05', 'u1', '/撤销 1'),
      clock('03-03 09:00'),
    );
    expect(stage.lines.filter((line) => line.case === 1)).toEqual([]);
  });

  it('/为什么 names rule, clause, masked words, strikes and what was done, and never the words', async () => {
    await call('u5', '特价面膜加微信');
    const why = await tell('u2', '/为什么 1');
    expect(why).toMatch(/规则“words”:推销,确定:特\*\*\*\*信\(第1字起\);依据 E三2/u);
    expect(why).toContain('动作 提醒本人:已完成');
    expect(why).not.toContain('特价面膜');
  });
});

describe('naming a member', () => {
  it.each([
    { name: 'nobody', text: '/警告', want: '请这样写:/警告 @人 [原因]' },
    { name: 'an unknown name', text: '/警告 赵六', want: '群里没有找到“赵六”' },
    { name: 'a card in full', text: '/警告 李雷-武汉-化学97级 吵架', want: '已提醒 李雷' },
    { name: 'the name in the card', text: '/警告 韩梅梅', want: '已提醒 韩梅梅' },
    { name: 'the contact id', text: '/警告 u5', want: '已提醒 李雷' },
    { name: 'with @ written by hand', text: '/警告 @李雷', want: '已提醒 李雷' },
    { name: 'with a full-width @', text: '/警告 ＠李雷', want: '已提醒 李雷' },
    { name: 'the owner', text: '/警告 王建国', want: '不能移出,也不记过' },
    { name: 'the bot’s own id is not a member', text: '/警告 bot', want: '群里没有找到' },
  ])('$name', async ({ text, want }) => {
    expect(await tell('u2', text)).toContain(want);
  });

  it('a mention goes before the words; a name with blanks ends at U+2005', async () => {
    await stage.play(event('03-02 09:05', 'join', { member: { id: 'u8', name: 'Tom Smith' } }));
    expect(await call('u2', '/移出 @Tom Smith\u2005骚扰', ['u8'])).toContain('要移出 Tom Smith 吗?');
    expect(await call('u2', '/警告@李雷\u2005', ['bot', 'u5'])).toContain('已提醒 李雷');
  });

  it('two match: the bot asks which, and a number answers', async () => {
    const twins = ['王芳-武汉-会计05级', '王芳-上海-英语09级'].map((card, index) => ({
      id: `w${index + 1}`,
      name: '芳',
      card,
    }));
    await stage.play(meet('03-02 09:05', { members: [...PEOPLE, ...twins] }));
    expect(await call('u2', '/警告 王芳 吵架')).toContain(
      '群里有2位 王芳:1) 王芳-武汉-会计05级 2) 王芳-上海-英语09级。请回序号。',
    );
    expect(await tell('u2', '2')).toContain('已提醒 王芳-上海-英语09级');
    expect(await tell('u2', '2')).not.toContain('已提醒');
  });

  it('a number that names none of them is no answer, and the question waits', async () => {
    const twins = ['王芳-武汉-会计05级', '王芳-上海-英语09级'].map((card, index) => ({
      id: `w${index + 1}`,
      name: '芳',
      card,
    }));
    await stage.play(meet('03-02 09:05', { members: [...PEOPLE, ...twins] }));
    await tell('u2', '/警告 王芳');
    expect(await tell('u2', '3')).toContain('没看懂“3”');
    expect(await tell('u3', '1')).toContain('没看懂“1”');
    expect(await tell('u2', '1')).toContain('已提醒 王芳-武汉');
  });

  it('a member who left meanwhile is not found', async () => {
    await stage.play(event('03-02 09:05', 'leave', { member: 'u5' }));
    expect(await tell('u2', '/警告 李雷')).toContain('群里没有找到“李雷”');
  });

  it('two commands in one instant without ids are two', async () => {
    await stage.play(
      direct('03-02 11:00', 'u2', '/警告 李雷'),
      direct('03-02 11:00', 'u3', '/警告 韩梅梅'),
      clock('03-02 11:01'),
    );
    expect((await stage.store.runTotals(Infinity)).cases).toBe(2);
  });
});
