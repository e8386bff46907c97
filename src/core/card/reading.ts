import type { CardField } from './card.js';
import type { CityReader } from './city.js';
import type { MajorReader } from './major.js';
import type { NameReader } from './name.js';
import { readYear, type YearFault, type YearRange } from './year.js';
import { closeUp, hasHan } from './script.js';

/** What is wrong with the value of one field. `malformed`: of a field that has no table (工号, 电话). */
export type Fault =
  | {
      readonly kind: 'not-a-name' | 'unknown-city' | 'near-city' | 'province' | 'unknown-major' | 'malformed';
    }
  | { readonly kind: 'bad-year'; readonly fault: YearFault };

/**
 * What one field says. `value` is what a corrected card may carry, null where nothing can be made of the text;
 * `fault` is null where the text is right as it stands. `graduation` only for a year written 届.
 */
export interface FieldReading {
  readonly value: string | null;
  readonly fault: Fault | null;
  readonly graduation: boolean;
}

export interface FieldReaders {
  readonly name: NameReader;
  readonly city: CityReader;
  readonly major: MajorReader;
  /** Only majors of the table or the organisation's list; quick. */
  readonly knownMajor: MajorReader;
  readonly range: YearRange;
}

const ID = /^(?=.*\d)[A-Za-z0-9]{2,20}$/u;
const PHONE = /^(?:(?:\+?86)? ?1[3-9]\d ?\d{4} ?\d{4}|0\d{2,3}[- ]?\d{7,8})$/u;
const FREE_TEXT = /^[\p{Script=Han}A-Za-z0-9()、与和· ]{1,24}$/u;

/** Reads the text in the place of a field. */
export function readField(field: CardField, raw: string, readers: FieldReaders): FieldReading {
  switch (field) {
    case 'name':
      return taken(readers.name.read(raw), 'not-a-name');
    case 'city':
      return readPlace(raw, readers);
    case 'major':
      return taken(readers.major(raw)?.value ?? null, 'unknown-major');
    case 'year':
      return readYearField(raw, readers.range);
    case 'department':
    case 'title':
    case 'class':
      return taken(FREE_TEXT.test(raw.trim()) && hasText(raw) ? closeUp(raw) : null, 'malformed');
    case 'id':
      return taken(ID.test(raw.trim()) ? raw.trim() : null, 'malformed');
    case 'phone':
      return taken(PHONE.test(raw.trim()) ? raw.trim() : null, 'malformed');
  }
}

function hasText(raw: string): boolean {
  return hasHan(raw) || /[A-Za-z0-9]/u.test(raw);
}

function taken(value: string | null, kind: 'not-a-name' | 'unknown-major' | 'malformed'): FieldReading {
  return { value, fault: value === null ? { kind } : null, graduation: false };
}

function readPlace(raw: string, readers: FieldReaders): FieldReading {
  const reading = readers.city(raw);
  switch (reading.kind) {
    case 'city':
      return { value: reading.value, fault: null, graduation: false };
    case 'near':
      return { value: reading.value, fault: { kind: 'near-city' }, graduation: false };
    case 'province':
      return { value: null, fault: { kind: 'province' }, graduation: false };
    case 'unknown':
      return { value: null, fault: { kind: 'unknown-city' }, graduation: false };
  }
}

function readYearField(raw: string, range: YearRange): FieldReading {
  const reading = readYear(raw, range);
  if (reading.kind === 'year') {
    return { value: fourDigits(reading.year), fault: null, graduation: reading.graduation };
  }
  const value = reading.year === null ? null : fourDigits(reading.year);
  return { value, fault: { kind: 'bad-year', fault: reading.fault }, graduation: false };
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
