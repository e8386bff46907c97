import type { Finding } from '../model/finding.js';
import type { GroupSettings } from './settings.js';

type Trial = Pick<GroupSettings, 'observedRules' | 'doubtedRules' | 'offCategories'>;

/** What of the findings counts in a group, and what is only recorded because its rule is on probation. */
export interface Weighed {
  readonly live: readonly Finding[];
  readonly observed: readonly Finding[];
}

/**
 * Leaves out what the owner has switched off; a rule that people corrected too often only suspects; what a rule on probation finds
 * is set apart.
 */
export function weighFindings(findings: readonly Finding[], trial: Trial): Weighed {
  if (isUntried(trial)) return { live: findings, observed: [] };
  const kept = findings
    .filter(({ category }) => !trial.offCategories.includes(category))
    .map((finding): Finding =>
      trial.doubtedRules.includes(ruleOf(finding)) ? { ...finding, certainty: 'suspected' } : finding,
    );
  const isObserved = (finding: Finding): boolean => trial.observedRules.includes(ruleOf(finding));
  return { live: kept.filter((one) => !isObserved(one)), observed: kept.filter(isObserved) };
}

/** What the rule of notices tells apart (`notice-safety`, `notice-copy`) is one rule to the owner. */
function ruleOf({ rule }: Finding): string {
  return rule.startsWith('notice-') ? 'notice' : rule;
}

function isUntried({ observedRules, doubtedRules, offCategories }: Trial): boolean {
  return observedRules.length + doubtedRules.length + offCategories.length === 0;
}
