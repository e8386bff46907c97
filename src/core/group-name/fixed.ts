import { anyOf } from '../card/script.js';

/** The words of a template that every name carries, and what people write for them. */
export interface FixedWords {
  readonly text: string;
  /** Finds the words as they should be, or one of their other forms; null where there is none. */
  readonly find: (segment: string) => Found | null;
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/** 校友会, 校友群, 分会, 微信群 and the like: all of them mean the kind of group. 总会 and 商会 mean something else. */
const ALUMNI = /校友(?:联谊会|协会|分会|会(?!长))?|(?<!总)分会|联谊会|(?:微信|交流|联谊|工作)*群/u;

/** The fixed words of one stretch of a template; `aliases`: the organisation's own short forms, where it is meant. */
export function fixedWords(
  text: string,
  aliases: readonly string[],
  isPlace: (raw: string) => boolean,
): FixedWords {
  const others = otherForms(text, aliases, isPlace);
  const loose = text.includes('校友') ? ALUMNI : others;
  return {
    text,
    find(segment) {
      const at = segment.indexOf(text);
      if (at >= 0) return { start: at, end: at + text.length, exact: true };
      const match = loose.exec(segment);
      return match === null || match[0] === ''
        ? null
        : { start: match.index, end: match.index + match[0].length, exact: false };
    },
  };
}

/** 武汉轻工大学: 武汉轻工大, 武汉轻工, 轻工大学, 轻工大. Nothing shorter: 武大 is another university. Longest first. */
function otherForms(text: string, aliases: readonly string[], isPlace: (raw: string) => boolean): RegExp {
  const school = /^(?<stem>\p{Script=Han}{2,})(?:大学|学院)$/u.exec(text)?.groups?.['stem'];
  const forms = school === undefined ? withoutQun(text) : schoolForms(text, school, isPlace);
  const mine = school === undefined ? [] : aliases;
  return anyOf(
    [...new Set([...mine, ...forms])]
      .filter((form) => form.length >= 2)
      .toSorted((a, b) => b.length - a.length),
  );
}

function schoolForms(text: string, stem: string, isPlace: (raw: string) => boolean): readonly string[] {
  const whole = [text, text.slice(0, -1), ...(stem.length >= 4 ? [stem] : [])];
  const bare = isPlace(text.slice(0, 2)) && stem.length >= 4 ? text.slice(2) : null;
  return bare === null ? whole : [...whole, bare, bare.slice(0, -1)];
}

/** 教工群: 教工, 教工微信群. */
function withoutQun(text: string): readonly string[] {
  const stem = text.replace(/群$/u, '');
  return stem === text ? [] : [`${stem}微信群`, `${stem}交流群`, `${stem}工作群`, stem];
}
