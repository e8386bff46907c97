/** Control characters have pictures of their own: U+001B is shown as ␛. */
const PICTURES = 0x2400;
const DELETE_PICTURE = '␡';

/**
 * A text as it may be put on a terminal: nothing in it can move the cursor, change colours or turn the direction of reading.
 * What cannot be seen is made visible (`␛`, `⟨202E⟩`); only line breaks and the joiners inside emoji stay.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (letter) =>
      letter === '\n' || letter === '\u200d' ? letter : pictureOf(letter),
    );
}

function pictureOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(PICTURES + code);
  if (code === 0x7f) return DELETE_PICTURE;
  return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
