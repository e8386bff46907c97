import { z } from 'zod';
import type { LexiconMatch } from '../lexicon/evaluate.js';
import { makeScanner } from '../lexicon/scanner.js';
import type { Category } from '../model/category.js';
import type { Evidence, Finding } from '../model/finding.js';
import { defineRule, judgedText, type RuleTools } from './rule.js';

/** At and above this a category is found. Below it the finding is a hint, which stands only where the judge backs it. */
const REPORTED = 0.5;
const HINT = 0.25;
/** Findings of talk about such things weigh this much less. */
const TALK = 0.4;
const CONFIRMED_FROM = 0.9;
const NONE: readonly Finding[] = [];

/** Prohibited content by lexicon: words and combinations of all categories in one scan. Clauses 3.1 … 3.17. */
export const prohibited = defineRule({
  id: 'prohibited',
  clauses: ['A5', 'A6', 'E三2', 'EM7'],
  options: z.strictObject({}),
  create(_options, tools) {
    const scan = makeScanner(tools.lexicon, tools.segmenter);
    return {
      message(message) {
        const text = judgedText(message);
        const matches = scan(text);
        return matches.length === 0 ? NONE : toFindings(matches, text);
      },
      suspicion(message) {
        const scores = [...byCategory(scan(judgedText(message))).values()].map(weigh);
        return Math.min(REPORTED, Math.max(0, ...scores) * REPORTED);
      },
    };
  },
});

/** What the words say of a text, hints included. */
export type WordSearch = (text: string) => readonly Finding[];

export function makeWordSearch({ lexicon, segmenter }: Pick<RuleTools, 'lexicon' | 'segmenter'>): WordSearch {
  const scan = makeScanner(lexicon, segmenter);
  return (text) => {
    const matches = scan(text);
    return matches.length === 0 ? NONE : toFindings(matches, text);
  };
}

function toFindings(matches: readonly LexiconMatch[], text: string): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [category, group] of byCategory(matches)) {
    const weight = weigh(group);
    const [first] = group;
    if (first === undefined || weight < HINT) continue;
    // What is merely talked about is no hint either.
    if (weight < REPORTED && group.some((match) => match.talkedAbout)) continue;
    const confirmed =
      weight >= REPORTED &&
      group.some((match) => match.combination.rating.certainty === 'confirmed' && !match.talkedAbout);
    findings.push({
      rule: 'prohibited',
      category,
      certainty: confirmed ? 'confirmed' : 'suspected',
      clause: first.scope.clause,
      score: confirmed
        ? CONFIRMED_FROM + weight * (1 - CONFIRMED_FROM)
        : Math.min(weight, CONFIRMED_FROM - 0.01),
      evidence: evidenceOf(group, text),
    });
  }
  return findings;
}

function byCategory(matches: readonly LexiconMatch[]): ReadonlyMap<Category, readonly LexiconMatch[]> {
  const groups = new Map<Category, LexiconMatch[]>();
  for (const match of matches) {
    const group = groups.get(match.scope.category);
    if (group === undefined) groups.set(match.scope.category, [match]);
    else group.push(match);
  }
  return groups;
}

/** Independent signs add up: 1 - Π(1 - w). A sign that rests on what has counted already adds nothing. */
function weigh(matches: readonly LexiconMatch[]): number {
  const counted = new Set<number>();
  let left = 1;
  for (const { combination, spans, talkedAbout } of matches.toSorted(byWeight)) {
    const weight = combination.rating.weight * (talkedAbout ? TALK : 1);
    const fresh = spans.filter((span) => !counted.has(span.start));
    if (fresh.length * 2 < spans.length) continue;
    left *= (1 - weight) ** (combination.parts.length === 1 ? fresh.length : 1);
    for (const span of fresh) counted.add(span.start);
  }
  return 1 - left;
}

function byWeight(a: LexiconMatch, b: LexiconMatch): number {
  return b.combination.rating.weight - a.combination.rating.weight;
}

function evidenceOf(matches: readonly LexiconMatch[], text: string): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const { start, end, term } of matches.flatMap((match) => match.spans)) {
    seen.set(`${start}-${end}`, { start, end, text: text.slice(start, end), term });
  }
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
