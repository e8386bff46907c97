import { describe, expect, it } from 'vitest';
import { findHandles } from '../../../src/core/lexicon/handles.js';

const found = (text: string): readonly string[] =>
  findHandles(text).map(({ start, end }) => text.slice(start, end));

describe('findHandles', () => {
  it.each([
    { name: 'nothing in an empty text', text: '', want: [] },
    { name: 'nothing in ordinary talk', text: '周六下午三点开会，教室 A101', want: [] },
    { name: 'a code beside a stand-in', text: '薇 ABC123 看的来', want: ['ABC123'] },
    { name: 'a code before a stand-in', text: '夹 BHC979 威', want: ['BHC979'] },
    { name: 'the same code beside a name', text: '李薇 ABC123', want: [] },
    { name: 'digits before letters', text: '喂心 5671kx', want: ['5671kx'] },
    { name: 'a year is no code', text: '薇 MBA2003', want: [] },
    { name: 'a code that goes on is another one', text: '薇 ABC123-45', want: [] },
    { name: 'letters of mathematics, with their offsets', text: '看𝕙𝕜𝕩594吧', want: ['𝕙𝕜𝕩594'] },
    { name: 'white letters on black', text: '🅷🆈🆁382', want: ['🅷🆈🆁382'] },
    { name: 'letters of two alphabets', text: 'КUC539', want: ['КUC539'] },
    { name: 'one alphabet alone', text: 'ТУ154', want: [] },
    { name: 'full width alone', text: 'ＡＢＣ１２３', want: [] },
    { name: 'a rune near by', text: '冉 FAK256ᚰ', want: ['FAK256'] },
    { name: 'a rune far away', text: 'FAK256 这门课的教室在三楼ᚰ', want: [] },
    { name: 'a long number and a rune', text: '1033365361ᚰ', want: ['1033365361'] },
    { name: 'a number in two parts', text: '邪 29526 Q 77544', want: ['29526 Q 77544'] },
    { name: 'an honest number of the messenger', text: '我的qq 1234 5678', want: [] },
    { name: 'a circle for a nought', text: '2◍48 7832', want: ['2◍48 78'] },
    {
      name: 'a telephone number with a heart and no more',
      text: '娟 158 7996 2374 ❤',
      want: ['158 7996 2374'],
    },
    { name: 'the same among words', text: '班长电话 158 7996 2374 ❤', want: [] },
  ])('$name', ({ text, want }) => {
    expect(found(text)).toEqual(want);
  });

  it.each([
    { name: 'digits', text: `薇${'1'.repeat(20_000)}` },
    { name: 'letters and digits', text: 'ab12 '.repeat(5000) + '薇ᚰ' },
    { name: 'spaced digits', text: `Q${'1 '.repeat(20_000)}` },
  ])('does not stumble over many $name', ({ text }) => {
    expect(found(text).length).toBeLessThan(text.length);
  });
});
