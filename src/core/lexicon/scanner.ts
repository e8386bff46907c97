import { HitBuffer } from '../text/hits.js';
import type { Segmenter } from '../text/segmenter.js';
import { type Reading, readColumns } from './columns.js';
import type { Combination, CompiledLexicon } from './compiled.js';
import { standsFree } from './edges.js';
import { mayHoldEntities } from './entities.js';
import { evaluate, type LexiconMatch } from './evaluate.js';
import { findSpans } from './spans.js';

const NONE: readonly LexiconMatch[] = [];

/** Which entries of the lexicon a text holds. The common case, none, allocates nothing. */
export type LexiconScanner = (text: string) => readonly LexiconMatch[];

export function makeScanner(lexicon: CompiledLexicon, segmenter: Segmenter): LexiconScanner {
  const scan = makeLineScanner(lexicon, segmenter);
  return (text) => {
    const direct = scan(text);
    const readings = readColumns(text);
    if (readings.length === 0) return direct;
    return [
      ...direct,
      ...readings.flatMap((reading) => scan(reading.text).map((one) => inOriginal(one, reading))),
    ];
  };
}

function inOriginal(match: LexiconMatch, { at }: Reading): LexiconMatch {
  const spans = match.spans.map((span) => {
    const offsets = at.slice(span.start, span.end);
    return { ...span, start: Math.min(...offsets), end: Math.max(...offsets) + 1 };
  });
  return { ...match, spans };
}

function makeLineScanner(lexicon: CompiledLexicon, segmenter: Segmenter): LexiconScanner {
  const hits = new HitBuffer();
  const heard = new HitBuffer();
  // Class → the number of the last text in which it was seen: nothing has to be cleared between texts.
  const seen = new Int32Array(lexicon.entities.length);
  const shaped = Uint8Array.from(lexicon.entities, (names) => (names.length > 0 ? 1 : 0));
  const plain = new Uint8Array(shaped.length);
  let turn = 0;
  return (text) => {
    lexicon.matcher.scan(text, hits);
    lexicon.echo.scan(text, heard);
    for (let hit = 0; hit < heard.count; hit++)
      hits.push(heard.start(hit), heard.end(hit), lexicon.echoFrom + heard.pattern(hit));
    if (hits.count === 0) return NONE;
    turn++;
    mark(lexicon, hits, { text, seen, turn });
    const maybe = mayHoldEntities(text) ? shaped : plain;
    const candidates = findCandidates(lexicon, hits, { seen, turn, maybe });
    if (candidates === null) return NONE;
    return evaluate(lexicon, candidates, findSpans({ lexicon, segmenter, hits }, text));
  };
}

interface Marks {
  readonly text: string;
  readonly seen: Int32Array;
  readonly turn: number;
}

function mark(lexicon: CompiledLexicon, hits: HitBuffer, { text, seen, turn }: Marks): void {
  for (let hit = 0; hit < hits.count; hit++) {
    const pattern = lexicon.patterns[hits.pattern(hit)];
    if (pattern === undefined || !standsFree(text, hits.start(hit) - 1, pattern.first)) continue;
    if (!standsFree(text, hits.end(hit), pattern.last)) continue;
    for (const id of pattern.classes) seen[id] = turn;
  }
}

interface Seen {
  readonly seen: Int32Array;
  readonly turn: number;
  /** Class → 1: its recognisers may find something in this text. */
  readonly maybe: Uint8Array;
}

function findCandidates(
  lexicon: CompiledLexicon,
  hits: HitBuffer,
  marks: Seen,
): ReadonlySet<Combination> | null {
  let found: Set<Combination> | null = null;
  for (let hit = 0; hit < hits.count; hit++) {
    for (const id of lexicon.patterns[hits.pattern(hit)]?.classes ?? []) {
      if (marks.seen[id] === marks.turn) found = addTriggered(lexicon, id, { found, marks });
    }
  }
  return found;
}

interface Search {
  readonly found: Set<Combination> | null;
  readonly marks: Seen;
}

// The set is made only when there is something to put in: ordinary talk allocates none.
function addTriggered(
  lexicon: CompiledLexicon,
  id: number,
  { found, marks }: Search,
): Set<Combination> | null {
  let set = found;
  for (const index of lexicon.triggered[id] ?? []) {
    const combination = lexicon.combinations[index];
    if (combination === undefined || !isPossible(combination, marks)) continue;
    set ??= new Set();
    set.add(combination);
  }
  return set;
}

function isPossible(combination: Combination, { seen, turn, maybe }: Seen): boolean {
  for (const part of combination.parts) {
    if (seen[part] !== turn && maybe[part] === 0) return false;
  }
  return true;
}
