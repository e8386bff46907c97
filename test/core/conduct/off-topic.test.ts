import { describe, expect, it } from 'vitest';
import { isCommonProgram, isOfDomains, linkedBy } from '../../../src/core/conduct/linked.js';
import { offTopicOf } from '../../../src/core/conduct/off-topic.js';
import { OFF_TOPIC_KINDS } from '../../../src/core/policy/conduct-settings.js';
import { aMessage } from '../../builders/model.js';

describe('off-topic', () => {
  it.each([
    { name: 'an empty list of kinds', over: { text: '三缺一,谁来打麻将' }, kinds: [], want: null },
    { name: 'an empty text', over: { text: '' }, want: null },
    { name: 'work', over: { text: '合同今天下班前发给客户' }, want: null },
    { name: 'thanks', over: { text: '收到,谢谢王总' }, want: null },
    { name: 'a call to play', over: { text: '晚上有人一起打麻将吗' }, want: 'chatter' },
    { name: 'a game', over: { text: '开黑吗,五排差一个' }, want: 'chatter' },
    { name: 'two words of spare time', over: { text: '昨晚那个综艺又上热搜了' }, want: 'chatter' },
    { name: 'one such word alone', over: { text: '晚上吃火锅的时候碰到老李了' }, want: null },
    {
      name: 'such words in the way of work',
      over: { text: '直播间的优惠券配置测试通过了,可以上线' },
      want: null,
    },
    { name: 'a team dinner is work', over: { text: '周五团建吃火锅还是烧烤' }, want: null },
    { name: 'a video', over: { text: '看看 https://v.douyin.com/abc/' }, want: 'links' },
    { name: 'a page that nobody knows', over: { text: '资料 https://oa.example.com/1' }, want: null },
    {
      name: 'a page that the owner has not let through',
      over: { text: '资料 https://oa.example.com/1' },
      domains: ['example.edu.cn'],
      want: 'links',
    },
    {
      name: 'a page that the owner has let through',
      over: { text: '资料 https://jwc.example.edu.cn/1' },
      domains: ['example.edu.cn'],
      want: null,
    },
    {
      name: 'an article',
      over: { kind: 'link', text: '', url: 'https://mp.weixin.qq.com/s/a' },
      want: 'articles',
    },
    { name: 'a forwarded chat', over: { kind: 'chat-history', text: '' }, want: 'articles' },
    { name: 'a picture', over: { kind: 'image', text: '' }, want: 'images' },
    {
      name: 'a picture where pictures are free',
      over: { kind: 'image', text: '' },
      kinds: ['links'],
      want: null,
    },
    { name: 'a document', over: { kind: 'file', text: '', file: '报表.xlsx' }, want: null },
  ] as const)('$name: $want', ({ over, want, ...rest }) => {
    const kinds = 'kinds' in rest ? rest.kinds : OFF_TOPIC_KINDS;
    const domains = 'domains' in rest ? rest.domains : [];
    expect(offTopicOf(aMessage(over), kinds, domains)?.what ?? null).toBe(want);
  });
});

describe('what a message leads to', () => {
  it.each([
    { name: 'nothing', over: { text: '' }, want: null },
    { name: 'talk', over: { text: '今天www都打不开' }, want: null },
    {
      name: 'an address',
      over: { text: '见 https://A.Example.com:8080/x?y=1 谢谢' },
      want: 'link a.example.com',
    },
    { name: 'a link', over: { kind: 'link', text: '', url: 'http://b.cn/' }, want: 'link b.cn' },
    { name: 'a link without an address', over: { kind: 'link', text: '', title: '分享' }, want: 'link null' },
    {
      name: 'an invitation',
      over: { text: 'https://weixin.qq.com/g/AQYA' },
      want: 'invitation weixin.qq.com',
    },
    {
      name: 'an invitation by its card',
      over: { kind: 'link', text: '', title: '邀请你加入群聊', url: 'https://support.weixin.qq.com/a' },
      want: 'invitation support.weixin.qq.com',
    },
    { name: 'a contact card', over: { kind: 'contact-card', text: '' }, want: 'contact-card null' },
    {
      name: 'a mini-program',
      over: { kind: 'mini-program', text: '', title: '抢购' },
      want: 'mini-program null',
    },
  ] as const)('$name: $want', ({ over, want }) => {
    const linked = linkedBy(aMessage(over));
    expect(linked === null ? null : `${linked.kind} ${linked.host}`).toBe(want);
  });

  it.each([
    { host: null, domains: ['a.cn'], want: false },
    { host: 'a.cn', domains: [], want: false },
    { host: 'a.cn', domains: ['a.cn'], want: true },
    { host: 'x.a.cn', domains: ['a.cn'], want: true },
    { host: 'evila.cn', domains: ['a.cn'], want: false },
  ])('$host of $domains: $want', ({ host, domains, want }) => {
    expect(isOfDomains(host, domains)).toBe(want);
  });

  it.each([
    { title: '', want: false },
    { title: '腾讯文档', want: true },
    { title: '接龙管家', want: true },
    { title: '好物抢购', want: false },
  ])('mini-program “$title” is known: $want', ({ title, want }) => {
    expect(isCommonProgram(title)).toBe(want);
  });
});
