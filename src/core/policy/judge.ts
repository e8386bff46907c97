import type { Finding } from '../model/finding.js';
import { ALLOW, type Verdict } from '../model/verdict.js';
import { gravity, punishes } from './response.js';

/** Turns findings into a verdict: a violation only where a confirmed finding's category is one that is punished. */
export function judge(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return ALLOW;
  const grounds = findings.filter(
    (finding) => finding.certainty === 'confirmed' && punishes(finding.category),
  );
  const weighed = grounds.length > 0 ? grounds : findings;
  return {
    kind: grounds.length > 0 ? 'violation' : 'review',
    category: gravest(weighed),
    score: Math.max(...findings.map((finding) => finding.score)),
    findings,
  };
}

function gravest(findings: readonly Finding[]): Finding['category'] | null {
  const first = [...findings].sort(
    (a, b) => gravity(a.category) - gravity(b.category) || b.score - a.score,
  )[0];
  return first?.category ?? null;
}
