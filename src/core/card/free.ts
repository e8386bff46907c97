import type { CardField, CardProblem } from './card.js';
import { assignFields } from './assign.js';
import { CONNECTING, type Candidate, type CandidateFinder } from './candidate.js';
import { gapsOf, judgeGap, type Gap, type Leftover, type WantedSeparator } from './gap.js';
import { readField, type FieldReaders, type FieldReading } from './reading.js';
import { badSeparator, faulty, missing, outOfOrder, superfluous } from './sentences.js';
import type { Readings } from './strict.js';

/** A card read without regard to order and separators, and everything that is wrong with it. */
export interface Diagnosis {
  readonly readings: Readings;
  readonly problems: readonly CardProblem[];
}

export interface FreeGrammar {
  /** In the order of the template. */
  readonly fields: readonly CardField[];
  readonly required: readonly CardField[];
  readonly wanted: WantedSeparator;
  /** The template in a person's words. */
  readonly format: string;
  readonly finder: CandidateFinder;
  readonly readers: FieldReaders;
}

/** No card is longer; what follows is left over. */
const LONGEST = 64;
/** Typed for a dash by mistake, it looks the same: 张三一北京一化学97级. */
const LOOKS_LIKE_DASH = /[一丨ㄧ]/gu;

/** Finds the fields wherever they stand, and names every difference from the template. */
export function readFreely(text: string, grammar: FreeGrammar): Diagnosis {
  if (text.length > LONGEST) {
    const head = readOnce(text.slice(0, LONGEST), grammar);
    return { ...head, problems: unique([...head.problems, superfluous(grammar.format)]) };
  }
  return readDashed(text, grammar) ?? readText(text, grammar);
}

/** Reads the look-alikes as dashes where that, and only that, makes the card right. */
function readDashed(text: string, grammar: FreeGrammar): Diagnosis | null {
  const dashed = text.replace(LOOKS_LIKE_DASH, '-');
  if (dashed === text) return null;
  const diagnosis = readOnce(dashed, grammar);
  if (diagnosis.problems.length > 0) return null;
  return { ...diagnosis, problems: [badSeparator('other', grammar.format)] };
}

/** Whether a value was found for every required field; only the year may be there and be wrong. */
function isComplete(diagnosis: Diagnosis, grammar: FreeGrammar): boolean {
  return grammar.required.every((field) => {
    const reading = diagnosis.readings.get(field);
    return reading !== undefined && (reading.fault === null || field === 'year');
  });
}

/**
 * Where not everything is found, what is left over between known fields may be the name (多尼咸宁化学97级): believed only
 * when that explains the whole card.
 */
function readText(text: string, grammar: FreeGrammar): Diagnosis {
  const candidates = grammar.finder.find(text);
  const search = { fields: grammar.fields, candidates };
  const first = explain(text, assignFields(text, { ...search, touching: 'refused' }), grammar);
  if (isComplete(first, grammar)) return first;
  const certain = candidates.filter((one) => one.field !== 'name' && (one.field !== 'major' || one.known));
  const known = { fields: grammar.fields, candidates: certain, touching: 'allowed' } as const;
  const second = explain(text, assignFields(text, known), grammar);
  const whole = second.problems.every((problem) => problem.code === 'separator' || problem.code === 'order');
  const connected = CONNECTING.test(second.readings.get('name')?.value ?? '');
  return whole && !connected && isComplete(second, grammar) ? second : first;
}

function readOnce(text: string, grammar: FreeGrammar): Diagnosis {
  const search = { fields: grammar.fields, candidates: grammar.finder.find(text) };
  return explain(text, assignFields(text, { ...search, touching: 'refused' }), grammar);
}

/** What is right and what is wrong with a card whose fields are these stretches of it. */
function explain(text: string, chosen: readonly Candidate[], grammar: FreeGrammar): Diagnosis {
  const readings = new Map<CardField, FieldReading>(chosen.map((found) => [found.field, found.reading]));
  const gaps = gapsOf(text, chosen);
  const leftovers = gaps.flatMap((gap) => gap.leftovers);
  const absent = grammar.required.filter((field) => !readings.has(field));
  const meant = attribute(absent, leftovers, { chosen, fields: grammar.fields });
  for (const [field, leftover] of meant)
    readings.set(field, readField(field, leftover.text, grammar.readers));
  const problems = [
    ...grammar.fields.flatMap((field) => fieldProblems(field, readings, grammar)),
    ...orderProblems(chosen, meant, grammar),
    ...separatorProblems(gapsOf(text, withMeant(chosen, meant, readings)), grammar),
    ...leftoverProblems(
      leftovers.filter((one) => ![...meant.values()].includes(one)),
      grammar,
    ),
  ];
  return { readings, problems: unique(problems) };
}

/** What was found and what was meant, in the order of the text. */
function withMeant(
  chosen: readonly Candidate[],
  meant: ReadonlyMap<CardField, Leftover>,
  readings: Readings,
): readonly Candidate[] {
  const believed = [...meant].flatMap(([field, { start, text }]): readonly Candidate[] => {
    const reading = readings.get(field);
    if (reading === undefined) return [];
    return [{ field, start, end: start + text.length, reading, score: 0, known: false }];
  });
  return [...chosen, ...believed].sort((a, b) => a.start - b.start);
}

function fieldProblems(field: CardField, readings: Readings, grammar: FreeGrammar): readonly CardProblem[] {
  const reading = readings.get(field);
  if (reading === undefined) return grammar.required.includes(field) ? [missing(field)] : [];
  return reading.fault === null ? [] : [faulty(field, reading.fault)];
}

interface Found {
  readonly chosen: readonly Candidate[];
  readonly fields: readonly CardField[];
}

/** Which leftover was meant for which absent field: the one that stands where the field belongs, or the only one. */
function attribute(
  absent: readonly CardField[],
  leftovers: readonly Leftover[],
  found: Found,
): ReadonlyMap<CardField, Leftover> {
  const meant = new Map<CardField, Leftover>();
  const free = leftovers.filter((leftover) => !leftover.touchesName);
  for (const field of absent) {
    const used = [...meant.values()];
    const here = free.find((leftover) => !used.includes(leftover) && standsAt(field, leftover, found));
    if (here !== undefined) meant.set(field, here);
  }
  const [field] = absent;
  const [only] = free;
  const single = absent.length === 1 && free.length === 1 && meant.size === 0;
  if (single && field !== undefined && field !== 'year' && only !== undefined) meant.set(field, only);
  return meant;
}

function standsAt(field: CardField, leftover: Leftover, { chosen, fields }: Found): boolean {
  if (field === 'year') return /^\d{1,6}\D?$/u.test(leftover.text);
  const index = fields.indexOf(field);
  return chosen.every((found) =>
    fields.indexOf(found.field) < index ? found.end <= leftover.start : found.start > leftover.start,
  );
}

function orderProblems(
  chosen: readonly Candidate[],
  meant: ReadonlyMap<CardField, Leftover>,
  grammar: FreeGrammar,
): readonly CardProblem[] {
  const placed = [
    ...chosen.map((found) => ({ field: found.field, start: found.start })),
    ...[...meant].map(([field, leftover]) => ({ field, start: leftover.start })),
  ].sort((a, b) => a.start - b.start);
  const order = placed.map((one) => grammar.fields.indexOf(one.field));
  const rises = order.every((index, at) => at === 0 || index > (order[at - 1] ?? -1));
  return rises ? [] : [outOfOrder(grammar.format)];
}

function separatorProblems(gaps: readonly Gap[], grammar: FreeGrammar): readonly CardProblem[] {
  const faults = gaps.map((gap) => judgeGap(gap, grammar.wanted));
  return faults.flatMap((fault) => (fault === null ? [] : [badSeparator(fault, grammar.format)]));
}

function leftoverProblems(leftovers: readonly Leftover[], grammar: FreeGrammar): readonly CardProblem[] {
  return leftovers.map((leftover) =>
    leftover.touchesName ? faulty('name', { kind: 'not-a-name' }) : superfluous(grammar.format),
  );
}

/** The same thing is said once. */
function unique(problems: readonly CardProblem[]): readonly CardProblem[] {
  const isSame = (one: CardProblem, other: CardProblem): boolean =>
    one.code === other.code && one.field === other.field;
  return problems.filter((problem, index) => problems.findIndex((other) => isSame(problem, other)) === index);
}
