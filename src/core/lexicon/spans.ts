import type { HitBuffer } from '../text/hits.js';
import type { Segmenter } from '../text/segmenter.js';
import type { CompiledLexicon } from './compiled.js';
import { standsFree } from './edges.js';
import { findEntity, type Span } from './entities.js';
import { isCutToPieces } from './swapped.js';

/** The words of a text, by class, after segmentation has thrown out what only looks like a word. */
export interface TextSpans {
  ofClass(id: number): readonly Span[];
}

/** Words at least this long are what they are wherever the segmenter cuts. */
const CLEAR_LENGTH = 4;
const NO_NAMES: readonly string[] = [];
const NO_SPANS: readonly Span[] = [];

interface Source {
  readonly lexicon: CompiledLexicon;
  readonly segmenter: Segmenter;
  readonly hits: HitBuffer;
}

export function findSpans(source: Source, text: string): TextSpans {
  const { lexicon, hits } = source;
  const byClass = new Map<number, Span[]>();
  const boundaries = boundariesOf(text, source);
  for (let hit = 0; hit < hits.count; hit++) {
    const pattern = lexicon.patterns[hits.pattern(hit)];
    const start = hits.start(hit);
    const end = hits.end(hit);
    if (pattern === undefined || !standsFree(text, start - 1, pattern.first)) continue;
    if (!standsFree(text, end, pattern.last)) continue;
    if (pattern.kind === 'swapped' && !isCutToPieces(boundaries, start, end)) continue;
    // What is at an edge of a Latin word or a number was looked at above: 抖m is not in 发抖mm, nor 陪p in 陪ppt.
    const aligned =
      (pattern.first !== 'other' || boundaries[start] === 1) &&
      (pattern.last !== 'other' || boundaries[end] === 1);
    const loose = pattern.kind === 'support' || (pattern.length < CLEAR_LENGTH && !aligned);
    const span = { start, end, term: pattern.word, loose };
    for (const id of pattern.classes) append(byClass, id, span);
  }
  return { ofClass: makeLookup(byClass, { lexicon, text }) };
}

function append(byClass: Map<number, Span[]>, id: number, span: Span): void {
  const list = byClass.get(id);
  if (list === undefined) byClass.set(id, [span]);
  else list.push(span);
}

function makeLookup(
  byClass: Map<number, Span[]>,
  { lexicon, text }: { lexicon: CompiledLexicon; text: string },
): (id: number) => readonly Span[] {
  const entities = new Map<string, readonly Span[]>();
  const complete = new Map<number, readonly Span[]>();
  const entity = (name: string): readonly Span[] => {
    const known = entities.get(name) ?? findEntity(name, text);
    entities.set(name, known);
    return known;
  };
  return (id) => {
    const names = lexicon.entities[id] ?? NO_NAMES;
    if (names.length === 0) return byClass.get(id) ?? NO_SPANS;
    const known = complete.get(id);
    if (known !== undefined) return known;
    const spans = [...(byClass.get(id) ?? NO_SPANS), ...names.flatMap(entity)];
    complete.set(id, spans);
    return spans;
  };
}

// What folding skips inside a word; sentence marks stay where they are.
const NOISE = /[^\p{L}\p{N}。！？!?；;，,、：:（）()【】[\]《》"“”「」+@%￥$¥\n\r]/gu;

/**
 * 1 at every offset where a word may start or end. A long entry of the lexicon that comes out as one word says nothing
 * against the shorter entries inside it or across its edge: 您涉嫌 in 您|涉嫌洗钱.
 */
function boundariesOf(text: string, { segmenter, lexicon, hits }: Source): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  const compact = holdsNoise(hits, lexicon) ? withoutNoise(text) : { text, at: null };
  const original = (at: number): number => compact.at?.[at] ?? Math.min(at, text.length);
  let at = 0;
  for (const word of segmenter.cut(compact.text)) {
    const phrase = word.length >= CLEAR_LENGTH && lexicon.phrases.has(word);
    boundaries.fill(1, original(at), phrase ? original(at + word.length) : original(at) + 1);
    if (at > 0) boundaries[original(at - 1) + 1] = 1;
    at += word.length;
  }
  boundaries[text.length] = 1;
  if (at > 0) boundaries[original(at - 1) + 1] = 1;
  return boundaries;
}

function holdsNoise(hits: HitBuffer, lexicon: CompiledLexicon): boolean {
  for (let hit = 0; hit < hits.count; hit++) {
    if (hits.end(hit) - hits.start(hit) > (lexicon.patterns[hits.pattern(hit)]?.length ?? 0)) return true;
  }
  return false;
}

// 路*口*交*通 is cut as 路口交通 is: otherwise every sign would make a boundary.
function withoutNoise(text: string): { readonly text: string; readonly at: readonly number[] } {
  const noise = new Uint8Array(text.length);
  for (const { index, 0: found } of text.matchAll(NOISE)) noise.fill(1, index, index + found.length);
  const at = Array.from({ length: text.length }, (_, index) => index).filter((index) => noise[index] === 0);
  return { text: at.map((index) => text.charAt(index)).join(''), at: [...at, text.length] };
}
