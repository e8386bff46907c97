const HAN_ONLY = /^\p{Script=Han}+$/u;
const HAN = /\p{Script=Han}/u;
const INNER_SPACE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Whether the text is Chinese characters and nothing else. The empty text is not. */
export function isHan(text: string): boolean {
  return HAN_ONLY.test(text);
}

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Length in characters, where a character outside the basic plane counts once. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

/** 张 三 → 张三: a space inside Chinese text carries nothing. */
export function closeUp(text: string): string {
  return text.trim().replace(INNER_SPACE, '');
}

/** An expression that finds any of the words; with no words it finds nothing. */
export function anyOf(words: readonly string[]): RegExp {
  const sources = words
    .filter((word) => word !== '')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'));
  return sources.length === 0 ? /(?!)/u : new RegExp(sources.join('|'), 'u');
}
