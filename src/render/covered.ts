/** What the font of the pictures holds besides GB2312 and ASCII. */
const SIGNS = '·—–…“”‘’×÷±°§□■▲▼△▽→←↑↓✓℃%¥￥';

let covered: ReadonlySet<string> | null = null;

function read(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030');
  const letters = new Set<string>(SIGNS);
  for (let code = 0x20; code < 0x7f; code += 1) letters.add(String.fromCharCode(code));
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) letters.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return letters;
}

/** Pictures that people put about their names. □ and the like are covered, and no emoji. */
const ORNAMENT =
  /(?:(?![□■▲▼△▽→←↑↓])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u20e3])+/gu;

/**
 * Replaces what the font cannot draw by □, so that nothing is left blank or drawn by another font. An emoji beside a text is left out;
 * a text of nothing else is □.
 */
export function drawable(text: string): string {
  covered ??= read();
  const plain = text.replaceAll(ORNAMENT, (found, at: number) =>
    (text[at - 1] ?? '>') === '>' && (text[at + found.length] ?? '<') === '<' ? '□' : '',
  );
  let shown = '';
  for (const letter of plain) shown += covered.has(letter) || letter === '\n' ? letter : '□';
  return shown;
}
