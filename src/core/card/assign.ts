import type { CardField } from './card.js';
import { unitKinds, type Candidate, type UnitKind } from './candidate.js';

/**
 * How the walk stands at a place in the text. A field of words may neither begin right after Chinese text that was left
 * over nor be followed by such: 张三 is not read out of 张三丰收. One known from a table may, where that is allowed, at a cost.
 */
const OPEN = 0;
const AFTER_LEFTOVER = 1;
const AFTER_FIELD = 2;
const AFTER_KNOWN = 3;
const STATES = 4;

const LEFTOVER_COST = 2;
const OTHER_COST = 0.5;
/** What it costs a known field to touch Chinese text that is left over. */
const TOUCH_COST = 6;
/** Where two readings are about as good (胡志明 西安), the one in the order of the template wins. */
const ORDER_BONUS = 2.5;

interface Walk {
  readonly touchCost: number;
  readonly kinds: readonly UnitKind[];
  readonly masks: number;
  readonly scores: Float64Array;
  /** The state each state was reached from, and the candidate taken on the way (-1: none). */
  readonly from: Int32Array;
  readonly taken: Int32Array;
}

export interface Search {
  /** In the order of the template. */
  readonly fields: readonly CardField[];
  readonly candidates: readonly Candidate[];
  /** Whether a field known from a table may stand right beside Chinese text that is left over. */
  readonly touching: 'allowed' | 'refused';
}

/** Chooses at most one candidate for each field, none overlapping, so that together they explain the text best. */
export function assignFields(text: string, search: Search): readonly Candidate[] {
  const { fields, candidates } = search;
  const walk = startWalk(text, fields.length, search.touching === 'allowed' ? TOUCH_COST : Infinity);
  const byStart = indexByStart(text.length, candidates);
  for (let at = 0; at < text.length; at++) {
    for (let offset = 0; offset < walk.masks * STATES; offset++) {
      const state = at * walk.masks * STATES + offset;
      if (walk.scores[state] === -Infinity) continue;
      passOver(walk, at, state);
      for (const { index, candidate } of byStart[at] ?? []) {
        take(walk, state, { index, candidate, bit: fields.indexOf(candidate.field) });
      }
    }
  }
  return traceBack(walk, text.length, candidates);
}

interface Indexed {
  readonly index: number;
  readonly candidate: Candidate;
}

function indexByStart(length: number, candidates: readonly Candidate[]): readonly (readonly Indexed[])[] {
  const byStart: Indexed[][] = Array.from({ length }, () => []);
  for (const [index, candidate] of candidates.entries()) byStart[candidate.start]?.push({ index, candidate });
  return byStart;
}

function startWalk(text: string, fields: number, touchCost: number): Walk {
  const masks = 2 ** fields;
  const size = (text.length + 1) * masks * STATES;
  const scores = new Float64Array(size).fill(-Infinity);
  scores[0] = 0;
  return {
    touchCost,
    kinds: unitKinds(text),
    masks,
    scores,
    from: new Int32Array(size).fill(-1),
    taken: new Int32Array(size).fill(-1),
  };
}

function passOver(walk: Walk, at: number, state: number): void {
  const flag = state % STATES;
  const kind = walk.kinds[at];
  if (kind === 'han' && flag === AFTER_FIELD) return;
  const next = state - flag + walk.masks * STATES + (kind === 'han' ? AFTER_LEFTOVER : OPEN);
  const touch = kind === 'han' && flag === AFTER_KNOWN ? walk.touchCost : 0;
  const cost = touch + (kind === 'han' ? LEFTOVER_COST : kind === 'other' ? OTHER_COST : 0);
  reach(walk, next, { score: (walk.scores[state] ?? 0) - cost, from: state, taken: -1 });
}

interface Choice extends Indexed {
  readonly bit: number;
}

function take(walk: Walk, state: number, { index, candidate, bit }: Choice): void {
  const flag = state % STATES;
  const mask = Math.floor(state / STATES) % walk.masks;
  const isYear = candidate.field === 'year';
  if ((mask & (1 << bit)) !== 0 || (flag === AFTER_LEFTOVER && !candidate.known)) return;
  const after = isYear ? OPEN : candidate.known ? AFTER_KNOWN : AFTER_FIELD;
  const next = (candidate.end * walk.masks + (mask | (1 << bit))) * STATES + after;
  const inOrder = mask < 1 << bit ? ORDER_BONUS : 0;
  const touch = flag === AFTER_LEFTOVER && !isYear ? walk.touchCost : 0;
  const score = (walk.scores[state] ?? 0) + candidate.score + inOrder - touch;
  reach(walk, next, { score, from: state, taken: index });
}

interface Arrival {
  readonly score: number;
  readonly from: number;
  readonly taken: number;
}

function reach(walk: Walk, state: number, arrival: Arrival): void {
  if (arrival.score <= (walk.scores[state] ?? Infinity)) return;
  walk.scores[state] = arrival.score;
  walk.from[state] = arrival.from;
  walk.taken[state] = arrival.taken;
}

function traceBack(walk: Walk, length: number, candidates: readonly Candidate[]): readonly Candidate[] {
  const first = length * walk.masks * STATES;
  let state = first;
  for (let at = first; at < walk.scores.length; at++) {
    if ((walk.scores[at] ?? -Infinity) > (walk.scores[state] ?? -Infinity)) state = at;
  }
  const chosen: Candidate[] = [];
  while (state > 0) {
    const candidate = candidates[walk.taken[state] ?? -1];
    if (candidate !== undefined) chosen.push(candidate);
    state = walk.from[state] ?? -1;
  }
  return chosen.reverse();
}
