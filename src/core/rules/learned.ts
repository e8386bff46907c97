import { z } from 'zod';
import { explain } from '../judge/explain.js';
import { type Judge, makeJudge } from '../judge/judge.js';
import { type JudgeCategory, probabilityOf } from '../judge/model.js';
import type { Finding } from '../model/finding.js';
import { defineRule, judgedText } from './rule.js';

/** Scores of the judge alone: suspected, so never as high as something confirmed. */
const LOWEST = 0.5;
const HIGHEST = 0.89;
const CONFIRMED = 0.9;
/** What the words suspect at least so strongly may be confirmed. */
const STRONG_WORDS = 0.6;
/** From here on the words stand by themselves. */
const WEAK_WORDS = 0.6;
const NONE: readonly Finding[] = [];

/**
 * The learned judge beside the words. Alone it asks for a review; it confirms what the words strongly suspect where it is
 * very sure, and what they suspect weakly stands only where it sees the same. Without a model hints are dropped.
 */
export const learned = defineRule({
  id: 'learned',
  clauses: ['A5', 'A6', 'E三2', 'EM7'],
  options: z.strictObject({}),
  create(_options, { judge: model, folding }) {
    if (model === null) return { message: () => NONE, refine: (findings) => findings.flatMap(standing) };
    const judge = makeJudge(model, folding);
    return {
      message: () => NONE,
      refine(findings, message) {
        const text = judgedText(message);
        if (text === '') return findings.flatMap(standing);
        if (findings.length === 0 && !judge.mayReach(text)) return NONE;
        const margins = judge.margins(text);
        const stand = findings.flatMap((finding) => refineOne(finding, model.categories, margins));
        if (stand.length > 0) return stand;
        const best = strongest(model.categories, margins);
        return best < 0 ? NONE : alone(judge, { text, at: best, margin: margins[best] ?? 0 });
      },
      suspicion(message) {
        const margins = judge.margins(judgedText(message));
        let most = 0;
        for (const [at, category] of model.categories.entries()) {
          most = Math.max(most, LOWEST / (1 + Math.exp(category.review - (margins[at] ?? 0))));
        }
        return most;
      },
    };
  },
});

/** Place of the category that stands highest above its review threshold; -1: none reaches its own. */
function strongest(categories: readonly JudgeCategory[], margins: Float64Array): number {
  let best = -1;
  let most = 0;
  for (let at = 0; at < categories.length; at++) {
    const above = (margins[at] ?? 0) - (categories[at]?.review ?? Infinity);
    if (above < most) continue;
    most = above;
    best = at;
  }
  return best;
}

function alone(
  judge: Judge,
  { text, at, margin }: { text: string; at: number; margin: number },
): readonly Finding[] {
  const category = judge.model.categories[at];
  if (category === undefined) return NONE;
  const sure = 1 - Math.exp(category.review - margin);
  const score = LOWEST + (HIGHEST - LOWEST) * Math.min(sure, probabilityOf(category, margin));
  const evidence = explain(judge, text, at);
  return [
    {
      rule: 'learned',
      category: category.category,
      certainty: 'suspected',
      clause: category.clause,
      score,
      evidence,
    },
  ];
}

function refineOne(
  finding: Finding,
  categories: readonly JudgeCategory[],
  margins: Float64Array,
): readonly Finding[] {
  if (finding.certainty === 'confirmed') return [finding];
  const at = categories.findIndex(({ category }) => category === finding.category);
  const category = categories[at];
  const margin = margins[at] ?? 0;
  if (category === undefined) return standing(finding);
  if (margin >= category.confirm && finding.score >= STRONG_WORDS)
    return [confirmed(finding, probabilityOf(category, margin))];
  if (finding.score >= WEAK_WORDS) return [finding];
  return margin < (finding.score < LOWEST ? category.back : category.clear) ? NONE : [backed(finding)];
}

/** What is more than a hint. */
function standing(finding: Finding): readonly Finding[] {
  return finding.score < LOWEST ? NONE : [finding];
}

/** A hint that the judge backs is a finding. */
function backed(finding: Finding): Finding {
  return finding.score < LOWEST ? { ...finding, score: LOWEST } : finding;
}

function confirmed(finding: Finding, probability: number): Finding {
  const score = CONFIRMED + (1 - CONFIRMED) * finding.score * probability;
  return { ...finding, certainty: 'confirmed', score };
}
