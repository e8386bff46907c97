import type { Category } from './category.js';
import type { Finding } from './finding.js';

export type VerdictKind = 'allow' | 'review' | 'violation';

/** What the findings of one subject come to. `category` is the gravest; null exactly when the kind is `allow`. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly category: Category | null;
  readonly score: number;
  readonly findings: readonly Finding[];
}

export const ALLOW: Verdict = { kind: 'allow', category: null, score: 0, findings: [] };
