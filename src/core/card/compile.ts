import type { CardField, CardFields, CardOptions, CardProblem, CardResult } from './card.js';
import { createCandidateFinder } from './candidate.js';
import { createCityReader } from './city.js';
import { type CardDraft, draftOf } from './draft.js';
import { foldCard } from './fold.js';
import { readFreely, type Diagnosis, type FreeGrammar } from './free.js';
import type { WantedSeparator } from './gap.js';
import { createKnownMajorReader, createMajorReader } from './major.js';
import { createNameReader } from './name.js';
import type { FieldReaders } from './reading.js';
import { describeTemplate, faulty, missing, superfluous, unseen } from './sentences.js';
import { isGlued, shapesOf, type Shape } from './shape.js';
import { isClean, readShape, type Readings } from './strict.js';
import type { NameTables } from './tables.js';
import { parseTemplate, variantsOf, type CardTemplate, type TemplatePart } from './template.js';
import { writeYear } from './year.js';

/** A template made ready. `parse` never throws. */
export interface CardParser {
  readonly parse: (card: string) => CardResult;
  /** The line to copy as far as it is known; `name` where the card itself has none. */
  readonly draft: (card: string, name: string | null) => CardDraft | null;
  /** The template in a person's words: 姓名-城市-专业年级. */
  readonly format: string;
}

interface Compiled {
  readonly shapes: readonly Shape[];
  /** The template has fields side by side that only their meaning parts: {city}{name}. */
  readonly glued: boolean;
  readonly variants: readonly (readonly TemplatePart[])[];
  readonly readers: FieldReaders;
  readonly grammar: FreeGrammar;
  readonly options: CardOptions;
}

/**
 * Makes the parser of a card template such as `{name}-{city}-{major}{year}` (clauses E一2, E二2).
 * Throws an Error with one Chinese sentence where the template is malformed.
 */
export function compileCard(template: string, tables: NameTables, options: CardOptions): CardParser {
  const parsed = parseTemplate(template);
  const variants = variantsOf(parsed);
  const readers = createReaders(tables, options);
  const shapes = variants.flatMap(shapesOf);
  const compiled: Compiled = {
    shapes,
    glued: shapes.some((shape) => shape.groups.some(isGlued)),
    variants,
    readers,
    grammar: createGrammar(parsed, tables, readers),
    options,
  };
  return {
    parse: (card) => parse(card, compiled),
    draft: (card, name) => draft(card, name, compiled),
    format: compiled.grammar.format,
  };
}

function createReaders(tables: NameTables, options: CardOptions): FieldReaders {
  const { longestName = 4, latinNames = false, graduation = false, majors = [] } = options;
  return {
    name: createNameReader(tables, { longest: longestName, latin: latinNames }),
    city: createCityReader(tables),
    major: createMajorReader(tables, majors),
    knownMajor: createKnownMajorReader(tables, majors),
    range: { founded: options.founded, thisYear: options.thisYear, graduation },
  };
}

function createGrammar(template: CardTemplate, tables: NameTables, readers: FieldReaders): FreeGrammar {
  const fields = template.fields.map((part) => part.field);
  return {
    fields,
    required: template.fields.filter((part) => !part.optional).map((part) => part.field),
    wanted: wantedSeparators(template),
    format: describeTemplate(template.parts),
    finder: createCandidateFinder(fields, tables, readers),
    readers,
  };
}

/** The text of the template between two neighbours; between fields that are none, its first separator. */
function wantedSeparators({ parts }: CardTemplate): WantedSeparator {
  const textAt = (index: number): string => {
    const part = parts[index];
    return part?.kind === 'text' ? part.text : '';
  };
  const placeOf = (field: CardField): number =>
    parts.findIndex((part) => part.kind === 'field' && part.field === field);
  const inner = parts.slice(1, -1).find((part) => part.kind === 'text');
  const usual = inner?.kind === 'text' ? inner.text : '';
  return (before, after) => {
    if (before === null) return after !== null && placeOf(after) === 1 ? textAt(0) : '';
    const next = placeOf(before) + 1;
    if (after === null) return next === parts.length - 1 ? textAt(next) : '';
    const isPair = (after === 'year' || before === 'year') && Math.abs(placeOf(after) - next + 1) === 1;
    if (placeOf(after) === next || isPair) return placeOf(after) > next ? textAt(next) : '';
    return placeOf(after) === next + 1 ? textAt(next) : usual;
  };
}

function parse(card: string, compiled: Compiled): CardResult {
  const { text, invisible } = foldCard(card);
  const seen = invisible ? [unseen()] : [];
  const diagnosis = diagnosed(text, compiled);
  const fields = fieldsOf(diagnosis.readings, compiled);
  const checked = (compiled.options.checks ?? []).flatMap((check) => check(card, fields));
  const problems = [...diagnosis.problems, ...seen, ...checked];
  const ok = problems.length === 0;
  return { card, ok, fields, problems, suggestion: ok ? null : suggest(diagnosis.readings, compiled) };
}

function diagnosed(text: string, compiled: Compiled): Diagnosis {
  const clean = readClean(text, compiled);
  return clean === null ? diagnose(text, compiled) : { readings: clean, problems: [] };
}

function draft(card: string, name: string | null, compiled: Compiled): CardDraft | null {
  const { readings } = diagnosed(foldCard(card).text, compiled);
  const own = fieldsOf(readings, compiled);
  const isNamed = own.name === undefined && name !== null;
  const { grammar, variants, options } = compiled;
  return draftOf({
    card,
    fields: isNamed ? { ...own, name } : own,
    problems: parse(card, compiled).problems,
    required: grammar.required,
    variants,
    checks: options.checks ?? [],
    write: (field) => (isNamed && field === 'name' ? name : write(field, readings, compiled)),
  });
}

/** The readings of a card that is in order; null where it is not. */
function readClean(text: string, { shapes, readers, glued, grammar }: Compiled): Readings | null {
  for (const shape of shapes) {
    const readings = readShape(text, shape, readers);
    if (readings !== null && isClean(readings, shape)) return readings;
  }
  if (!glued || text === '') return null;
  const free = readFreely(text, grammar);
  return free.problems.length === 0 ? free.readings : null;
}

/** The account with the fewest problems: field by field where the card is cut as it should be, or wherever they stand. */
function diagnose(text: string, compiled: Compiled): Diagnosis {
  const { grammar } = compiled;
  if (text === '') return { readings: new Map(), problems: grammar.required.map(missing) };
  const free = readFreely(text, grammar);
  const named = free.problems.length > 0 ? free : { ...free, problems: [superfluous(grammar.format)] };
  const shapes = /[\p{L}\p{N}]/u.test(text) ? compiled.shapes : [];
  const slots = shapes.flatMap((shape) => diagnoseSlots(text, shape, compiled));
  return [named, ...slots].reduce((best, one) => (isBetter(one, best, compiled.readers) ? one : best));
}

/**
 * Fewer things wrong, or as many and more that is right. A city is not made the name to save the order: 北京-武汉-化学97级
 * lacks a name.
 */
function isBetter(one: Diagnosis, than: Diagnosis, { city }: FieldReaders): boolean {
  const fewer = than.problems.length - one.problems.length;
  const sounder = soundFields(one) - soundFields(than);
  const name = than.readings.get('name')?.value ?? '';
  const isForced = sounder === 0 && city(name).kind === 'city' && hasOrder(than);
  return fewer > 0 || (fewer === 0 && (sounder > 0 || isForced));
}

function hasOrder({ problems }: Diagnosis): boolean {
  return problems.some((problem) => problem.code === 'order');
}

function soundFields({ readings }: Diagnosis): number {
  // A name can be cut out of almost any text: it proves nothing.
  return [...readings].filter(([field, reading]) => field !== 'name' && reading.fault === null).length;
}

function diagnoseSlots(text: string, shape: Shape, { readers, grammar }: Compiled): readonly Diagnosis[] {
  const readings = readShape(text, shape, readers);
  if (readings === null) return [];
  const problems = shape.groups.flat().flatMap((field): readonly CardProblem[] => {
    const reading = readings.get(field);
    if (reading === undefined) return grammar.required.includes(field) ? [missing(field)] : [];
    return reading.fault === null ? [] : [faulty(field, reading.fault)];
  });
  return [{ readings, problems }];
}

function fieldsOf(readings: Readings, { grammar }: Compiled): CardFields {
  const found = grammar.fields.flatMap((field): readonly (readonly [CardField, string])[] => {
    const value = readings.get(field)?.value ?? null;
    return value === null ? [] : [[field, value]];
  });
  return Object.fromEntries(found);
}

/** Writes the card anew from what was found; null unless that is a whole, faultless card that says the same. */
function suggest(readings: Readings, compiled: Compiled): string | null {
  const values = fieldsOf(readings, compiled);
  const parts = compiled.variants.find((variant) =>
    variant.every((part) => part.kind === 'text' || values[part.field] !== undefined),
  );
  if (parts === undefined) return null;
  const line = parts.map((part) =>
    part.kind === 'text' ? part.text : write(part.field, readings, compiled),
  );
  const card = line.join('');
  const again = readClean(foldCard(card).text, compiled);
  if (again === null) return null;
  const fields = fieldsOf(again, compiled);
  const same = parts.every((part) => part.kind === 'text' || fields[part.field] === values[part.field]);
  const checks = compiled.options.checks ?? [];
  return same && checks.every((check) => check(card, fields).length === 0) ? card : null;
}

function write(field: CardField, readings: Readings, { readers }: Compiled): string {
  const reading = readings.get(field);
  const value = reading?.value ?? '';
  if (field !== 'year' || reading === undefined) return value;
  return writeYear(Number(value), readers.range, reading.graduation);
}
