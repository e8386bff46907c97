import type { Category } from '../model/category.js';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { ALLOW, type Verdict } from '../model/verdict.js';
import { inspect, type Inspection } from './index.js';
import type { Rule } from './rule.js';

/** One answer of `qunshao scan`, less its `id`. */
export interface ScanLine {
  readonly verdict: Verdict['kind'];
  readonly category: Category | null;
  readonly score: number;
  readonly findings: readonly Omit<Finding, 'score'>[];
}

export type Judge = (findings: readonly Finding[]) => Verdict;

/** The answer of `scan` to one text. `score` grows with how surely the text is prohibited, below findings as well. */
export function scanLine(
  text: string,
  rules: readonly Rule[],
  judge: Judge,
): ScanLine & Pick<Inspection, 'failures'> {
  const message = plainMessage(text);
  const { findings, failures } = inspect(rules, message);
  const verdict = judge(findings);
  return {
    verdict: verdict.kind,
    category: verdict.category,
    score: contentScore(rules, message, findings),
    findings: findings.map(({ rule, category, certainty, clause, evidence }) => ({
      rule,
      category,
      certainty,
      clause,
      evidence,
    })),
    failures,
  };
}

/** 0 … 1: below 0.5 nothing was found, from 0.9 on something is confirmed. Four decimals. */
function contentScore(rules: readonly Rule[], message: Message, findings: readonly Finding[]): number {
  const scores =
    findings.length > 0
      ? findings.map((finding) => finding.score)
      : rules.map((rule) => suspicionOf(rule, message));
  return Math.round(Math.max(0, ...scores) * 10_000) / 10_000;
}

function suspicionOf(rule: Rule, message: Message): number {
  try {
    return rule.suspicion?.(message) ?? 0;
  } catch {
    // `inspect` has reported the rule already.
    return 0;
  }
}

/** Findings of these never lead to more than a review by the owner. */
const REVIEW_ONLY: ReadonlySet<Category> = new Set<Category>(['organisation', 'secrets', 'rumour']);

/** The simple judge: confirmed is a violation, anything else a review. */
export const simpleJudge: Judge = (findings) => {
  const gravest = [...findings].sort((a, b) => gravity(b) - gravity(a))[0];
  if (gravest === undefined) return ALLOW;
  const kind = isViolation(gravest) ? 'violation' : 'review';
  return { kind, category: gravest.category, score: gravest.score, findings };
};

function isViolation(finding: Finding): boolean {
  return finding.certainty === 'confirmed' && !REVIEW_ONLY.has(finding.category);
}

function gravity(finding: Finding): number {
  return (isViolation(finding) ? 2 : 0) + finding.score;
}

/** A text by itself, of nobody and no group. */
export function plainMessage(text: string): Message {
  return {
    id: '',
    groupId: '',
    senderId: '',
    at: 0,
    kind: 'text',
    text,
    title: null,
    url: null,
    file: null,
    mentions: [],
    quote: null,
  };
}
