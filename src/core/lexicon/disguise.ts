import type { LexiconFile, LexiconSource } from './format.js';
import { parseLexicon } from './parse.js';
import { REWRITINGS } from './undisguise.js';

/** The classes of a shared file that say how words are disguised; they hold tables, not words. */
export const TABLES = ['读音', '形近', '同旁', ...REWRITINGS] as const;

/** How single characters are disguised. Made once when the lexicon is compiled. */
export interface Disguises {
  /** Character → its syllable without tone: 赌 → du. */
  readonly syllables: ReadonlyMap<string, string>;
  /** Character → characters that look like it. */
  readonly shapes: ReadonlyMap<string, readonly string[]>;
  /** A character that hardly anybody writes → common ones that share a part with it. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

/** Another spelling of a word. `support`: too common to speak for itself, it only backs other signs. */
export interface Variant {
  readonly word: string;
  readonly support: boolean;
}

export function readDisguises(files: readonly LexiconFile[]): Disguises {
  const rows = (name: string): readonly (readonly [string, string])[] =>
    files
      .filter((file) => file.category === null)
      .flatMap((file) => file.classes.filter((entry) => entry.name === name))
      .flatMap((entry) => entry.words.map((row) => splitRow(row)));
  const syllables = new Map<string, string>();
  for (const [syllable, chars] of rows('读音')) {
    for (const char of chars) if (!syllables.has(char)) syllables.set(char, syllable);
  }
  const shapes = new Map(rows('形近').map(([char, alike]) => [char, Array.from(alike)] as const));
  return { syllables, shapes, alike: readAlike(rows('同旁')) };
}

/** Each row: the common characters that hold a part, and the rare ones. */
function readAlike(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, Set<string>>();
  for (const [common, rare] of rows) {
    for (const char of rare) {
      const others = alike.get(char) ?? new Set();
      for (const other of common) others.add(other);
      alike.set(char, others);
    }
  }
  return new Map(Array.from(alike, ([char, others]) => [char, [...others]] as const));
}

/** Character → syllable, from the shared files of a lexicon. */
export function readSyllables(sources: readonly LexiconSource[]): ReadonlyMap<string, string> {
  return readDisguises(sources.map((source) => parseLexicon(source).file)).syllables;
}

function splitRow(row: string): readonly [string, string] {
  const [head = '', ...rest] = row.split(/\s+/u);
  return [head, rest.join('')];
}

const HAN = /^\p{Script=Han}+$/u;
const DIGITS: readonly (readonly [string, string])[] = Array.from('0123456789', (digit, at) => [
  digit,
  '零一二三四五六七八九'[at] ?? digit,
]);
/** From so many characters on a word is its own whatever the order or the spelling. */
const CLEAR = 4;
const SHORT = 3;
/** Fewer Latin letters are too often a word of another language. */
const MIN_LATIN = 6;
/** Longer words are not cut into every run. */
const MAX_CUT = 5;

/** Every disguised spelling of one word that is looked for as a word of its own. */
export function variantsOf(word: string, disguises: Disguises): readonly Variant[] {
  const chars = Array.from(word);
  const firm = [
    ...(chars.length >= SHORT ? replaced(chars, (char) => disguises.shapes.get(char) ?? []) : []),
    ...numerals(word),
    ...leet(word),
  ].map((one) => ({ word: one, support: false }));
  if (!HAN.test(word)) return firm;
  return [...firm, ...spelt(chars, disguises), ...reordered(chars)];
}

/** One character replaced at a time, and all that can be at once. */
function replaced(chars: readonly string[], others: (char: string) => readonly string[]): readonly string[] {
  const single = chars.flatMap((char, at) => others(char).map((other) => chars.with(at, other).join('')));
  const all = chars.map((char) => others(char)[0] ?? char).join('');
  return single.length > 1 ? [...single, all] : single;
}

function numerals(word: string): readonly string[] {
  const swap = (from: 0 | 1, to: 0 | 1): string =>
    DIGITS.reduce((text, pair) => text.replaceAll(pair[from], pair[to]), word);
  // A lone numeral inside Chinese (一起, 三退) is written with digits; more often it is language.
  return [swap(0, 1), word.length >= CLEAR ? swap(1, 0) : word].filter((one) => one !== word);
}

function leet(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/u.test(word)) return [];
  const disguised = word.replaceAll('o', '0').replaceAll('i', '1').replaceAll('e', '3').replaceAll('s', '5');
  return disguised === word ? [] : [disguised, word.replaceAll('o', '0'), word.replaceAll('i', '1')];
}

/** In Latin letters as a whole (dubo), one character of it (du博), or first letters only. */
function spelt(chars: readonly string[], { syllables }: Disguises): readonly Variant[] {
  const sounds = chars.map((char) => syllables.get(char));
  if (sounds.some((sound) => sound === undefined)) return [];
  const whole = sounds.join('');
  const variants = runs(chars.length).map(([start, end]) => {
    const latin = sounds.slice(start, end).join('');
    const word = [...chars.slice(0, start), latin, ...chars.slice(end)].join('');
    return { word, support: chars.length < SHORT && latin.length < SHORT };
  });
  if (whole.length >= MIN_LATIN) variants.push({ word: whole, support: chars.length < SHORT });
  if (chars.length >= CLEAR) {
    variants.push({ word: sounds.map((sound) => sound?.charAt(0) ?? '').join(''), support: true });
  }
  return variants;
}

/** Every run of a word's characters short of the whole; only single ones in long words. */
function runs(length: number): readonly (readonly [number, number])[] {
  const longest = length > MAX_CUT ? 1 : length - 1;
  return Array.from({ length }, (_, start) => start).flatMap((start) =>
    Array.from(
      { length: Math.min(longest, length - start) },
      (_, more) => [start, start + more + 1] as const,
    ),
  );
}

/** Backwards, or with two neighbours swapped. */
function reordered(chars: readonly string[]): readonly Variant[] {
  if (chars.length < SHORT) return [];
  const short = chars.length < CLEAR;
  const swaps = chars.slice(1).map((char, at) =>
    chars
      .with(at, char)
      .with(at + 1, chars[at] ?? '')
      .join(''),
  );
  const backwards = chars.toReversed().join('');
  return [backwards, ...(short ? [] : swaps)].map((word) => ({ word, support: false }));
}
