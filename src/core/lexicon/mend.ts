import type { FoldTable } from '../text/fold.js';
import { MendPath } from './mend-path.js';
import type { Reading } from './reading.js';
import { SignReader } from './mend-signs.js';
import type { WordTable } from './word-table.js';

/** Reads a text in which characters have changed places, or stand for others that they share a part with. */
export interface Mender {
  /** Whether it holds a character that hardly anybody writes. For every message: as cheap as can be. */
  readonly hasRare: (text: string) => boolean;
  /** How much looks disguised: rare characters, and neighbours that are a word only the other way round. */
  readonly signs: (text: string) => number;
  /** The reading that makes ordinary words of it; null: it is best read as it is written. */
  readonly mend: (text: string) => Reading | null;
}

export interface MendTables {
  readonly words: WordTable;
  /** A rare character → common ones that share a part with it. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly fold: FoldTable;
}

/** So far from what looks disguised the words are read anew. */
const AROUND = 6;

export function makeMender(tables: MendTables): Mender {
  const reader = new SignReader(tables);
  const path = new MendPath(tables);
  return {
    hasRare: (text) => reader.hasRare(text),
    signs: (text) => reader.read(text),
    mend(text) {
      if (reader.read(text) === 0) return null;
      const { units, length } = reader;
      let reading: Reading | null = null;
      for (let start = 0; start < length; start++) {
        if (units[start] === 0) continue;
        const end = units.indexOf(0, start);
        const signs = reader.signsIn(start, end);
        if (signs !== null) {
          const from = Math.max(start, signs.first - AROUND);
          const to = Math.min(end, signs.last + AROUND + 1);
          reading = withRun(reading, text, path.read(units, from, to));
        }
        start = end;
      }
      return reading;
    },
  };
}

/** A run of characters as it is meant: what stands at `start` and after, and where each of it was written. */
export interface MendedRun {
  readonly start: number;
  readonly chars: readonly (string | null)[];
  readonly from: readonly number[];
}

/** `null` among the characters: as written. Reading and text are of one length: nothing is put together. */
function withRun(reading: Reading | null, text: string, run: MendedRun | null): Reading | null {
  if (run === null) return reading;
  const before = reading ?? asWritten(text);
  const starts = [...before.starts];
  const chars = before.text.split('');
  for (const [at, char] of run.chars.entries()) {
    const from = run.from[at] ?? 0;
    chars[run.start + at] = char ?? text.charAt(from);
    starts[run.start + at] = from;
  }
  return { text: chars.join(''), starts, ends: starts.map((start) => start + 1) };
}

function asWritten(text: string): Reading {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts };
}
