import { describe, expect, it } from 'vitest';
import { CROWD, shapeOf } from '../../../src/core/conduct/shape.js';
import { aMessage } from '../../builders/model.js';

const names = (count: number): string =>
  Array.from({ length: count }, (_, index) => `@校友${index}\u2005`).join('');
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `u${index}`);

describe('the shape of a single message', () => {
  it.each([
    { name: 'an empty text', text: '', want: null },
    { name: 'nobody mentioned', text: '', mentions: [], want: null },
    { name: 'a table at a reunion', text: '这桌', mentions: ids(CROWD - 1), want: null },
    { name: 'a crowd', text: '都来看', mentions: ids(CROWD), want: 'mentions' },
    { name: 'a crowd where the platform names nobody', text: names(CROWD), want: 'mentions' },
    { name: 'the same person ten times is no crowd', text: '@班长 '.repeat(10), want: null },
    { name: 'an e-mail address', text: '请发到 zhangsan@example.edu.cn 谢谢', want: null },
    { name: 'a recall that was not', text: '"张三" 撤回了一条消息', want: 'system-line' },
    { name: 'talk about a recall', text: '刚才谁撤回了一条消息啊,没看清', want: null },
    { name: 'somebody joins who does not', text: '"王芳"邀请"李强"加入了群聊', want: 'system-line' },
    { name: 'talk about joining', text: '我邀请老同学加入群聊,大家欢迎', want: null },
    {
      name: 'a word from the system',
      text: '【系统提示】您的账号即将被冻结,请尽快处理',
      want: 'system-line',
    },
    { name: 'a system at work', text: '系统已经升级好了,大家可以登录了', want: null },
    { name: 'a system that people speak of', text: '系统通知好像没收到', want: null },
    { name: 'a warm welcome', text: '欢迎新同学加入我们这个大家庭!'.repeat(3), want: null },
    {
      name: 'stacked marks',
      text: `你好${'\u0336\u0335\u0334'.repeat(8)}世界看看这个字怎么样`,
      want: 'crash',
    },
    { name: 'a run of what nobody sees', text: `看这里${'\u200e\u200f'.repeat(30)}`, want: 'crash' },
    { name: 'one letter for three thousand places', text: '啊'.repeat(3000), want: 'crash' },
    {
      name: 'a long and honest letter',
      text: '各位校友,见信好。我们学院今年返校,请大家互相转告。1234567890'.repeat(100),
      want: null,
    },
    { name: 'families of emoji hold joiners', text: '👨‍👩‍👧‍👦'.repeat(12), want: null },
    { name: 'Thai with its vowels', text: 'สวัสดีครับ ยินดีที่ได้รู้จักทุกคน', want: null },
    { name: 'Tibetan with its vowels', text: 'བཀྲ་ཤིས་བདེ་ལེགས། ཁྱེད་རང་སྐུ་གཟུགས་བདེ་པོ་ཡིན་པས།', want: null },
  ])('$name: $want', ({ text, mentions, want }) => {
    expect(shapeOf(aMessage({ text, mentions: mentions ?? [] }))?.kind ?? null).toBe(want);
  });

  it('a crash string of half a million characters is told in no time', () => {
    const text = `${'\u0300\u0301'.repeat(4)}a`.repeat(60_000);
    const started = performance.now();
    expect(shapeOf(aMessage({ text }))?.kind).toBe('crash');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
