import { afterEach, expect, it } from 'vitest';
import { direct, meet } from '../../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../../fakes/stage.js';

const tables = {
  read: () =>
    Promise.resolve([
      ['姓名', '城市', '专业', '年级'],
      ['李雷', '武汉', '化学', '97级'],
    ]),
};

let stage: Stage;
afterEach(() => stage.store.close());

async function played(from: string, file = '名册.xlsx'): Promise<string> {
  stage = await openStage({ config: ENFORCED, tables });
  await stage.play(meet('03-02 09:00'));
  return (await stage.after({ ...direct('03-02 09:10', from, ''), file })).join('\n');
}

it.each([
  { name: 'a member: nothing is said', from: 'u5', want: /^$/u },
  {
    name: 'an administrator: shown what would change',
    from: 'u2',
    want: /名册预览:共1人.*请在10分钟内回 \/名册 确认/u,
  },
  { name: 'the owner: the same', from: 'u1', want: /名册预览:共1人/u },
])('a spreadsheet in private from $name', async ({ from, want }) => {
  expect(await played(from)).toMatch(want);
});

it('who has shown it writes it with the next word, and nobody else', async () => {
  await played('u2');
  expect((await stage.after(direct('03-02 09:11', 'u3', '名册 确认'))).join()).toContain('请私聊发');
  expect((await stage.after(direct('03-02 09:12', 'u2', '名册 确认'))).join()).toContain('名册已更新,1人');
});

it('phones that an administrator may not see are kept, and are shown to none', async () => {
  stage = await openStage({ config: ENFORCED, tables });
  await stage.play(meet('03-02 09:00'));
  await stage.after(
    direct('03-02 09:01', 'u1', '名册 导入\n姓名,城市,专业,年级,电话\n李雷,武汉,化学,97级,13800138000'),
  );
  await stage.after(direct('03-02 09:02', 'u1', '名册 确认'));
  const shown = await stage.after({ ...direct('03-02 09:10', 'u2', ''), file: '名册.xlsx' });
  expect(shown.join()).toContain('新增0,去掉0,改动0');
  await stage.after(direct('03-02 09:11', 'u2', '名册 确认'));
  expect((await stage.store.roster('g1')).map(({ phone }) => phone)).toEqual(['13800138000']);
  const told = stage.lines.filter(({ to }) => to === 'u2').map(({ text }) => text);
  expect(told.join()).not.toContain('138');
});
