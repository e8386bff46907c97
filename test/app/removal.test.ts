import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../fakes/stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  await stage.play(meet('03-02 09:00'));
});
afterEach(() => stage.store.close());

async function tell(at: string, from: string, text: string): Promise<string> {
  return (await stage.after(direct(at, from, text), clock(`${at.slice(0, 11)}:59`))).join('\n');
}

/** The code in the answer to /移出. */
async function codeFor(at: string, from: string, name: string): Promise<string> {
  return /\/确认 ([A-Z]\d{3})/u.exec(await tell(at, from, `/移出 ${name} 骚扰`))?.[1] ?? '';
}

const removed = () => stage.lines.filter((line) => line.type === 'remove').map((line) => line.to);

describe('/移出', () => {
  it.each([
    { name: 'nobody named', text: '/移出', want: '请这样写:/移出 @人 [原因]' },
    { name: 'the owner', text: '/移出 王建国', want: '不能移出' },
    { name: 'an administrator', text: '/移出 郑强', want: '不能移出' },
    { name: 'oneself, an administrator', text: '/移出 周敏', want: '不能移出' },
  ])('$name: nobody is removed', async ({ text, want }) => {
    expect(await tell('03-02 09:10', 'u2', text)).toContain(want);
    expect(removed()).toEqual([]);
  });

  it('the code in time: removed, the group and the owner are told', async () => {
    const code = await codeFor('03-02 09:10', 'u2', '李雷');
    const lines = await tell('03-02 09:11', 'u2', `确认 ${code.toLowerCase()}`);
    expect(lines).toMatch(/direct →u2 \| 好的,正在移出 李雷.*\n.*remove →u5 #1\n/u);
    expect(lines).toContain('一位成员因管理员的决定被移出本群,编号 1');
    expect(lines).toContain('direct →u1 #1 | 已移出 李雷');
  });

  it.each([
    { name: 'after sixty seconds and one', at: '03-02 09:11:01', from: 'u2', typed: (code: string) => code },
    {
      name: 'given by another administrator',
      at: '03-02 09:10:30',
      from: 'u3',
      typed: (code: string) => code,
    },
    { name: 'a wrong code', at: '03-02 09:10:30', from: 'u2', typed: () => 'Z000' },
    { name: 'a letter alone', at: '03-02 09:10:30', from: 'u2', typed: () => 'A' },
  ])('$name: nobody is removed', async ({ at, from, typed }) => {
    await stage.play(direct('03-02 09:10', 'u2', '/移出 李雷'));
    const code = /\/确认 ([A-Z]\d{3})/u.exec(stage.lines.at(-1)?.text ?? '')?.[1] ?? '';
    expect(code).not.toBe('');
    await stage.play(direct(at, from, `/确认 ${typed(code)}`), clock('03-02 09:20'));
    expect(stage.lines.at(-1)?.text).toBe('这个确认码不对,或已经过期。请把刚才的命令再发一次。');
    expect(removed()).toEqual([]);
  });

  it('exactly sixty seconds later the code still holds; it is good once', async () => {
    await stage.play(direct('03-02 09:10', 'u2', '/移出 李雷'));
    const code = /\/确认 ([A-Z]\d{3})/u.exec(stage.lines.at(-1)?.text ?? '')?.[1] ?? '';
    await stage.play(
      direct('03-02 09:11', 'u2', `/确认 ${code}`),
      clock('03-02 09:12'),
      direct('03-02 09:12', 'u2', `/确认 ${code}`),
    );
    expect(removed()).toEqual(['u5']);
    await stage.play(clock('03-02 09:13'));
    expect(stage.lines.at(-1)?.text).toContain('确认码不对');
  });

  it('authority lost meanwhile: refused', async () => {
    const code = await codeFor('03-02 09:10', 'u2', '李雷');
    await stage.play(event('03-02 09:10:59', 'role', { admins: ['u3'] }));
    expect(await tell('03-02 09:11', 'u2', `/确认 ${code}`)).toContain('只有群主和管理员能用');
    expect(removed()).toEqual([]);
  });

  it('the member became an administrator meanwhile: refused', async () => {
    const code = await codeFor('03-02 09:10', 'u2', '李雷');
    await stage.play(event('03-02 09:10:59', 'role', { admins: ['u2', 'u5'] }));
    expect(await tell('03-02 09:11', 'u2', `/确认 ${code}`)).toContain('不能移出');
    expect(removed()).toEqual([]);
  });

  it('the bot has no right: said at once, how to do it by hand', async () => {
    await stage.play(event('03-02 09:05', 'role', { bot: 'member' }));
    expect(await tell('03-02 09:10', 'u2', '/移出 李雷')).toContain('请长按对方的头像→移出群聊');
  });

  it('in a watched group a removal by hand is done and told', async () => {
    await tell('03-02 09:05', 'u1', '/模式 观察');
    const code = await codeFor('03-02 09:10', 'u2', '李雷');
    const lines = await tell('03-02 09:11', 'u2', `/确认 ${code}`);
    expect(removed()).toEqual(['u5']);
    expect(lines).toContain('被移出本群,编号 1');
    expect(lines).toContain('direct →u1 #1 | 已移出');
  });

  it('a removal asked for before the group was only watched is done when it is confirmed', async () => {
    await stage.play(say('03-02 09:05', 'u5', '刷单先垫付'), clock('03-02 09:06'));
    await tell('03-02 09:10', 'u1', '/模式 观察');
    await tell('03-02 09:12', 'u1', '/确认 1');
    expect(removed()).toEqual(['u5']);
  });

  it('who answers for two groups need not choose one: the code knows', async () => {
    const config = `${ENFORCED}  - id: g2\n`;
    const two = await openStage({ config });
    await two.play(
      meet('03-02 09:00'),
      meet('03-02 09:00', { group: 'g2', name: '行业群', members: PEOPLE.slice(0, 2) }),
    );
    await two.play(say('03-02 09:10', 'u1', '/移出 @李雷\u2005', { mentions: ['u5'] }));
    const code = /\/确认 ([A-Z]\d{3})/u.exec(two.lines.at(-1)?.text ?? '')?.[1] ?? '';
    await two.play(direct('03-02 09:10:30', 'u1', `/确认 ${code}`), clock('03-02 09:12'));
    expect(two.lines.filter((line) => line.type === 'remove').map((line) => line.to)).toEqual(['u5']);
    await two.store.close();
  });
});

describe('the brake', () => {
  const CROWD = Array.from({ length: 8 }, (_, index) => ({
    id: `v${index}`,
    name: `网友${index}`,
    card: '',
  }));

  it('the fourth removal of a day is refused; the next day it is not', async () => {
    await stage.play(meet('03-02 09:05', { members: [...PEOPLE, ...CROWD] }));
    for (const index of [0, 1, 2]) {
      const code = await codeFor(`03-02 10:1${index}`, 'u2', `网友${index}`);
      await tell(`03-02 10:1${index}:59`, 'u2', `/确认 ${code}`);
    }
    await stage.play(clock('03-02 10:20'));
    expect(removed()).toEqual(['v0', 'v1', 'v2']);
    expect(await tell('03-02 11:00', 'u2', '/移出 网友3')).toContain('今天已经移出3人,到了上限');
    expect(await codeFor('03-03 11:00', 'u2', '网友3')).not.toBe('');
  });
});
