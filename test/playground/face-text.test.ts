import { describe, expect, it } from 'vitest';
import { visible } from '../../bot/playground/face/visible.js';
import { widthOf, wrap } from '../../bot/playground/face/width.js';

describe('visible', () => {
  it.each([
    { name: 'nothing stays nothing', text: '', want: '' },
    { name: 'words stay as they are', text: '张伟: 你好,世界', want: '张伟: 你好,世界' },
    { name: 'an escape sequence is shown, not obeyed', text: '\u001b[2J\u001b[31m红', want: '␛[2J␛[31m红' },
    { name: 'a C1 control introducer is shown', text: '\u009b31m', want: '⟨009B⟩31m' },
    { name: 'a direction override is shown', text: 'a\u202eb', want: 'a⟨202E⟩b' },
    { name: 'a zero-width space is shown', text: '加\u200b微', want: '加⟨200B⟩微' },
    { name: 'a lone surrogate is shown', text: '\ud800', want: '⟨D800⟩' },
    { name: 'a bell and a carriage return do nothing', text: 'a\u0007b\rc', want: 'a␇b\nc' },
    { name: 'line breaks stay', text: '一\n二', want: '一\n二' },
    { name: 'a family of emoji stays one', text: '👨\u200d👩', want: '👨\u200d👩' },
  ])('$name', ({ text, want }) => expect(visible(text)).toBe(want));
});

describe('widthOf', () => {
  it.each([
    { name: 'nothing', text: '', want: 0 },
    { name: 'Latin letters', text: 'abc', want: 3 },
    { name: 'Chinese letters take two columns', text: '群哨', want: 4 },
    { name: 'full-width punctuation too', text: '、。', want: 4 },
    { name: 'emoji too', text: '😀', want: 2 },
    { name: 'a combining mark takes none', text: 'e\u0301', want: 1 },
    { name: 'a picture of a control takes one', text: '␛', want: 1 },
  ])('$name', ({ text, want }) => expect(widthOf(text)).toBe(want));
});

describe('wrap', () => {
  it.each([
    { name: 'nothing is one empty line', text: '', want: [''] },
    { name: 'what fits stays', text: '你好', want: ['你好'] },
    {
      name: 'Chinese breaks between letters, with a hanging indent',
      text: '一二三四五六七',
      want: ['一二三四五', '  六七'],
    },
    { name: 'no line begins with a full stop', text: '一二三四五。六', want: ['一二三四', '  五。六'] },
    { name: 'a word is not torn', text: '一二三 hello 四', want: ['一二三', '  hello 四'] },
    {
      name: 'a card to be copied stays whole',
      text: '改:王-京-化',
      want: ['改:', '  王-京-化'],
    },
    { name: 'a command stays with its number', text: '一二三/确认 3', want: ['一二三', '  /确认 3'] },
    { name: 'line breaks are kept, blanks at their start too', text: '一\n  二', want: ['一', '    二'] },
    { name: 'a word longer than a line is cut', text: 'abcdefghijklm', want: ['abcdefgh', '  ijklm'] },
  ])('$name', ({ text, want }) => expect(wrap(text, { width: 10, indent: 2 })).toEqual(want));

  it('keeps every line within its columns', () => {
    const text =
      '各位校友:请于本周五(12月4日)前填表https://example.com/a/very/long/path?with=query#and-more,谢谢。'.repeat(
        9,
      );
    for (const line of wrap(text, { width: 40, indent: 6 })) expect(widthOf(line)).toBeLessThanOrEqual(40);
  });
});
