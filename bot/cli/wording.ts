import { wordingPage, wordingText } from '../wording/page.js';
import { writeOut } from './write-out.js';

export interface WordingOptions {
  readonly out: string;
  readonly form: 'page' | 'text';
}

/** `qunshao wording [--out FILE] [--text]`: every sentence that a person can see; answers what to print. */
export async function wording({ out, form }: WordingOptions): Promise<string> {
  if (form === 'text') return wordingText();
  await writeOut(out, Buffer.from(wordingPage(), 'utf8'));
  return `已写到 ${out},用浏览器打开就能看(手机上也行)。`;
}
