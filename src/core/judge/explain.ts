import type { Evidence } from '../model/finding.js';
import type { Judge } from './judge.js';
import { weightAt } from './weights.js';

/** Spans that are shown: the strongest ones. */
const SHOWN = 4;
/** A character speaks where it carries at least this share of the strongest character's weight. */
const SPEAKS = 0.4;
/** Two that speak with so many silent characters between them are one piece: a character by itself tells a reader nothing. */
const BRIDGED = 1;

/**
 * Where the judge saw it: the characters that carry most weight for the category, in spans of the original text.
 * Each n-gram's weight is spread over its units; neighbours that speak make one span.
 */
export function explain(judge: Judge, text: string, category: number): readonly Evidence[] {
  const weights: number[] = [];
  const { table } = judge.model;
  const buffer = judge.walk(text, (at, first, last) => {
    const share = weightAt(table, at, category) / (last - first + 1);
    for (let unit = first; unit <= last; unit++) weights[unit] = (weights[unit] ?? 0) + share;
  });
  const strongest = Math.max(0, ...Object.values(weights));
  const spans: Span[] = [];
  for (let unit = 1; unit < buffer.length - 1; unit++) {
    const weight = weights[unit] ?? 0;
    if (weight <= 0 || weight < strongest * SPEAKS) continue;
    join(spans, { first: unit, last: unit, weight });
  }
  const longer = spans.filter(({ first, last }) => last > first);
  const shown = longer.length > 0 ? longer : spans;
  const chosen = shown.toSorted((a, b) => b.weight - a.weight || a.first - b.first).slice(0, SHOWN);
  return chosen
    .map((span) => ({ start: buffer.starts[span.first] ?? 0, end: buffer.ends[span.last] ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => evidenceOf(text, start, end));
}

const LEADING = /^[^\p{L}\p{N}]+/u;
const TRAILING = /[^\p{L}\p{N}]+$/u;

/** Commas and the like around a piece tell a reader nothing, unless it is all there is: an emoji. */
function evidenceOf(text: string, start: number, end: number): Evidence {
  const whole = text.slice(start, end);
  const from = LEADING.exec(whole)?.[0].length ?? 0;
  const bare = whole.slice(from).replace(TRAILING, '');
  if (bare === '') return { start, end, text: whole, term: 'learned' };
  return { start: start + from, end: start + from + bare.length, text: bare, term: 'learned' };
}

interface Span {
  readonly first: number;
  last: number;
  weight: number;
}

function join(spans: Span[], next: Span): void {
  const previous = spans.at(-1);
  if (previous !== undefined && next.first - previous.last <= 1 + BRIDGED) {
    previous.last = next.last;
    previous.weight += next.weight;
  } else spans.push(next);
}
