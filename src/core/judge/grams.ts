import { astralFold, type FoldTable, isPairAt, ITSELF, SKIP } from '../text/fold.js';
import { shortenRuns } from './runs.js';

/** Lengths of the character n-grams that the judge looks at: 1 … 3 folded units. Longer ones were learned by heart. */
export const LONGEST = 3;
/** Folded units that are read of one message; what follows is not judged. Keeps very long texts cheap. */
export const MAX_UNITS = 600;
/** A unit repeated on end is read this often: a card number is whole, a screen full of one character is not a thousand reasons. */
const LONGEST_RUN = 20;
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

  /** All digits read as 0 and so do masked ones (`xxx`): which number it is says nothing, that there is one does. */
  read(text: string, table: FoldTable): void {
    const { units, starts, ends } = this;
    let length = 1;
    let before = EDGE;
    let run = 1;
    units[0] = EDGE;
    for (let at = 0, next = 0; at < text.length && length <= MAX_UNITS; at = next) {
      const code = text.charCodeAt(at);
      next = at + 1;
      let unit = table.unit[code] ?? SKIP;
      if ((unit & 0xf800) === 0xd800 && isPairAt(text, at)) {
        unit = readPair(text, at, table);
        next++;
      }
      if (unit === SKIP) continue;
      if (unit >= ZERO && unit <= NINE) unit = ZERO;
      else if (unit === MASK_LETTER && (before === ZERO || isMasked(text, at, next))) unit = ZERO;
      run = unit === before ? run + 1 : 1;
      if (run > LONGEST_RUN) continue;
      before = unit;
      units[length] = unit;
      starts[length] = at;
      ends[length] = next;
      length++;
    }
    this.length = length;
    shortenRuns(this, text);
    units[this.length] = EDGE;
    starts[this.length] = text.length;
    ends[this.length] = text.length;
    this.length++;
  }
}

function readPair(text: string, at: number, table: FoldTable): number {
  const folded = astralFold(table, text.charCodeAt(at), text.charCodeAt(at + 1));
  return folded === ITSELF ? SKIP : folded;
}

/** Whether the letter x in one code unit is followed by another. */
function isMasked(text: string, at: number, next: number): boolean {
  return next === at + 1 && (text.charCodeAt(next) | 32) === MASK_LETTER;
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

/** A short message says little, whatever it says: it is weighed as if it held this many n-grams more, of no weight. */
const SILENT_GRAMS = 40;

/** How many n-grams a message of `length` units counts for: a score is divided by the root of it. */
export function gramCount(length: number): number {
  let count = SILENT_GRAMS;
  for (let n = 1; n <= LONGEST; n++) count += Math.max(0, length - n + 1);
  return count;
}
