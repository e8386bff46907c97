import { describe, expect, it } from 'vitest';
import { splitQuote } from '../../../bot/wechaty/quote.js';

const RULE = '- - - - - - - - - - - - - - -';
const XML =
  '<?xml version="1.0"?><msg><appmsg><title>我也要 &amp; 谢谢</title><type>57</type><refermsg>' +
  '<displayname>小王</displayname><content>加微信 &lt;abc&gt;</content><title>别的</title></refermsg></appmsg></msg>';

describe('a quoted part is split off', () => {
  it.each([
    { name: 'empty text', text: '', want: { text: '', quote: null } },
    { name: 'plain words', text: '早上好', want: { text: '早上好', quote: null } },
    {
      name: 'a reply',
      text: `「小王：原话」\n${RULE}\n回复`,
      want: { text: '回复', quote: { from: '小王', text: '原话' } },
    },
    {
      name: 'with an ASCII colon and CRLF',
      text: `「小王:原话」\r\n${RULE}\r\n回复`,
      want: { text: '回复', quote: { from: '小王', text: '原话' } },
    },
    {
      name: 'an empty reply',
      text: `「小王：原话」\n${RULE}\n`,
      want: { text: '', quote: { from: '小王', text: '原话' } },
    },
    {
      name: 'several lines on both sides',
      text: `「小王：一\n二」\n${RULE}\n三\n四`,
      want: { text: '三\n四', quote: { from: '小王', text: '一\n二' } },
    },
    {
      name: 'brackets inside the quote',
      text: `「小王：看「这个」」\n${RULE}\n好`,
      want: { text: '好', quote: { from: '小王', text: '看「这个」' } },
    },
    {
      name: "brackets without a rule: the author's own words",
      text: '「通知」今晚开会',
      want: { text: '「通知」今晚开会', quote: null },
    },
    {
      name: 'a rule too short to be one',
      text: '「小王：原话」\n- -\n回复',
      want: { text: '「小王：原话」\n- -\n回复', quote: null },
    },
    {
      name: 'XML: the title is the reply',
      text: XML,
      want: { text: '我也要 & 谢谢', quote: { from: '小王', text: '加微信 <abc>' } },
    },
    {
      name: 'CDATA',
      text: '<msg><title><![CDATA[好]]></title><refermsg><content>原话</content></refermsg></msg>',
      want: { text: '好', quote: { from: null, text: '原话' } },
    },
    {
      name: 'the tag in ordinary words: judged whole',
      text: '标签 <refermsg> 怎么用',
      want: { text: '标签 <refermsg> 怎么用', quote: null },
    },
    {
      name: 'XML without a title: judged whole',
      text: '<msg><refermsg></refermsg></msg>',
      want: { text: '<msg><refermsg></refermsg></msg>', quote: null },
    },
  ])('$name', ({ text, want }) => {
    expect(splitQuote(text)).toEqual(want);
  });
});

it('a text of 100,000 brackets is answered at once and as it is', () => {
  const text = '「：'.repeat(50_000);
  expect(splitQuote(text)).toEqual({ text, quote: null });
});
