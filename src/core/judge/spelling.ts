/** A run of Latin letters read as syllables; null: it cannot be read so. */
export type Spelling = (letters: string) => readonly string[] | null;

const LONGEST_SYLLABLE = 6;
/** One letter is a letter; longer runs are nobody's sentence. */
const SHORTEST = 2;
const LONGEST = 40;

/** @param syllables as they are written in Latin letters, without tones */
export function makeSpelling(syllables: ReadonlySet<string>): Spelling {
  return (letters) => {
    if (letters.length < SHORTEST || letters.length > LONGEST) return null;
    return read(letters, syllables);
  };
}

/** From the end of the run backwards: what each place onwards reads as, the longest syllable first. */
function read(letters: string, syllables: ReadonlySet<string>): readonly string[] | null {
  const next = new Int8Array(letters.length + 1);
  next[letters.length] = 1;
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let size = Math.min(LONGEST_SYLLABLE, letters.length - at); size > 0; size--) {
      if (next[at + size] === 0 || !isSyllable(letters.slice(at, at + size), syllables)) continue;
      next[at] = size;
      break;
    }
  }
  if (next[0] === 0) return null;
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += next[at] ?? letters.length)
    pieces.push(letters.slice(at, at + (next[at] ?? 0)));
  return pieces;
}

// A lone vowel would make syllables of every word.
function isSyllable(piece: string, syllables: ReadonlySet<string>): boolean {
  return piece.length > 1 && syllables.has(piece);
}
