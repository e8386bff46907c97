import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { direct, meet, say } from '../../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../../fakes/stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ config: ENFORCED });
  await stage.play(meet('03-02 09:00'));
});
afterEach(() => stage.store.close());

const told = async (text: string, from = 'u5') =>
  (await stage.after(direct('03-02 09:10', from, text))).join('\n');

describe('the own card, sent in private', () => {
  it.each([
    { name: 'the one that is shown', text: '李雷-武汉-化学97级', want: '群里显示的就是这一行,不用再改' },
    {
      name: 'another that is in order: where it is written',
      text: '李雷-武汉-会计15级',
      want: '“李雷-武汉-会计15级”格式没有问题。我改不了您的群昵称,请您自己改:在“分会群”右上角“…”→“我在群里的昵称”,粘贴这一行。',
    },
    {
      name: 'one that is nearly right',
      text: '李四 武汉 会计 2015',
      want: '复制这一行就好:李四-武汉-会计15级',
    },
    {
      name: 'one without a name',
      text: '会计15级-武汉-开心果',
      want: '把“真实姓名”换成您的:真实姓名-武汉-会计15级',
    },
    { name: 'an administrator is no exception', text: '周敏-北京-会计01级', from: 'u2', want: '不用再改' },
  ])('$name', async ({ text, want, from }) => {
    expect(await told(text, from)).toContain(want);
  });

  it.each([
    { name: 'nothing', text: '/', want: /^$/u },
    { name: 'a name alone', text: '李雷', want: /没看懂“李雷”/u },
    { name: 'words', text: '今天北京天气不错', want: /没看懂/u },
    {
      name: 'a question that names a city and a major',
      text: '请问北京有会计专业的群吗?',
      want: /没看懂|没有“/u,
    },
  ])('$name is no card', async ({ text, want }) => {
    expect(await told(text)).toMatch(want);
  });

  it('whoever has a case is answered about the card, not about the case', async () => {
    await stage.play(say('03-02 09:05', 'u5', '特价面膜加微信'));
    expect(await told('李雷-武汉-会计15级')).toContain('格式没有问题');
    expect((await stage.after(direct('03-02 09:20', 'u5', '凭什么说我'))).join()).toContain('编号 1');
  });

  it('where the group has no format it is not looked at', async () => {
    await stage.store.close();
    stage = await openStage({ config: 'groups:\n  - id: g1\n    preset: plain\n' });
    await stage.play(meet('03-02 09:00'));
    expect(await told('李雷-武汉-化学97级')).toContain('没看懂');
  });
});
