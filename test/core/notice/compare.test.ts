import { describe, expect, it } from 'vitest';
import { compare, originalOf } from '../../../src/core/notice/compare.js';
import { factsOf } from '../../../src/core/notice/facts.js';

const NOTICE = `关于收取2026年度会费的通知
各位校友:本年度会费为200元,请于3月10日前汇至账户 6222 0210 0111 1222,户名北京校友分会。
登记表:https://forms.example.org/fee
北京校友分会
2026年3月1日`;

const likeness = (text: string) => compare(originalOf(NOTICE), text);

describe('facts', () => {
  it.each([
    { text: '', want: [] },
    { text: '大家好', want: [] },
    { text: '3月10号、2026年3月10日、2026-3-10', want: ['date 03-10'] },
    { text: '200元', want: ['amount 200'] },
    { text: '¥1,200.5元和2万元', want: ['amount 1200.5', 'amount 20000'] },
    { text: '卡号6222 0210 0111 1222', want: ['account 6222021001111222'] },
    { text: '电话 138-1234-8000', want: ['contact 13812348000'] },
    { text: '加微信:wang_8899', want: ['contact wang_8899'] },
    { text: 'https://A.example.org/x/ 和 a.example.org/x', want: ['link a.example.org/x'] },
    { text: '邮箱 fee@example.org', want: ['contact fee@example.org'] },
    { text: '下午3点半、15:30', want: ['time 15:30'] },
    { text: '上午9点', want: ['time 09:00'] },
    { text: '下午 2:30', want: ['time 14:30'] },
    { text: '晚上八点二十', want: ['time 20:00'] },
    { text: '下午两点半', want: ['time 14:30'] },
    { text: '早上十一点', want: ['time 11:00'] },
    { text: '中午12点、中午1点', want: ['time 12:00', 'time 13:00'] },
    { text: '凌晨12点', want: ['time 00:00'] },
    { text: '晚12点', want: ['time 00:00'] },
    { text: '今晚19:30', want: ['time 19:30'] },
    { text: '2点、14点', want: ['time 02:00/14:00', 'time 14:00'] },
    { text: '差一点就错过了', want: [] },
    { text: '请扫收款码', want: ['payment-code 收款码'] },
  ])('“$text”', ({ text, want }) => {
    expect(factsOf(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual(want);
  });
});

describe('a copy of a published notice', () => {
  it.each([
    { name: 'empty: like nothing', text: '', want: 'other' },
    { name: 'unchanged', text: NOTICE, want: 'same' },
    { name: 'without line ends', text: NOTICE.replaceAll('\n', ''), want: 'same' },
    { name: 'forwarded with a word', text: `转发:${NOTICE}`, want: 'same' },
    { name: 'with a comment', text: `大家看一下,别忘了\n${NOTICE}`, want: 'same' },
    { name: 'full-width digits', text: NOTICE.replace('200', '２００'), want: 'same' },
    { name: 'an excerpt', text: '各位校友:本年度会费为200元,请于3月10日前汇至账户', want: 'same' },
    { name: 'two words of it', text: '各位校友', want: 'other' },
    { name: 'a question about it', text: '会费是200元吗,3月10日前交?', want: 'other' },
    { name: 'another notice', text: '关于春季登山活动的通知\n各位校友:请于3月10日前报名。', want: 'other' },
    { name: 'called off', text: NOTICE.replace('请于3月10日前汇至', '取消收取,不必汇至'), want: 'reworded' },
  ])('$name: $want', ({ text, want }) => {
    expect(likeness(text).kind).toBe(want);
  });

  it.each([
    {
      name: 'another account',
      text: NOTICE.replace('6222 0210 0111 1222', '6230 5800 9999 8888'),
      want: [{ kind: 'account', before: ['6222021001111222'], after: ['6230580099998888'] }],
    },
    {
      name: 'another amount',
      text: NOTICE.replace('200元', '2000元'),
      want: [{ kind: 'amount', before: ['200'], after: ['2000'] }],
    },
    {
      name: 'another day',
      text: NOTICE.replace('3月10日', '3月5日'),
      want: [{ kind: 'date', before: ['03-10'], after: ['03-05'] }],
    },
    {
      name: 'another link',
      text: NOTICE.replace('forms.example.org/fee', 'f0rms.example.net/fee'),
      want: [{ kind: 'link', before: ['forms.example.org/fee'], after: ['f0rms.example.net/fee'] }],
    },
    {
      name: 'a payment code added',
      text: `${NOTICE}\n也可以扫收款码`,
      want: [{ kind: 'payment-code', before: [], after: ['收款码'] }],
    },
    {
      name: 'the body alone, another account',
      text: '各位校友:本年度会费为200元,请于3月10日前汇至账户 6230580099998888,户名北京校友分会。',
      want: [{ kind: 'account', before: ['6222021001111222'], after: ['6230580099998888'] }],
    },
  ])('$name', ({ text, want }) => {
    expect(likeness(text)).toEqual({ kind: 'changed', changes: want });
  });
});

describe('the hour of a notice', () => {
  const about = (time: string) => `关于春季联谊会的通知:定于3月15日${time}在海淀举行,请各位校友准时参加。`;
  it.each([
    { registered: '下午2点', copied: '14:00', changed: false },
    { registered: '下午2点', copied: '下午两点', changed: false },
    { registered: '14:00', copied: '2点', changed: false },
    { registered: '2点', copied: '下午2点', changed: false },
    { registered: '下午2点', copied: '上午2点', changed: true },
    { registered: '下午2点', copied: '下午5点', changed: true },
    { registered: '14:00', copied: '4点', changed: true },
  ])('$registered registered, $copied in the copy: changed $changed', ({ registered, copied, changed }) => {
    expect(compare(originalOf(about(registered)), about(copied)).kind === 'changed').toBe(changed);
  });
});
