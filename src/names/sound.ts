import { pinyin } from 'pinyin-pro';

/** The sound of a name without tones; what is no Chinese character stands for itself. */
export function soundOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', surname: 'head' }).join(' ');
}
