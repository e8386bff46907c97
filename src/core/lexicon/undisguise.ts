import type { LexiconFile } from './format.js';
import type { Reading } from './reading.js';

/** The classes of a shared file that say how a character is written instead; they hold tables, not words. */
export const REWRITINGS = ['合字', '连字', '生僻', '图字'] as const;

/** Reads a text as it is meant: characters taken apart, rare look-alikes, pictures. Null: nothing of the kind in it. */
export type Undisguise = (text: string) => Undisguised | null;

export interface Undisguised extends Reading {
  /** How many of its characters surely stood there in another form. */
  readonly signs: number;
}

interface Join {
  readonly char: string;
  /** Its parts stand side by side in ordinary language too: only where something else is surely taken apart. */
  readonly isOrdinary: boolean;
}

interface Tables {
  /** Parts → the character that they make. */
  readonly joins: ReadonlyMap<string, Join>;
  /** A look-alike or a picture → the character that is meant. */
  readonly instead: ReadonlyMap<string, string>;
  /** Code unit → what it may be the beginning of. */
  readonly roles: Uint8Array;
  /** Hashed pair of code units → what may begin with these two parts. */
  readonly pairs: Uint8Array;
}

/** Of a pair: a character, or one whose parts surely stand for it. */
const MAY_JOIN = 1;
const SURELY_JOINS = 2;
const FIRST_PART = 1;
const STANDS_IN = 2;
const LONGEST = 4;
/** So many bits that of ordinary neighbours hardly any fall on a pair of parts. */
const PAIR_BITS = 19;
const PAIRS = 1 << PAIR_BITS;
const HAN = /^\p{Script=Han}$/u;

export function makeUndisguise(files: readonly LexiconFile[]): Undisguise {
  const tables = readTables(files);
  // The words and the judges ask for the same text one after the other.
  let asked = '';
  let known: Undisguised | null = null;
  return (text) => {
    if (text !== asked) {
      known = isSuspect(text, tables) ? rewrite(text, tables) : null;
      asked = text;
    }
    return known;
  };
}

function readTables(files: readonly LexiconFile[]): Tables {
  const rows = (name: string): readonly (readonly [string, string])[] =>
    files
      .filter((file) => file.category === null)
      .flatMap((file) => file.classes.filter((entry) => entry.name === name))
      .flatMap((entry) => entry.words.map(splitRow));
  const joins = new Map<string, Join>();
  for (const [char, parts] of rows('合字')) joins.set(parts, { char, isOrdinary: false });
  for (const [char, parts] of rows('连字')) joins.set(parts, { char, isOrdinary: true });
  const instead = new Map(
    [...rows('生僻'), ...rows('图字')].flatMap(([char, others]) =>
      Array.from(others, (other) => [other, char] as const),
    ),
  );
  const roles = new Uint8Array(0x10000);
  const pairs = new Uint8Array(PAIRS);
  for (const [parts, { isOrdinary }] of joins) {
    if (!isOrdinary) roles[parts.charCodeAt(0)] = FIRST_PART;
    const at = pairOf(parts, 0);
    pairs[at] = (pairs[at] ?? 0) | (isOrdinary ? MAY_JOIN : MAY_JOIN | SURELY_JOINS);
  }
  for (const other of instead.keys()) {
    const unit = other.charCodeAt(0);
    roles[unit] = (roles[unit] ?? 0) | STANDS_IN;
  }
  return { joins, instead, roles, pairs };
}

function splitRow(row: string): readonly [string, string] {
  const [head = '', ...rest] = row.split(/\s+/u);
  return [head, rest.join('')];
}

function pairOf(text: string, at: number): number {
  const mixed = Math.imul(text.charCodeAt(at), 0x9e3779b1) + Math.imul(text.charCodeAt(at + 1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - PAIR_BITS);
}

/** Cheap, for every message: whether anything in it surely stands for another character, as far as two code units tell. */
function isSuspect(text: string, { roles, pairs }: Tables): boolean {
  for (let at = 0; at < text.length; at++) {
    const role = roles[text.charCodeAt(at)] ?? 0;
    if (role === 0) continue;
    if ((role & STANDS_IN) !== 0 || ((pairs[pairOf(text, at)] ?? 0) & SURELY_JOINS) !== 0) return true;
  }
  return false;
}

interface Piece {
  readonly char: string;
  readonly start: number;
  readonly end: number;
  /** Characters between here and `end` are one only if the text is surely in disguise. */
  readonly isOrdinary: boolean;
}

function rewrite(text: string, tables: Tables): Undisguised | null {
  const pieces: Piece[] = [];
  let sure = 0;
  for (let at = 0; at < text.length; at = pieces.at(-1)?.end ?? text.length) {
    const piece = joined(text, at, tables) ?? standIn(text, at, tables);
    if (piece !== null && !piece.isOrdinary) sure++;
    pieces.push(piece ?? { char: text.charAt(at), start: at, end: at + 1, isOrdinary: false });
  }
  if (sure === 0) return null;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { char, start, end } of pieces) {
    for (let unit = 0; unit < char.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  }
  return { text: pieces.map(({ char }) => char).join(''), starts, ends, signs: sure };
}

function joined(text: string, at: number, { joins, pairs }: Tables): Piece | null {
  if (((pairs[pairOf(text, at)] ?? 0) & MAY_JOIN) === 0) return null;
  for (let size = LONGEST; size > 1; size--) {
    const join = joins.get(text.slice(at, at + size));
    if (join !== undefined) return { ...join, start: at, end: at + size };
  }
  return null;
}

function standIn(text: string, at: number, { instead, roles }: Tables): Piece | null {
  if (((roles[text.charCodeAt(at)] ?? 0) & STANDS_IN) === 0) return null;
  const other = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const char = instead.get(other);
  if (char === undefined) return null;
  const end = at + other.length;
  // A picture beside a sentence is a picture; one among its characters is read.
  if (!HAN.test(other) && !(HAN.test(text.charAt(at - 1)) && HAN.test(text.charAt(end)))) return null;
  return { char, start: at, end, isOrdinary: false };
}
