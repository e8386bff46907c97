import { isPairAt, MARKS, SKIP, type FoldTable } from './fold.js';
import { HitBuffer } from './hits.js';
import { MAX_GAP } from './reader.js';
import { foldedChar, type Words } from './words.js';

/** Fewer characters than this are not spelt with marks: 赌。博 is two sentences. */
const MIN_LENGTH = 3;

interface Chains {
  readonly scan: (text: string, hits: HitBuffer) => number;
  readonly fold: FoldTable;
  readonly words: Words;
}

/** Characters with nothing but one and the same mark between each two of them: 法。轮。功. */
interface Chain {
  readonly text: string;
  /** Index in `text` → offset in the original. */
  readonly offsets: readonly number[];
}

/** Adds the words that are spelt with one mark between all their characters. Allocates; such texts are rare. */
export function addChains({ scan, fold, words }: Chains, text: string, hits: HitBuffer): void {
  const found = new HitBuffer();
  const before = hits.count;
  for (const chain of chainsOf(text, fold)) {
    scan(chain.text, found);
    for (let hit = 0; hit < found.count; hit++) {
      if (lengthOf(words, found.pattern(hit)) < MIN_LENGTH) continue;
      const last = chain.offsets[found.end(hit) - 1] ?? 0;
      hits.push(chain.offsets[found.start(hit)] ?? 0, last + 1, found.pattern(hit));
    }
  }
  if (hits.count > before) hits.sort();
}

/** Folded characters of pattern `index`. */
function lengthOf({ runs, starts }: Words, index: number): number {
  return runs.subarray(starts[index], starts[index + 1]).reduce((sum, run) => sum + run, 0);
}

function* chainsOf(text: string, fold: FoldTable): Generator<Chain> {
  let pieces: string[] = [];
  let offsets: number[] = [];
  let mark = 0;
  for (let at = 0; at < text.length;) {
    const width = widthOfChar(text, at, fold);
    const gap = width === 0 ? 0 : markRun(text, at + width, fold);
    if (width > 0) {
      pieces.push(text.slice(at, at + width));
      for (let unit = 0; unit < width; unit++) offsets.push(at + unit);
    }
    const code = text.charCodeAt(at + width);
    if (gap === 0 || (pieces.length > 1 && code !== mark)) {
      if (pieces.length >= MIN_LENGTH) yield { text: pieces.join(''), offsets };
      // The character before a change of mark belongs to both chains.
      const keep = gap === 0 ? 0 : width;
      pieces = keep === 0 ? [] : [text.slice(at, at + width)];
      offsets = keep === 0 ? [] : offsets.slice(-keep);
    }
    mark = code;
    at += Math.max(1, width) + gap;
  }
  if (pieces.length >= MIN_LENGTH) yield { text: pieces.join(''), offsets };
}

/** 0: noise, a mark, or half a surrogate pair, which must not find its other half when the marks are gone. */
function widthOfChar(text: string, at: number, fold: FoldTable): number {
  const char = foldedChar(text, at, fold);
  if (char === SKIP || MARKS.has(char)) return 0;
  if (isPairAt(text, at)) return 2;
  return (text.charCodeAt(at) & 0xf800) === 0xd800 ? 0 : 1;
}

/** How many of the same mark stand at `at` between two characters; 0: none, or too many. */
function markRun(text: string, at: number, fold: FoldTable): number {
  const code = text.charCodeAt(at);
  if (at >= text.length || !MARKS.has(fold.unit[code] ?? SKIP)) return 0;
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  const length = end - at;
  return length > MAX_GAP || end >= text.length || widthOfChar(text, end, fold) === 0 ? 0 : length;
}
