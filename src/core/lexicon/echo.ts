import type { FoldTable } from '../text/fold.js';
import { ITSELF, SKIP } from '../text/fold.js';
import type { Disguises } from './disguise.js';

/** First code unit of the private area: one for every syllable, none of which stands in a text. */
const SYLLABLES = 0xe000;
/** Words of fewer syllables sound like too much else. */
export const MIN_SYLLABLES = 3;

/**
 * A fold table by which characters that sound alike are the same character. Sounds that most of the country does not
 * keep apart (zh/z, ing/in) are one.
 */
export function soundTable(fold: FoldTable, { syllables }: Disguises): FoldTable {
  const codes = new Map<string, number>();
  const codeOf = (unit: number): number => {
    if (unit === SKIP || unit === ITSELF) return unit;
    const syllable = syllables.get(String.fromCharCode(unit));
    if (syllable === undefined) return unit;
    const sound = blur(syllable);
    const known = codes.get(sound) ?? SYLLABLES + codes.size;
    codes.set(sound, known);
    return known;
  };
  return { unit: fold.unit.map(codeOf), astral: fold.astral.map(codeOf) };
}

function blur(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/([ie])ng$/u, '$1n');
}

/** Whether every character of the word has a known sound, and there are enough of them. */
export function isSpeakable(word: string, { syllables }: Disguises): boolean {
  const chars = Array.from(word);
  return chars.length >= MIN_SYLLABLES && chars.every((char) => syllables.has(char));
}
