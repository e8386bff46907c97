import { describe, expect, it } from 'vitest';
import { chatHistoryText } from '../../../bot/wechaty/chat-history.js';

const item = (words: string): string =>
  `<dataitem datatype="1"><datadesc>${words}</datadesc><sourcename>张三</sourcename></dataitem>`;
const record = (...items: readonly string[]): string =>
  `<recordinfo><title>群聊的聊天记录</title><desc>张三: …</desc><datalist count="${items.length}">${items.join('')}</datalist></recordinfo>`;
const message = (inner: string): string =>
  `<msg><appmsg><title>群聊的聊天记录</title><des>张三: 你好</des><type>19</type><recorditem><![CDATA[${inner}]]></recorditem></appmsg></msg>`;
const escaped = (xml: string): string =>
  xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const nested = (inner: string): string =>
  `<dataitem datatype="17"><datatitle>聊天记录</datatitle><recordxml>${inner}</recordxml></dataitem>`;

describe('the words of a merged message', () => {
  it.each([
    { name: 'nothing', text: '', want: '' },
    { name: 'words as they are', text: '你好\n在吗', want: '你好\n在吗' },
    { name: 'an empty record', text: message(record()), want: '' },
    {
      name: 'two items, without names and title',
      text: message(record(item('你好'), item('在吗'))),
      want: '你好\n在吗',
    },
    { name: 'escaped once more', text: escapedMessage(record(item('特价面膜'))), want: '特价面膜' },
    {
      name: 'a record in a record',
      text: message(record(item('一'), nested(escaped(record(item('二')))))),
      want: '一\n聊天记录\n二',
    },
    { name: 'an emoji and an escape in the words', text: message(record(item('a &amp; b'))), want: 'a & b' },
  ])('$name', ({ text, want }) => {
    expect(chatHistoryText(text)).toBe(want);
  });

  it('is read no deeper than three records', () => {
    let xml = record(item('第5层'));
    for (const level of [4, 3, 2, 1]) xml = record(item(`第${level}层`), nested(xml));
    const read = chatHistoryText(message(xml));
    expect(read).toContain('第3层');
    expect(read).not.toContain('第4层');
  });

  it('is bounded, whatever is sent', () => {
    const many = message(record(...Array.from({ length: 5000 }, (_, index) => item(`第${index}条消息`))));
    expect(chatHistoryText(many).split('\n').length).toBeLessThanOrEqual(100);
    expect(chatHistoryText('&amp;'.repeat(100_000)).length).toBeLessThanOrEqual(4000);
    expect(chatHistoryText(`<msg>${'<recordinfo>'.repeat(50_000)}`)).toBe('');
  });
});

function escapedMessage(inner: string): string {
  return message(escaped(inner));
}
