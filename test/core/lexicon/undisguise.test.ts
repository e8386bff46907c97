import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../../src/core/lexicon/parse.js';
import { inOriginal } from '../../../src/core/lexicon/reading.js';
import { makeUndisguise } from '../../../src/core/lexicon/undisguise.js';

const TEXT = `类别: 共用
[合字]
赌 贝者
胖 月半
刷 尸巾刂
[连字]
好 女子
[生僻]
女 汝
[图字]
狗 🐶
本 📕
`;
const undisguise = makeUndisguise([parseLexicon({ file: 'readings.txt', text: TEXT }).file]);

describe('makeUndisguise', () => {
  it.each([
    { name: 'nothing', text: '', want: null },
    { name: 'ordinary talk', text: '今天天气好', want: null },
    { name: 'a part alone', text: '贝', want: null },
    { name: 'two parts', text: '来贝者吗', want: '来赌吗' },
    { name: 'three parts, the longest first', text: '尸巾刂单', want: '刷单' },
    { name: 'parts that are ordinary words stay by themselves', text: '女子篮球', want: null },
    { name: 'and are joined beside others', text: '女子月半', want: '好胖' },
    { name: 'a rare look-alike', text: '汝人', want: '女人' },
    { name: 'a picture among characters', text: '日📕人', want: '日本人' },
    { name: 'a picture at the end is a picture', text: '可爱🐶', want: null },
    { name: 'a picture before a space is a picture', text: '可爱🐶 走了', want: null },
    { name: 'half of a picture', text: '可\ud83d爱', want: null },
  ])('$name', ({ text, want }) => {
    expect(undisguise(text)?.text ?? null).toBe(want);
  });

  it('knows where everything came from', () => {
    const text = '来尸巾刂单日📕人';
    const reading = undisguise(text);
    const places = Array.from(reading?.text ?? '', (_, at) => {
      const { start, end } =
        reading === null ? { start: 0, end: 0 } : inOriginal({ start: at, end: at + 1 }, reading);
      return text.slice(start, end);
    });
    expect(places).toEqual(['来', '尸巾刂', '单', '日', '📕', '人']);
  });

  it('without tables reads nothing', () => {
    expect(makeUndisguise([])('来贝者吗')).toBeNull();
  });
});
