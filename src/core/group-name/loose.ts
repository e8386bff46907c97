import type { FixedWords } from './fixed.js';
import { serialOf, withoutSerial } from './number.js';
import type { GroupNameProblem } from './name.js';
import type { GroupNameField } from './parts.js';
import type { FieldReaders } from './readers.js';
import { extraText, strayMarks } from './sentences.js';
import { tiles } from './words.js';

/** What a stretch of a name turned out to be. `other`: understood by nothing; it may mean something. */
export type TokenKind = 'fixed' | 'place' | 'industry' | 'number' | 'filler' | 'other';

/** A stretch of a name, in UTF-16 units of the folded text. `value`: as it should be written. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly value: string;
  readonly exact: boolean;
}

export interface LooseTools {
  readonly fixed: readonly FixedWords[];
  readonly readers: FieldReaders;
  readonly isFiller: (raw: string) => boolean;
}

/** Everything that people put between the parts. */
const MARKS = /[\s\-_/\\|,、,。.:;+~=*#&@()【】[\]<>《》"'“”‘’…—·•丨]+/u;
/** Pictures say nothing. */
const PICTURES = /(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/u;
const BETWEEN = new RegExp(`(?:${MARKS.source}|${PICTURES.source})+`, 'u');

/** Takes a name apart whatever its order: fixed words and their other forms, places, industries, numbers, the rest. */
export function readLoosely(text: string, tools: LooseTools): readonly Token[] {
  return segmentsOf(text).flatMap(({ start, raw }) => readSegment(raw, start, tools));
}

/** What stands between or around the parts that does not belong there. */
export function strayProblems(text: string): readonly GroupNameProblem[] {
  return [...(MARKS.test(text) ? [strayMarks()] : []), ...(PICTURES.test(text) ? [extraText()] : [])];
}

/** The text with nothing between its parts. */
export function closeUp(text: string): string {
  return text.replace(new RegExp(BETWEEN.source, 'gu'), '');
}

interface Segment {
  readonly start: number;
  readonly raw: string;
}

function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const raw of text.split(new RegExp(`(${BETWEEN.source})`, 'u'))) {
    if (raw !== '' && !BETWEEN.test(raw)) segments.push({ start, raw });
    start += raw.length;
  }
  return segments;
}

/** Longer fixed words are cut out first, so that 校友分会群 is not taken for its 校友. */
function readSegment(raw: string, start: number, tools: LooseTools): readonly Token[] {
  if (raw === '') return [];
  const whole = wholeOf(raw, start, tools);
  if (whole !== null) return [whole];
  for (const words of tools.fixed) {
    const found = words.find(raw);
    if (found === null) continue;
    return [
      ...readSegment(raw.slice(0, found.start), start, tools),
      { kind: 'fixed', start: start + found.start, value: words.text, exact: found.exact },
      ...readSegment(raw.slice(found.end), start + found.end, tools),
    ];
  }
  return readRest(raw, start, tools);
}

/** A stretch that is one thing as a whole. */
function wholeOf(raw: string, start: number, { readers, isFiller }: LooseTools): Token | null {
  if (isFiller(raw)) return { kind: 'filler', start, value: raw, exact: true };
  const field = fieldOf(raw, readers);
  if (field !== null) return { kind: field, start, value: raw, exact: true };
  const number = serialOf(raw);
  return number === null ? null : { kind: 'number', start, value: number, exact: number === raw };
}

function fieldOf(raw: string, readers: FieldReaders): 'place' | 'industry' | null {
  const fields: readonly Extract<GroupNameField, 'place' | 'industry'>[] = ['place', 'industry'];
  return fields.find((field) => readers[field](raw)) ?? null;
}

/** What is left between fixed words: known things in a row, a number at an end, or nothing that is understood. */
function readRest(raw: string, start: number, tools: LooseTools): readonly Token[] {
  const split = withoutSerial(raw);
  const known = split === null ? null : wholeOf(split.rest, start, tools);
  if (split !== null && known !== null)
    return [known, { kind: 'number', start: start + raw.length, value: split.number, exact: false }];
  const pieces = tiles(raw, (piece) => wholeOf(piece, 0, tools) !== null);
  if (pieces === null) return besideUnknown(raw, start, tools);
  let at = start;
  return pieces.flatMap((piece) => {
    const token = wholeOf(piece, at, tools);
    at += piece.length;
    return token === null ? [] : [token];
  });
}

/** A place or industry at one end of words that nobody understands: 武汉大学北京 is 北京 and something else. */
function besideUnknown(raw: string, start: number, { readers }: LooseTools): readonly Token[] {
  const other = (value: string, at: number): Token => ({ kind: 'other', start: at, value, exact: true });
  for (let size = raw.length - 1; size >= 2; size -= 1) {
    const cut = raw.length - size;
    const [tail, head] = [raw.slice(cut), raw.slice(0, size)];
    const atEnd = fieldOf(tail, readers);
    if (atEnd !== null)
      return [other(raw.slice(0, cut), start), { kind: atEnd, start: start + cut, value: tail, exact: true }];
    const atStart = fieldOf(head, readers);
    if (atStart !== null)
      return [{ kind: atStart, start, value: head, exact: true }, other(raw.slice(size), start + size)];
  }
  return [other(raw, start)];
}
