import { isWideRule } from '../policy/wide-rules.js';
import { failures, type WeekTotals } from './totals.js';

/** One thing worth doing now, with the command that does it. */
export interface NextStep {
  readonly what:
    | { readonly kind: 'requests'; readonly count: number }
    | { readonly kind: 'failed'; readonly count: number }
    | { readonly kind: 'doubtful-rule'; readonly rule: string; readonly reversals: number }
    | { readonly kind: 'cards'; readonly count: number }
    | { readonly kind: 'enforce' };
  readonly command: string;
}

const MOST_STEPS = 3;
/** A rule whose cases were reversed this often in a week, and at least this share of them, is worth a look. */
const DOUBTFUL = { reversals: 2, share: 0.3 };

/** The three things worth doing now, most pressing first. */
export function nextSteps(week: WeekTotals): readonly NextStep[] {
  const { requests, cards } = week.open;
  const steps: readonly NextStep[] = [
    ...(requests > 0 ? [step({ kind: 'requests', count: requests }, '/案件')] : []),
    ...(failures(week) > 0 ? [step({ kind: 'failed', count: failures(week) }, '/状态')] : []),
    ...doubtfulRules(week).map(([rule, reversals]) =>
      step({ kind: 'doubtful-rule', rule, reversals }, `/规则 ${rule} 观察`),
    ),
    ...(week.observed ? [step({ kind: 'enforce' }, '/模式 执行')] : []),
    ...(cards > 0 ? [step({ kind: 'cards', count: cards }, '/名片 提醒')] : []),
  ];
  return steps.slice(0, MOST_STEPS);
}

function step(what: NextStep['what'], command: string): NextStep {
  return { what, command };
}

/** Rules that people corrected too often this week, the worst first. */
function doubtfulRules(week: Pick<WeekTotals, 'rules'>): readonly (readonly [string, number])[] {
  return Object.entries(week.rules)
    .filter(
      ([rule, { cases, reversals }]) =>
        !isWideRule(rule) &&
        reversals >= DOUBTFUL.reversals &&
        reversals >= DOUBTFUL.share * Math.max(cases, 1),
    )
    .map(([rule, { reversals }]) => [rule, reversals] as const)
    .toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}
