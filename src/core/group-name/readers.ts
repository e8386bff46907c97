import { createCityReader } from '../card/city.js';
import type { NameTables } from '../card/tables.js';
import type { GroupNameField } from './parts.js';
import { type GroupWords, tiles } from './words.js';

/** Whether a text is a field as it should be written. */
export type FieldReaders = Readonly<Record<GroupNameField, (raw: string) => boolean>>;

const JOINED = /[、和与及]/u;
const INDUSTRY_TAIL = /(?:行业|产业|领域|系统|业界|业|界)$/u;
const HAN = /^\p{Script=Han}{2,12}$/u;
const WORD = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9]{1,11}$/u;

export function createReaders(tables: NameTables, words: GroupWords): FieldReaders {
  const word = (raw: string): boolean => WORD.test(raw);
  const place = placeReader(tables, words);
  return {
    place,
    city: place,
    industry: industryReader(words),
    number: isNumber,
    year: (raw) => /^(?:19|20)?\d{2}级?$/u.test(raw),
    major: (raw) => (tables.majors.size === 0 ? HAN.test(raw) : tables.majors.has(raw) || HAN.test(raw)),
    department: word,
    class: word,
    name: (raw) => HAN.test(raw),
  };
}

/** A serial number as it should be written: 1 … 999, leading zeros allowed. */
function isNumber(raw: string): boolean {
  return /^\d{1,3}$/u.test(raw) && Number(raw) > 0;
}

/** A city, county, province, country or region, or up to three of them in a row (京津冀 is one, 江苏浙江 two). */
function placeReader(tables: NameTables, { regions }: GroupWords): (raw: string) => boolean {
  const city = createCityReader(tables);
  const isOne = (raw: string): boolean =>
    regions.has(raw) || regions.has(raw.replace(/地区$/u, '')) || city(raw).kind !== 'unknown';
  const isListed = (raw: string): boolean => tables.places.has(raw) || regions.has(raw) || JOINED.test(raw);
  return (raw) => {
    if (raw.length < 2) return false;
    if (isOne(raw)) return true;
    if (JOINED.test(raw.slice(0, 1)) || JOINED.test(raw.slice(-1))) return false;
    const parts = tiles(raw, isListed)?.filter((part) => !JOINED.test(part)) ?? [];
    return parts.length > 1 && parts.length <= 3;
  };
}

/** Known words, alone or joined, with or without 行业 behind them. Without a table any short word passes. */
function industryReader({ industries }: GroupWords): (raw: string) => boolean {
  const isListed = (raw: string): boolean => industries.has(raw.toLowerCase());
  return (raw) => {
    if (industries.size === 0) return WORD.test(raw);
    const stem = raw.replace(INDUSTRY_TAIL, '');
    return [raw, stem].some((text) => {
      const parts = tiles(text, (piece) => isListed(piece) || JOINED.test(piece));
      return parts !== null && !JOINED.test(text.slice(0, 1)) && !JOINED.test(text.slice(-1));
    });
  };
}
