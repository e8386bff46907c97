import { describe, expect, it } from 'vitest';
import { findEntity } from '../../../src/core/lexicon/entities.js';

const found = (name: string, text: string): readonly string[] =>
  findEntity(name, text).map(({ start, end }) => text.slice(start, end));

describe.each([
  {
    name: '手机号',
    yes: [
      '13800138000',
      '１３８００１３８０００',
      '138-0013-8000',
      '1 3 8 0 0 1 3 8 0 0 0',
      '幺三八零零幺三八零零零',
      '壹叁捌零零壹叁捌零零零',
      '①③⑧00138000',
      '1️⃣3️⃣8️⃣00138000',
      '138\u200b0013\u200b8000',
      '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎',
    ],
    no: ['', '12345678901', '2013800138000', '1380013800', '第一百三十八页'],
  },
  {
    name: '短链',
    yes: ['http://t.cn/A6xyz', 'url.cn/5abcd'],
    no: ['', 'https://www.cnki.net/a', 'art.cn/abc'],
  },
  {
    name: '群链接',
    yes: ['https://weixin.qq.com/g/AwYAAbc', 'https://t.me/+abcdef'],
    no: ['', 'https://mp.weixin.qq.com/s/abc'],
  },
  { name: '密级', yes: ['绝密★', '機密 ☆'], no: ['', '秘密花园'] },
  { name: '金额', yes: ['88元', '￥99', '三千块', '5w'], no: ['', '88路', '五颜六色'] },
  { name: '账号', yes: ['wx8888abc', '@channel88'], no: ['', 'hello', 'a@b.com'] },
  { name: '地址', yes: ['珞喻路152号', '3栋2单元 501'], no: ['', '在路上'] },
  { name: '网址', yes: ['http://a.cn/b', 'abc点com'], no: ['', '3.14', 'v1.2'] },
])('$name', ({ name, yes, no }) => {
  it.each(yes)('is found: %s', (text) => {
    expect(found(name, text)).toHaveLength(1);
  });

  it.each(no)('is not found: %s', (text) => {
    expect(found(name, text)).toEqual([]);
  });
});
