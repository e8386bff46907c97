import { foldCard } from '../card/fold.js';
import type { NameTables } from '../card/tables.js';
import { fixedWords } from './fixed.js';
import { closeUp, strayProblems } from './loose.js';
import type { GroupNameResult } from './name.js';
import { fill, type GroupNameFields, partsOf } from './parts.js';
import { createReaders, type FieldReaders } from './readers.js';
import { describeGroupName, unseenMarks } from './sentences.js';
import { readStrictly } from './strict.js';
import { type Shape, understand } from './understand.js';
import type { GroupWords } from './words.js';

export type GroupNameChecker = (name: string) => GroupNameResult;

export interface GroupNameTables {
  readonly names: NameTables;
  readonly words: GroupWords;
  /** The organisation's short forms: people write them for its full name. */
  readonly aliases: readonly string[];
}

/** Longer than any real name of a group; more is not looked into. */
const LONGEST = 80;

/** Checks names against templates: a name is in order that fits one of them. Without a template every name is. */
export function createGroupNameChecker(
  templates: readonly string[],
  tables: GroupNameTables,
): GroupNameChecker {
  const readers = createReaders(tables.names, tables.words);
  const shapes = templates.map((template) => shapeOf(template, readers, tables));
  return (name) => {
    if (shapes.length === 0) return inOrder(name, {});
    const results = shapes.map((shape) => resultOf(name, shape));
    // Sorted stably: of equally good answers the first template's counts.
    return results.toSorted((a, b) => rank(a) - rank(b))[0] ?? inOrder(name, {});
  };
}

function inOrder(name: string, fields: GroupNameFields): GroupNameResult {
  return { name, ok: true, fields, problems: [], suggestion: null };
}

/** In order first, then what can be mended, then the fewest problems. */
function rank({ ok, suggestion, problems }: GroupNameResult): number {
  if (ok) return 0;
  return suggestion === null ? 1000 + problems.length : 1 + problems.length;
}

function shapeOf(template: string, readers: FieldReaders, { words, aliases }: GroupNameTables): Shape {
  const parts = partsOf(template);
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const fixed = texts
    .map((text) => fixedWords(text, aliases, readers.place))
    .toSorted((a, b) => b.text.length - a.text.length);
  const tools = { fixed, readers, isFiller: (raw: string) => words.fillers.has(raw) };
  return { parts, described: describeGroupName(parts), readers, tools };
}

function resultOf(name: string, shape: Shape): GroupNameResult {
  const { text, invisible } = foldCard(name.slice(0, LONGEST * 2));
  const seen = invisible ? [unseenMarks()] : [];
  const exact = text.length > LONGEST ? null : readStrictly(text, shape.parts, shape.readers);
  if (exact !== null) return finished(shape, { name, fields: exact, problems: seen });
  const closed = closeUp(text);
  const joined = closed === text ? null : readStrictly(closed, shape.parts, shape.readers);
  if (joined !== null)
    return finished(shape, { name, fields: joined, problems: [...seen, ...strayProblems(text)] });
  const { fields, problems, certain } = understand(text.slice(0, LONGEST), shape);
  const result = finished(shape, { name, fields, problems: [...seen, ...problems] });
  return certain && text.length <= LONGEST ? result : { ...result, suggestion: null };
}

/** The proposal is read like any other name before it is made. */
function finished(
  { parts, readers }: Shape,
  read: Pick<GroupNameResult, 'name' | 'fields' | 'problems'>,
): GroupNameResult {
  const ok = read.problems.length === 0;
  const written = ok ? null : fill(parts, read.fields);
  const suggestion = written === null || readStrictly(written, parts, readers) === null ? null : written;
  return { ...read, ok, suggestion };
}
