import { describe, expect, it } from 'vitest';
import { invitationRule } from '../../../src/core/rules/invitation.js';
import { aMessage } from '../../builders/model.js';

const rule = invitationRule(['武汉轻工大学', '轻工大']);
const names = (over: Parameters<typeof aMessage>[0]): readonly string[] =>
  rule.message(aMessage(over)).flatMap((finding) => finding.evidence.map(({ text }) => text));

describe('nothing protected, nothing said', () => {
  it.each([
    { name: 'no words', words: [], text: '扫码加入校友群,群号123456' },
    { name: 'a blank word', words: ['', ' '], text: '扫码加入校友群,群号123456' },
    { name: 'a word of one character', words: ['群'], text: '扫码加入校友群,群号123456' },
    { name: 'an empty text', words: ['轻工大'], text: '' },
  ])('$name', ({ words, text }) => {
    expect(invitationRule(words).message(aMessage({ text }))).toEqual([]);
  });
});

describe('an invitation that carries the organisation’s words', () => {
  it.each([
    { text: '欢迎加入武汉轻工大学深圳校友交流群,扫码进群', want: ['武汉轻工大学深圳校友交流群'] },
    { text: '新建了轻工大炒股群,群号:123456789,大家快进群', want: ['轻工大炒股群'] },
    { text: '轻 工 大 校友福利群2,加入请扫二维码', want: ['轻 工 大 校友福利群2'] },
    { text: '深圳轻工大校友群 加我拉你进群:abc12345', want: ['深圳轻工大校友群'] },
    { text: '点链接加入轻工大创业群 https://qm.qq.com/q/abc', want: ['轻工大创业群'] },
  ])('$text', ({ text, want }) => {
    expect(names({ text })).toEqual(want);
  });

  it.each([
    {
      name: 'WeChat’s own invitation',
      over: {
        kind: 'link',
        text: '',
        title: '“张三”邀请你加入群聊“武汉轻工大学深圳校友会”,进入可查看详情。',
        url: 'https://support.weixin.qq.com/cgi-bin/mmsupport-bin/addchatroombyinvite?ticket=1',
      },
      want: ['武汉轻工大学深圳校友会'],
    },
    {
      name: 'a group’s card',
      over: { kind: 'contact-card', text: '武汉轻工大学上海校友群' },
      want: ['武汉轻工大学上海校友群'],
    },
    {
      name: 'a mini-program',
      over: { kind: 'mini-program', text: '', title: '轻工大校友买房群' },
      want: ['轻工大校友买房群'],
    },
  ] as const)('$name', ({ over, want }) => {
    expect(names(over)).toEqual(want);
  });

  it('shows where it stands in the text', () => {
    const text = '大家好,扫码加入轻工大校友群,谢谢';
    const [finding] = rule.message(aMessage({ text }));
    expect(finding).toMatchObject({ category: 'invitation', clause: 'EM8(三)', certainty: 'confirmed' });
    for (const { start, end, text: part } of finding?.evidence ?? [])
      expect(text.slice(start, end)).toBe(part);
  });
});

describe('talk about groups is free', () => {
  it.each([
    '武汉轻工大学深圳校友群怎么加?',
    '有没有轻工大上海的群,求拉',
    '我在武汉轻工大学北京校友分会群里看到的',
    '欢迎新同学加入轻工大北京校友分会群',
    '武汉轻工大学的群主辛苦了,群里气氛真好',
    '扫码加入读书群,群号123456',
    '轻工大的食堂真好吃,群里有没有一起去的 https://example.com/menu',
    '群接龙:武汉轻工大学返校日报名',
    '轻工大新闻:百人合唱团成立 https://www.example.edu.cn/news/1',
  ])('%s', (text) => {
    expect(names({ text })).toEqual([]);
  });

  it('an article about the organisation is no invitation', () => {
    const title = '武汉轻工大学北京校友群召开年会';
    expect(names({ kind: 'link', text: '', title, url: 'https://mp.weixin.qq.com/s/abc' })).toEqual([]);
  });

  it('what somebody else said and was quoted is not the author’s', () => {
    const quote = { from: 'u9', text: '扫码加入轻工大校友群' };
    expect(names({ text: '这个群是真的吗', quote })).toEqual([]);
  });
});
