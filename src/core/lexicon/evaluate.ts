import type { Combination, CompiledLexicon, Scope } from './compiled.js';
import type { Span } from './entities.js';
import type { TextSpans } from './spans.js';

/** One entry that holds: its spans, and whether the text rather talks about such things. */
export interface LexiconMatch {
  readonly combination: Combination;
  readonly scope: Scope;
  readonly spans: readonly Span[];
  readonly talkedAbout: boolean;
}

/** How many words of the trigger class are tried: keeps very long texts linear. */
const MAX_TRIGGERS = 64;
/** How many hits of one class are looked at when words are counted. */
const MAX_SPANS = 256;
/** From so many parts on the parts speak for each other, and a word that the segmenter cuts differently may count. */
const LOOSE_FROM = 3;
/** Distinct words of equal worth that add up. */
const MAX_WORDS = 4;

export function evaluate(
  lexicon: CompiledLexicon,
  candidates: ReadonlySet<Combination>,
  text: TextSpans,
): readonly LexiconMatch[] {
  const matches: LexiconMatch[] = [];
  for (const combination of candidates) {
    const scope = lexicon.scopes[combination.scope];
    if (scope === undefined || combination.absent.some((id) => text.ofClass(id).some(isFirm))) continue;
    const spans = spansOf(combination, text, scope);
    if (spans.length === 0) continue;
    const talkedAbout = scope.contexts.some((id) =>
      text.ofClass(id).some((sign) => isFirm(sign) && !spans.some((span) => within(sign, span))),
    );
    matches.push({ combination, scope, spans, talkedAbout });
  }
  return matches;
}

function spansOf(combination: Combination, text: TextSpans, scope: Scope): readonly Span[] {
  const excused = scope.exceptions.flatMap((id) => text.ofClass(id));
  const looseAllowed = allowsLoose(combination);
  const counts = (span: Span): boolean =>
    (looseAllowed || isFirm(span)) && !excused.some((phrase) => isFirm(phrase) && within(span, phrase));
  const [first, ...others] = combination.parts.map((id) => text.ofClass(id).filter(counts));
  if (first === undefined) return [];
  if (others.length === 0) return distinctWords(first.slice(0, MAX_SPANS));
  for (const trigger of first.slice(0, MAX_TRIGGERS)) {
    const chosen = choose(trigger, others, combination.rating.window);
    if (chosen !== null) return chosen;
  }
  return [];
}

/** Whether words that the segmenter cuts differently, or that only back other signs, count in this combination. */
export function allowsLoose({ parts, rating }: Combination): boolean {
  return parts.length >= LOOSE_FROM && rating.certainty === 'suspected';
}

/** One span of each part, the nearest to the trigger, none sharing a character with another; null: a part is missing. */
function choose(trigger: Span, others: readonly (readonly Span[])[], window: number): readonly Span[] | null {
  const chosen = [trigger];
  for (const spans of others) {
    let best: Span | null = null;
    for (const span of spans) {
      const far = distance(span, trigger);
      if (far > window || chosen.some((taken) => overlaps(span, taken))) continue;
      if (best === null || far < distance(best, trigger)) best = span;
    }
    if (best === null) return null;
    chosen.push(best);
  }
  return chosen;
}

function distinctWords(spans: readonly Span[]): readonly Span[] {
  const words = new Map<string, Span>();
  for (const span of spans) {
    const nested = spans.some(
      (other) => other !== span && within(span, other) && other.end - other.start > span.end - span.start,
    );
    if (!nested && !words.has(span.term)) words.set(span.term, span);
    if (words.size >= MAX_WORDS) break;
  }
  return [...words.values()];
}

function isFirm(span: Span): boolean {
  return span.loose !== true;
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
