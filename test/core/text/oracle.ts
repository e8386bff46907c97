import { astralFold, ITSELF, MARKS, type FoldTable } from '../../../src/core/text/fold.js';
import { MAX_GAP } from '../../../src/core/text/matcher.js';

/** `[start, end, pattern]`, in the order that the matcher promises. */
export type Hit = readonly [number, number, number];

export function inOrder(hits: readonly Hit[]): readonly Hit[] {
  return [...hits].sort((a, b) => a[1] - b[1] || a[0] - b[0] || a[2] - b[2]);
}

/** Plain search, one pattern after the other. */
export function plainSearch(patterns: readonly string[], text: string): readonly Hit[] {
  const found: Hit[] = [];
  patterns.forEach((pattern, index) => {
    if (pattern === '') return;
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      found.push([at, at + pattern.length, index]);
  });
  return inOrder(found);
}

interface Char {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Fold first, with a map back; then try every pattern at every character. Slow and plain on purpose. */
export function foldedSearch(patterns: readonly string[], text: string, table: FoldTable): readonly Hit[] {
  const chars = foldChars(text, table);
  const near = (a: Char, b: Char): boolean => b.start - a.end <= MAX_GAP;
  const found: Hit[] = [];
  patterns.forEach((pattern, index) => {
    const word = foldChars(pattern, table).map((char) => char.folded);
    for (const piece of split(chars, near))
      for (const [start, end] of searchRuns(word, piece)) found.push([start, end, index]);
    if (word.length < 3) return;
    for (const chain of chainsOf(chars, text))
      for (const [start, end] of searchRuns(word, chain)) found.push([start, end, index]);
  });
  return inOrder(found);
}

function foldChars(text: string, table: FoldTable): readonly Char[] {
  const chars: Char[] = [];
  let at = 0;
  for (const char of text) {
    const folded = foldChar(char, table);
    if (folded !== '') chars.push({ folded, start: at, end: at + char.length });
    at += char.length;
  }
  return chars;
}

function foldChar(char: string, table: FoldTable): string {
  const unit =
    char.length === 1
      ? table.unit[char.charCodeAt(0)]!
      : astralFold(table, char.charCodeAt(0), char.charCodeAt(1));
  if (char.length === 2 && unit === ITSELF) return char;
  return unit === 0 ? '' : String.fromCharCode(unit);
}

function split(chars: readonly Char[], joined: (a: Char, b: Char) => boolean): readonly (readonly Char[])[] {
  const pieces: Char[][] = [];
  chars.forEach((char, index) => {
    const before = chars[index - 1];
    const piece = pieces.at(-1);
    if (before === undefined || piece === undefined || !joined(before, char)) pieces.push([char]);
    else piece.push(char);
  });
  return pieces;
}

/** Stretches whose characters have nothing but repeats of one mark between each two. */
function chainsOf(chars: readonly Char[], text: string): readonly (readonly Char[])[] {
  const isMark = (char: Char): boolean => MARKS.has(char.folded.charCodeAt(0));
  const isHalf = (char: Char): boolean => /^\p{Cs}$/u.test(char.folded);
  const plain = chars.filter((char) => !isMark(char));
  const marks = new Set(chars.filter(isMark).map((char) => text.slice(char.start, char.end)));
  return [...marks].flatMap((mark) =>
    split(plain, (a, b) => {
      const gap = text.slice(a.end, b.start);
      return (
        !isHalf(a) && !isHalf(b) && gap.length > 0 && gap.length <= MAX_GAP && gap === mark.repeat(gap.length)
      );
    }),
  );
}

interface Run {
  readonly folded: string;
  readonly chars: readonly Char[];
}

function runsOf(chars: readonly Char[]): readonly Run[] {
  return split(chars, (a, b) => a.folded === b.folded).map((run) => ({ folded: run[0]!.folded, chars: run }));
}

/** A run of the text stands for a run of the word that is no longer; at the edges only as much as the word asks. */
function searchRuns(word: readonly string[], text: readonly Char[]): readonly (readonly [number, number])[] {
  const want = runsOf(word.map((folded, at) => ({ folded, start: at, end: at + 1 })));
  const have = runsOf(text);
  const [first, last] = [want[0], want.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (want.length === 1) {
    return have
      .filter((run) => run.folded === first.folded)
      .flatMap(({ chars }) =>
        chars.slice(first.chars.length - 1).map((char, at) => [chars[at]!.start, char.end] as const),
      );
  }
  return have.flatMap((_, at) => {
    const here = have.slice(at, at + want.length);
    const fits = want.every(
      (run, i) => here[i]?.folded === run.folded && here[i].chars.length >= run.chars.length,
    );
    if (!fits) return [];
    return [
      [
        here[0]!.chars.at(-first.chars.length)!.start,
        here.at(-1)!.chars[last.chars.length - 1]!.end,
      ] as const,
    ];
  });
}
