import type { Post } from '../model/register.js';

/** One line of the filing form as a person writes it. */
export type FormLine =
  | {
      readonly kind: 'post';
      readonly post: Post;
      readonly name: string;
      readonly title: string;
      readonly phone: string;
    }
  | { readonly kind: 'purpose' | 'place'; readonly text: string }
  | { readonly kind: 'unread'; readonly line: string };

const PHONE = /^(?:\+?86-?)?1[3-9]\d{9}$|^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,5})?$/u;
/** 138 1234 5678, as people write it to be read. */
const SPACED = /(?<!\d)(1[3-9]\d)[\s-](\d{4})[\s-](\d{4})(?!\d)/u;
const LINE = /^(?:\d{1,2}[.、)\s]\s*)?(群主|管理员\s*[12一二]|用途|地名)[\s::]+(.+)$/u;
const POST_WORDS: Readonly<Record<string, Post>> = {
  群主: 'owner',
  管理员1: 'admin1',
  管理员一: 'admin1',
  管理员2: 'admin2',
  管理员二: 'admin2',
};
const LONGEST = 60;

/** Reads `群主 姓名 职务 电话` and the like, a line each; lines from the form of annex 1 may be pasted. */
export function readForm(text: string): readonly FormLine[] {
  const lines = text
    .normalize('NFKC')
    .split(/[\n;]+/u)
    .map((line) => line.trim());
  return lines.filter((line) => line !== '').map(readLine);
}

function readLine(line: string): FormLine {
  const [, word = '', rest = ''] = LINE.exec(line) ?? [];
  if (word === '用途') return { kind: 'purpose', text: rest.slice(0, LONGEST) };
  if (word === '地名') return { kind: 'place', text: rest.slice(0, LONGEST) };
  const post = POST_WORDS[word.replace(/\s/gu, '')];
  if (post === undefined) return { kind: 'unread', line };
  const words = rest
    .replace(SPACED, '$1$2$3')
    .split(/[\s,、,]+/u)
    .filter((one) => one !== '');
  const phone = words.find((one) => PHONE.test(one)) ?? '';
  const [name = '', ...title] = words.filter((one) => one !== phone);
  const isName = /^[\p{Script=Han}A-Za-z·.]{2,30}$/u.test(name);
  const isSound = isName && title.every((one) => !/\d{5,}/u.test(one));
  if (!isSound) return { kind: 'unread', line };
  return { kind: 'post', post, name, title: title.join(' ').slice(0, LONGEST), phone };
}
