import type { NextStep } from '../digest/steps.js';
import { mistakenShare, type PeriodCounts, type RuleCounts } from '../digest/totals.js';
import { isCategory } from '../model/category.js';
import { nameOf } from './mask.js';
import { categoryName, ruleName } from './names.js';

/** 多3 / 少3 / 持平 */
export function change(now: number, before: number): string {
  if (now === before) return '持平';
  return now > before ? `多${now - before}` : `少${before - now}`;
}

/** Categories with their counts, most first, by the names that people know. */
export function namedCategories(
  counts: PeriodCounts['byCategory'],
): readonly { readonly word: string; readonly name: string; readonly count: number }[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => ({ word, name: isCategory(word) ? categoryName(word) : word, count }))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** 分类, and that its lines may add up to more than there are cases: one that is of two kinds stands in both. */
export function categoriesTitle(title: string, week: PeriodCounts): string {
  const lines = Object.values(week.byCategory).reduce((sum, count) => sum + count, 0);
  return lines > week.violations + week.reviews ? `${title}(一件可能算在几类里)` : title;
}

/** Rules with what came of their cases, most cases first. */
export function namedRules(
  rules: PeriodCounts['rules'],
): readonly { readonly name: string; readonly counts: RuleCounts }[] {
  return Object.entries(rules)
    .map(([id, counts]) => ({ id, name: ruleName(id), counts }))
    .toSorted((a, b) => b.counts.cases - a.counts.cases || (a.id < b.id ? -1 : 1));
}

/** 5件,撤销1,移出1 */
export function ruleCountsText({ cases, reversals, removals, failed }: RuleCounts): string {
  return [
    `${cases}件`,
    ...(reversals > 0 ? [`撤销${reversals}`] : []),
    ...(removals > 0 ? [`移出${removals}`] : []),
    ...(failed > 0 ? [`没办成${failed}`] : []),
  ].join(',');
}

/** 误判率 4%(25件中1件已撤销); null where nothing was judged. */
export function mistakenText(counts: PeriodCounts): string | null {
  const share = mistakenShare(counts);
  if (share === null) return null;
  return `误判率${Math.round(share * 100)}%(${counts.violations}件中${counts.mistaken}件已撤销)`;
}

/** One thing worth doing, with its command. */
export function stepText({ what, command }: NextStep): string {
  switch (what.kind) {
    case 'requests':
      return `看${what.count}件待定案件:${command}`;
    case 'failed':
      return `看${what.count}件没办成的:${command}`;
    case 'doubtful-rule':
      return `“${nameOf(ruleName(what.rule))}”本周被撤销${what.reversals}次,可以先只观察:/规则 ${nameOf(ruleName(what.rule))} 观察`;
    case 'cards':
      return `提醒${what.count}位成员改名片:${command}`;
    case 'enforce':
      return `满意的话让我正式执行:${command}`;
  }
}
