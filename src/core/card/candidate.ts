import type { CardField } from './card.js';
import { simplified, type NameTables } from './tables.js';
import { readField, type FieldReaders, type FieldReading } from './reading.js';

/** A stretch of a card that may be a field: UTF-16 units, `end` exclusive. A higher score is the likelier one. */
export interface Candidate {
  readonly field: CardField;
  readonly start: number;
  readonly end: number;
  readonly reading: FieldReading;
  readonly score: number;
  /** Known from a table: it may stand right beside Chinese text that is nothing known (多尼咸宁 is 多尼 and 咸宁). */
  readonly known: boolean;
}

/** What one UTF-16 unit of a card is: Chinese, something between fields, or anything else. */
export type UnitKind = 'han' | 'separator' | 'other';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface CandidateFinder {
  readonly find: (text: string) => readonly Candidate[];
}

const HAN = /\p{Script=Han}/u;
const HAN_RUN = /\p{Script=Han}+/gu;
const ID_RUN = /[A-Za-z0-9]+/gu;
const PHONE_RUN = /(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/gu;
const DOTTED_RUN = /\p{Script=Han}+(?:·\p{Script=Han}+)+/gu;
const CHUNK = /[^\s\-_/\\|,、,。.:;+~=*#&@()【】[\]<>《》"'“”‘’…—ー]+/gu;
/** Every mark and space; a picture (★, 🌸) is none. */
const SEPARATOR = /(?!\p{Extended_Pictographic})[\p{P}\p{S}\p{Z}\s々ー]/u;
const YEARS =
  /(?<!\d)\d+ ?(?:年级|年級|[级級届屆年])|(?<![\dA-Za-z])(?:\d{4}|\d{2}(?!班))(?!\d)|[〇零○一二三四五六七八九十两]{1,5} ?(?:年级|年級|[级級届屆])|[〇零○一二三四五六七八九]{2}(?:[〇零○一二三四五六七八九]{2})?(?!\p{Script=Han})/gu;
const LONGEST_PLACE = 16;
const LONG_CARD = 100;
/** Lesser places are too often part of a name or a word. */
const CITY_GRADE = 4;
const LONGEST_MAJOR = 15;
const LONGEST_NAME = 4;
const CUT_NAME = 6;
/** 张三在北京: the end of a name that is cut out of a run is none of these, though a name may end so. */
export const CONNECTING = /[在是叫我]$/u;

export function unitKinds(text: string): readonly UnitKind[] {
  const kinds: UnitKind[] = [];
  for (const character of text) {
    const kind = HAN.test(character) ? 'han' : SEPARATOR.test(character) ? 'separator' : 'other';
    for (let unit = 0; unit < character.length; unit++) kinds.push(kind);
  }
  return kinds;
}

function stretches(text: string, pattern: RegExp): readonly Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Makes the search for everything in a card that may be one of the fields. */
export function createCandidateFinder(
  fields: readonly CardField[],
  tables: NameTables,
  readers: FieldReaders,
): CandidateFinder {
  const placeHeads = new Set([...tables.places.keys()].map((form) => form.slice(0, 2)));
  const tools: Tools = { readers, placeHeads, simplify: (text) => simplified(text, tables) };
  return { find: (text) => fields.flatMap((field) => findField(field, text, tools)) };
}

interface Tools {
  readonly readers: FieldReaders;
  readonly placeHeads: ReadonlySet<string>;
  readonly simplify: (text: string) => string;
}

function findField(field: CardField, text: string, tools: Tools): readonly Candidate[] {
  switch (field) {
    case 'name':
      return [
        ...stretches(text, DOTTED_RUN).flatMap((run) => dottedNames(text, run, tools.readers)),
        ...stretches(text, HAN_RUN).flatMap((run) => namesIn(text, run, tools.readers)),
      ];
    case 'city':
      return stretches(text, HAN_RUN).flatMap((run) => citiesIn(text, run, tools));
    case 'major':
      return stretches(text, HAN_RUN).flatMap((run) => majorsIn(text, run, tools.readers));
    case 'year':
      return stretches(text, YEARS).map((found) => yearAt(text, found, tools.readers));
    case 'department':
    case 'title':
    case 'class':
      return stretches(text, CHUNK).flatMap((chunk) => wholeChunk(field, text, [chunk, tools.readers]));
    case 'id':
      return stretches(text, ID_RUN).flatMap((chunk) => wholeChunk(field, text, [chunk, tools.readers]));
    case 'phone':
      return stretches(text, PHONE_RUN).flatMap((chunk) => wholeChunk(field, text, [chunk, tools.readers]));
  }
}

function wholeName(text: string, run: Stretch, readers: FieldReaders): readonly Candidate[] {
  const raw = text.slice(run.start, run.end);
  const reading = readField('name', raw, readers);
  if (reading.fault !== null) return [];
  const certain = raw.includes('·') || readers.name.surnameLength(raw) > 0;
  return [{ field: 'name', ...run, reading, score: certain ? 9 : 4, known: false }];
}

/** The whole of it, and every part of it that holds the dots: what is cut off may be a city or a major. */
function dottedNames(text: string, run: Stretch, readers: FieldReaders): readonly Candidate[] {
  const raw = text.slice(run.start, run.end);
  const [first, last] = [raw.indexOf('·'), raw.lastIndexOf('·')];
  const found: Candidate[] = [...wholeName(text, run, readers)];
  for (let start = 0; start < first; start++) {
    for (let end = last + 2; end <= raw.length; end++) {
      const part = { start: run.start + start, end: run.start + end };
      if (end - start === raw.length) continue;
      found.push(...wholeName(text, part, readers).map((name) => ({ ...name, score: CUT_NAME })));
    }
  }
  return found;
}

/** Every part of a run that begins with a surname, and the whole run whatever it begins with. */
function namesIn(text: string, run: Stretch, readers: FieldReaders): readonly Candidate[] {
  const found = [...wholeName(text, run, readers)];
  for (let start = run.start; start < run.end - 1; start++) {
    const surname = readers.name.surnameLength(text.slice(start, run.end));
    if (surname === 0) continue;
    for (let end = start + 2; end <= Math.min(run.end, start + LONGEST_NAME); end++) {
      const part = text.slice(start, end);
      const reading = readField('name', part, readers);
      const score = scoreName(end - start, surname);
      if (reading.fault !== null || CONNECTING.test(part)) continue;
      found.push({ field: 'name', start, end, reading, score, known: false });
    }
  }
  return found;
}

/** Most names have three characters, or four after a compound surname. */
function scoreName(length: number, surname: number): number {
  const given = length - surname;
  if (given < 1) return 2;
  return given === 2 ? 7.5 : given === 1 ? 6 : 3;
}

function citiesIn(text: string, run: Stretch, tools: Tools): readonly Candidate[] {
  const found: Candidate[] = [];
  const plain = tools.simplify(text);
  for (let start = run.start; start < run.end - 1; start++) {
    if (!tools.placeHeads.has(plain.slice(start, start + 2)) && !plain.startsWith('中国', start)) continue;
    for (let end = start + 2; end <= Math.min(run.end, start + LONGEST_PLACE); end++) {
      const reading = tools.readers.city(text.slice(start, end));
      if (reading.kind !== 'city') continue;
      const score = 8 + reading.grade + 0.5 * (end - start);
      const value = { value: reading.value, fault: null, graduation: false };
      found.push({ field: 'city', start, end, reading: value, score, known: reading.grade >= CITY_GRADE });
    }
  }
  return found;
}

/** Inside a run only majors of the table are looked for; at its edges those, too, that merely look like one. */
function majorsIn(text: string, run: Stretch, readers: FieldReaders): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let start = run.start; start < run.end - 1; start++) {
    for (let end = start + 2; end <= Math.min(run.end, start + LONGEST_MAJOR); end++) {
      const atEdge = start === run.start || end === run.end;
      const major = atEdge
        ? readers.major(text.slice(start, end))
        : readers.knownMajor(text.slice(start, end));
      if (major === null) continue;
      const { known } = major;
      const score = known ? 6 + 1.8 * (end - start) : 3 + 0.6 * (end - start);
      const reading = { value: major.value, fault: null, graduation: false };
      found.push({ field: 'major', start, end, reading, score, known });
    }
  }
  return found;
}

/** Of several years (97-01, 97级/01级) the first is the year of entry. */
function yearAt(text: string, found: Stretch, readers: FieldReaders): Candidate {
  const reading = readField('year', text.slice(found.start, found.end), readers);
  const score = reading.fault === null ? 20 : reading.value === null ? 8 : 12;
  const late = found.start / LONG_CARD;
  return { field: 'year', ...found, reading, score: score - late, known: true };
}

const DISTINCT =
  /(?:部|处|科|院|系|中心|室|办|组|公司|经理|主任|总监|书记|校长|主管|专员|员|长|师|\d班|班)$/u;

function wholeChunk(
  field: CardField,
  text: string,
  [chunk, readers]: readonly [Stretch, FieldReaders],
): readonly Candidate[] {
  const raw = text.slice(chunk.start, chunk.end);
  const reading = readField(field, raw, readers);
  if (reading.fault !== null) return [];
  const certain = field === 'id' || field === 'phone' || DISTINCT.test(raw);
  return [{ field, ...chunk, reading, score: certain ? 9 : 3, known: false }];
}
