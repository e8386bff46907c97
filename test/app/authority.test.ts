import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/index.js';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const STAFFED = 'organisation:\n  admins: [u0]\ngroups:\n  - id: g1\n';

async function met(): Promise<Stage> {
  const stage = await openStage({ config: STAFFED });
  await stage.play(meet('03-02 09:00'));
  return stage;
}

/** Who may give which command, as the table of commands says. */
const LEAST = {
  帮助: 'u5',
  群规: 'u5',
  隐私: 'u5',
  我的数据: 'u5',
  记录: 'u5',
  核验: 'u5',
  投稿: 'u5',
  案件: 'u5',
  为什么: 'u5',
  举报: 'u5',
  活动: 'u5',
  申诉: 'u5',
  盗号: 'u5',
  群: 'u5',
  关于: 'u5',
  找群: 'u5',
  好: 'u5',
  认领: 'u5',
  状态: 'u2',
  确认: 'u2',
  驳回: 'u2',
  认可: 'u2',
  撤销: 'u2',
  受理: 'u2',
  撤回: 'u2',
  漏判: 'u2',
  肃静: 'u2',
  警告: 'u2',
  移出: 'u2',
  周报: 'u2',
  事件: 'u2',
  模式: 'u1',
  域名: 'u1',
  豁免: 'u1',
  备案: 'u1',
  改群名: 'u1',
  任命: 'u1',
  免去: 'u1',
  移交: 'u1',
  换届: 'u1',
  复制设置: 'u1',
  群状态: 'u1',
  停权: 'u0',
  复权: 'u0',
  重叠: 'u0',
  设置: 'u1',
  规则: 'u1',
  词库: 'u1',
  导出: 'u1',
  授权: 'u1',
  取消授权: 'u1',
  封禁: 'u1',
  解封: 'u1',
  名片: 'u2',
  名册: 'u2',
  入群: 'u5',
  离任: 'u0',
  退群: 'u5',
} as const;

const RANK = ['u5', 'u2', 'u1', 'u0'] as const;
const REFUSED =
  /^\S+ \S+ direct →\S+ \| 这个命令只有(?:群主|群主和管理员|校友会\(组织\)的工作人员)能用[。,]/u;

describe('who may give which command', () => {
  it('the table names every command', () => {
    expect(Object.keys(LEAST).toSorted()).toEqual(
      COMMANDS.flatMap((command) => command.names.slice(0, 1)).toSorted(),
    );
  });

  it.each(Object.entries(LEAST))('%s: at least %s', async (name, least) => {
    const stage = await met();
    for (const [index, actor] of RANK.entries()) {
      const lines = await stage.after(
        direct(`03-02 09:${10 + index}`, actor, `/${name}`),
        clock(`03-02 09:${10 + index}:30`),
      );
      const refused = lines.some((line) => REFUSED.test(line));
      expect({ actor, refused }).toEqual({ actor, refused: RANK.indexOf(actor) < RANK.indexOf(least) });
    }
    await stage.store.close();
  });

  it('every command has its English alias', async () => {
    const stage = await met();
    for (const [index, command] of COMMANDS.entries()) {
      const at = `03-02 ${10 + Math.floor(index / 50)}:${10 + (index % 50)}`;
      const lines = await stage.after(direct(at, 'u1', command.names[1] ?? ''), clock(`${at}:30`));
      expect(lines.filter((line) => line.includes('没有“'))).toEqual([]);
      expect(lines).not.toEqual([]);
    }
    await stage.store.close();
  });

  it('a refused command is answered where it was given, changes nothing and is recorded', async () => {
    const stage = await met();
    const lines = await stage.after(say('03-02 09:10', 'u5', '/模式 观察'), clock('03-02 09:11'));
    expect(lines).toEqual(['03-02 09:10 say | 这个命令只有群主能用。有情况可以用 /举报 告诉群主。']);
    expect(await stage.store.settings('g1')).toEqual({});
    expect(await stage.store.verifyAudit()).toEqual({ kind: 'whole', entries: expect.any(Number) as number });
    await stage.store.close();
  });

  it('a member named exactly like the owner is a member', async () => {
    const stage = await met();
    const twin = { id: 'u66', name: '老王', card: '王建国-北京-食品科学与工程98级' };
    await stage.play(event('03-02 09:05', 'join', { member: twin }));
    const lines = await stage.after(direct('03-02 09:10', 'u66', '/模式 观察'), clock('03-02 09:11'));
    expect(lines).toEqual(['03-02 09:10 direct →u66 | 这个命令只有群主能用。有情况可以用 /举报 告诉群主。']);
    await stage.store.close();
  });

  it('authority is looked up when the command is given: a new owner commands, the old one does not', async () => {
    const stage = await met();
    await stage.play(event('03-02 09:05', 'role', { owner: 'u6', admins: [] }), clock('03-02 09:06'));
    expect(await stage.after(direct('03-02 09:10', 'u1', '/模式 观察'), clock('03-02 09:11'))).toEqual([
      '03-02 09:10 direct →u1 | 这个命令只有群主能用。有情况可以用 /举报 告诉群主。',
    ]);
    expect(await stage.after(direct('03-02 09:20', 'u6', '/模式 观察'), clock('03-02 09:21'))).toHaveLength(
      1,
    );
    expect(await stage.store.settings('g1')).toEqual({ mode: 'observe' });
    await stage.store.close();
  });

  it('cases of an administrator are shown to staff alone', async () => {
    const stage = await met();
    await stage.play(say('03-02 09:05', 'u2', '傻瓜笨蛋'), clock('03-02 09:06'));
    for (const [index, actor] of ['u1', 'u3', 'u2', 'u5'].entries()) {
      const lines = await stage.after(
        direct(`03-02 09:${10 + index}`, actor, '/为什么 1'),
        clock(`03-02 09:${10 + index}:30`),
      );
      expect(lines.join()).toContain('没有编号 1 的案件');
    }
    expect(
      (await stage.after(direct('03-02 09:20', 'u0', '/为什么 1'), clock('03-02 09:21'))).join(),
    ).toContain('人身攻击');
    await stage.store.close();
  });

  it('a member sees own cases and own strikes, and nobody else’s', async () => {
    const stage = await met();
    await stage.play(say('03-02 09:05', 'u5', '傻瓜笨蛋'), clock('03-02 09:06'));
    const ask = async (minute: number, actor: string, text: string) =>
      (await stage.after(direct(`03-02 10:${minute}`, actor, text), clock(`03-02 10:${minute}:30`))).join();
    expect(await ask(10, 'u5', '/为什么 1')).toContain('人身攻击');
    expect(await ask(11, 'u5', '/记录')).toContain('有效1次');
    expect(await ask(12, 'u5', '/案件')).toContain('与您有关的案件');
    expect(await ask(13, 'u6', '/为什么 1')).toContain('没有编号 1');
    expect(await ask(14, 'u6', '/记录 李雷')).toContain('只有群主和管理员能用');
    expect(await ask(15, 'u6', '/案件 李雷')).toContain('只有群主和管理员能用');
    expect(await ask(16, 'u6', '/案件')).toContain('没有');
    expect(PEOPLE.map((person) => person.id)).toContain('u6');
    await stage.store.close();
  });
});
