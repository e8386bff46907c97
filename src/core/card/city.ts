import { simplified, type NameTables, type PlaceKind } from './tables.js';
import { closeUp, countCharacters, isHan } from './script.js';

/**
 * `grade`: how much of a city it is; 4 a prefecture-level one … 0 accepted unseen. `near`: not written as a city alone
 * (坐标武汉, 大武汉), but what is meant is certain.
 */
export type CityReading =
  | { readonly kind: 'city'; readonly value: string; readonly grade: number }
  | { readonly kind: 'near'; readonly value: string }
  | { readonly kind: 'province' }
  | { readonly kind: 'unknown' };

export type CityReader = (raw: string) => CityReading;

const GRADES: Readonly<Record<PlaceKind, number>> = {
  province: -1,
  prefecture: 4,
  abroad: 2,
  'county-city': 2,
  county: 2,
  country: 1,
  district: 1,
};
const UNKNOWN: CityReading = { kind: 'unknown' };
const DISTRICT_TAIL = /^\p{Script=Han}{1,8}(?:区|县|旗|镇|乡|街道|新城)$/u;
/** Counties and banners are many and change: one that no table knows is believed by its ending. */
const UNLISTED = /^\p{Script=Han}{2,7}(?:自治县|自治旗|县|旗)$/u;
const CHINA = /^(?:中国|中华人民共和国)(?=.)/u;
const AROUND =
  /^(?:现在|现居|现住|定居|长居|常住|坐标|位于|工作在|生活在|家住|家在|人在|来自|在|大)(?=..)|(?<=..)(?:工作|生活|定居|人)$/u;
const LONGEST = 24;

/** Reads a place as written: 湖北武汉 and 武汉洪山 are 武汉, 义乌市 is 义乌; a province alone is no city. */
export function createCityReader(tables: NameTables): CityReader {
  if (tables.places.size === 0) return acceptUnseen;
  const resolve = createResolver(tables);
  const read = (text: string): CityReading => {
    const reading = resolve(simplified(text, tables));
    return reading.kind === 'city' ? { ...reading, value: asWritten(text, reading.value, tables) } : reading;
  };
  return (raw) => {
    const text = closeUp(raw).replace(CHINA, '');
    if (text.length > LONGEST || !isHan(text)) return UNKNOWN;
    const reading = read(text);
    if (reading.kind !== 'unknown') return reading;
    const inner = read(text.replace(AROUND, ''));
    return inner.kind === 'city' ? { kind: 'near', value: inner.value } : UNKNOWN;
  };
}

/** Looks up a text in simplified characters. */
function createResolver(tables: NameTables): CityReader {
  const { places } = tables;
  const longest = Math.max(...[...places.keys()].map((form) => form.length));
  const resolve = (text: string): CityReading => {
    const exact = places.get(text);
    if (exact !== undefined) return readExact(text, exact);
    for (let end = Math.min(longest, text.length - 1); end >= 2; end--) {
      const reading = readPair(tables, [text.slice(0, end), text.slice(end)], resolve);
      if (reading !== null) return reading;
    }
    if (UNLISTED.test(text)) return { kind: 'city', value: text, grade: 0 };
    return UNKNOWN;
  };
  return resolve;
}

/** The part of the text that was found, in the characters of the text: 臺北 stays 臺北. */
function asWritten(text: string, value: string, tables: NameTables): string {
  const at = simplified(text, tables).indexOf(value);
  return at < 0 ? value : text.slice(at, at + value.length);
}

function readExact(text: string, kinds: ReadonlySet<PlaceKind>): CityReading {
  const grade = Math.max(...[...kinds].map((kind) => GRADES[kind]));
  return grade < 0 ? { kind: 'province' } : { kind: 'city', value: withoutShi(text), grade };
}

/** A place and what follows it: province + city, city + district, prefecture + county-level city. */
function readPair(
  tables: NameTables,
  [head, tail]: readonly [string, string],
  resolve: CityReader,
): CityReading | null {
  const kinds = tables.places.get(head);
  if (kinds === undefined) return null;
  if (kinds.has('prefecture') || kinds.has('county-city')) {
    const below = tables.places.get(tail);
    const isPart = below?.has('district') === true || below?.has('county') === true;
    if (isPart || DISTRICT_TAIL.test(tail)) return readExact(head, kinds);
    // 苏州昆山: the county-level city is the city; the prefecture only says where it lies.
    if (below?.has('county-city') === true && kinds.has('prefecture')) return readExact(tail, below);
  }
  if (!kinds.has('province') && !kinds.has('country')) return null;
  const rest = resolve(tail);
  return rest.kind === 'city' ? rest : null;
}

/** 武汉市 → 武汉, but 津市 and 沙市 keep theirs. */
function withoutShi(text: string): string {
  return text.length > 2 && text.endsWith('市') ? text.slice(0, -1) : text;
}

/** Without a table nobody is refused for the city. */
function acceptUnseen(raw: string): CityReading {
  const text = closeUp(raw);
  const length = countCharacters(text);
  return isHan(text) && length >= 2 && length <= 12
    ? { kind: 'city', value: withoutShi(text), grade: 0 }
    : UNKNOWN;
}
