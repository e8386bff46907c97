import type { CardField } from './card.js';
import { readField, type FieldReaders, type FieldReading } from './reading.js';
import { cutByShape, isGlued, type Shape } from './shape.js';

/** What was read in each field; a field whose text was not there is absent. */
export type Readings = ReadonlyMap<CardField, FieldReading>;

const YEAR_AT_END = /^(.*?) ?(\d{2}|\d{4}) ?([级級届屆]?)$/u;
const DIGIT_AT_END = /\d$/u;

/** Reads a card that is cut as the shape wants it. A field whose text is empty is absent; null: it is cut otherwise. */
export function readShape(text: string, shape: Shape, readers: FieldReaders): Readings | null {
  const pieces = cutByShape(text, shape);
  if (pieces === null) return null;
  const readings = new Map<CardField, FieldReading>();
  for (const [index, group] of shape.groups.entries()) {
    const values = cutGroup(pieces[index] ?? '', group);
    if (values === null) return null;
    for (const [field, raw] of values) {
      if (raw !== '') readings.set(field, readField(field, raw, readers));
    }
  }
  return readings;
}

/** 化学97级 → major 化学, year 97级. Null where fields are glued in a way that only meaning can part. */
function cutGroup(
  piece: string,
  group: readonly CardField[],
): readonly (readonly [CardField, string])[] | null {
  const [first, second] = group;
  if (first === undefined || isGlued(group)) return null;
  if (second === undefined) return [[first, piece]];
  const match = YEAR_AT_END.exec(piece);
  if (match === null || DIGIT_AT_END.test(match[1] ?? '')) return [[first, piece]];
  return [
    [first, (match[1] ?? '').trim()],
    [second, `${match[2] ?? ''}${match[3] ?? ''}`],
  ];
}

/** Whether every field of the shape is there and right. */
export function isClean(readings: Readings, shape: Shape): boolean {
  return shape.groups.flat().every((field) => readings.get(field)?.fault === null);
}
