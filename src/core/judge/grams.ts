import { astralFold, type FoldTable, isPairAt, ITSELF, SKIP } from '../text/fold.js';

/** Lengths of the character n-grams that the judge looks at: 1 … 4 folded units. */
export const LONGEST = 4;
/** Folded units that are read of one message; what follows is not judged. Keeps very long texts cheap. */
export const MAX_UNITS = 600;
/** A unit repeated on end is read this often: a phone number is whole, a screen full of one character is not a thousand reasons. */
const LONGEST_RUN = 12;
/** Marks the beginning and the end of a message, so that "how it starts" and "how it ends" are n-grams too. */
const EDGE = 2;
const ZERO = 48;
const NINE = 57;
const MASK_LETTER = 120;

/**
 * A message in folded units, reused from message to message so that reading allocates nothing.
 * `units[i]` came from the original code units `starts[i]` … `ends[i]` (exclusive); the first and last unit are edges.
 */
export class UnitBuffer {
  readonly units = new Uint16Array(MAX_UNITS + 2);
  readonly starts = new Int32Array(MAX_UNITS + 2);
  readonly ends = new Int32Array(MAX_UNITS + 2);
  length = 0;
  #run = 0;

  /** All digits read as 0 and so do masked ones (`xxx`): which number it is says nothing, that there is one does. */
  read(text: string, table: FoldTable): void {
    this.length = 0;
    this.#push(EDGE, 0, 0);
    const { length } = text;
    for (let at = 0; at < length && this.length <= MAX_UNITS; at++) {
      const unit = table.unit[text.charCodeAt(at)] ?? SKIP;
      if (unit === SKIP) continue;
      if (unit >= 0xd800 && unit <= 0xdfff && isPairAt(text, at)) {
        this.#readPair(text, at, table);
        at++;
      } else this.#push(plain(unit, text.charCodeAt(at + 1) | 32), at, at + 1);
    }
    this.#push(EDGE, length, length);
  }

  #readPair(text: string, at: number, table: FoldTable): void {
    const folded = astralFold(table, text.charCodeAt(at), text.charCodeAt(at + 1));
    if (folded !== SKIP && folded !== ITSELF) this.#push(plain(folded, 0), at, at + 2);
  }

  #push(unit: number, start: number, end: number): void {
    const masked = unit === MASK_LETTER && this.length > 0 && this.units[this.length - 1] === ZERO;
    const read = masked ? ZERO : unit;
    this.#run = this.length > 0 && this.units[this.length - 1] === read ? this.#run + 1 : 1;
    if (this.#run > LONGEST_RUN) return;
    this.units[this.length] = read;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }
}

function plain(unit: number, next: number): number {
  if (unit >= ZERO && unit <= NINE) return ZERO;
  return unit === MASK_LETTER && next === MASK_LETTER ? ZERO : unit;
}

/** The start of every n-gram's hash; `extendHash` adds one unit, `finishHash` mixes. 32 bits, unsigned after finishing. */
export const HASH_SEED = 0x9e3779b9 | 0;

export function extendHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) + 0x7f4a7c15;
}

export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}

/** How many n-grams a message of `length` units has: a score is divided by the root of it. */
export function gramCount(length: number): number {
  let count = 0;
  for (let n = 1; n <= LONGEST; n++) count += Math.max(0, length - n + 1);
  return Math.max(1, count);
}
