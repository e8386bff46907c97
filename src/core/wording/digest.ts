import { isCategory } from '../model/category.js';
import type { PeriodCounts, WeekTotals } from '../digest/totals.js';
import { nameOf } from './mask.js';
import { categoryName } from './names.js';
import { shownDay } from './when.js';

/** The weekly digest in words: totals first, then what waits, then the next steps. One line where there is nothing to say. */
export function digestText(week: WeekTotals): string {
  const cards = week.open.cards === 0 ? '' : `,${week.open.cards}张名片待改`;
  if (isQuiet(week)) {
    return `“${nameOf(week.groupName)}”本周一切正常:${week.messages}条消息,0次处理${cards}。`;
  }
  return [
    `“${nameOf(week.groupName)}”周报 ${shownDay(week.from, week.timezone)}—${shownDay(week.to - 1, week.timezone)}${week.observed ? '(观察中,没有对外处理)' : ''}`,
    totalsLine(week),
    trendLine(week, week.previous),
    ...categoryLines(week),
    ...ladderLines(week),
    ...openLines(week),
    ...stepLines(week),
  ].join('\n');
}

function isQuiet(week: WeekTotals): boolean {
  const handled =
    week.violations + week.reviews + week.warnings + week.removals + week.reversals + week.failed;
  return handled === 0 && week.open.requests === 0 && week.ladder.length === 0;
}

function totalsLine(week: WeekTotals): string {
  const parts = [
    `${week.messages}条消息`,
    `违规${week.violations}`,
    `待复核${week.reviews}`,
    `提醒${week.warnings}`,
    `移出${week.removals}`,
    `撤销${week.reversals}`,
  ];
  return week.failed === 0 ? parts.join(',') : `${parts.join(',')},没办成${week.failed}`;
}

function trendLine(week: PeriodCounts, before: PeriodCounts): string {
  const change = (now: number, then: number): string =>
    now === then ? '持平' : now > then ? `多${now - then}` : `少${then - now}`;
  return `比上周:消息${change(week.messages, before.messages)},违规${change(week.violations, before.violations)}`;
}

function categoryLines(week: WeekTotals): readonly string[] {
  const entries = Object.entries(week.byCategory).filter(([, count]) => count > 0);
  if (entries.length === 0) return [];
  entries.sort(([, a], [, b]) => b - a);
  return [
    `分类:${entries.map(([word, count]) => `${isCategory(word) ? categoryName(word) : word}${count}`).join(',')}`,
  ];
}

function ladderLines(week: WeekTotals): readonly string[] {
  if (week.ladder.length === 0) return [];
  const shown = week.ladder.slice(0, 5).map((person) => `${nameOf(person.name)} ${person.strikes}次`);
  const more = week.ladder.length > 5 ? `等${week.ladder.length}人` : '';
  return [`有记过的成员:${shown.join('、')}${more}`];
}

function openLines(week: WeekTotals): readonly string[] {
  const { requests, cards, actions, oldestRequestAt } = week.open;
  const oldest = oldestRequestAt === null ? '' : `(最早 ${shownDay(oldestRequestAt, week.timezone)})`;
  const parts = [
    ...(requests > 0 ? [`${requests}件待您定夺${oldest}`] : []),
    ...(cards > 0 ? [`${cards}张名片待改`] : []),
    ...(actions > 0 ? [`${actions}个动作待发出`] : []),
  ];
  return parts.length === 0 ? [] : [`还在等:${parts.join(',')}`];
}

function stepLines(week: WeekTotals): readonly string[] {
  const steps = [
    ...(week.open.requests > 0 ? ['看待定案件:/案件'] : []),
    ...(week.failed > 0 ? ['看没办成的原因:/状态'] : []),
    ...(week.observed ? ['满意的话让我正式执行:/模式 执行'] : []),
  ];
  return steps.length === 0 ? [] : [`现在可以:${steps.join(';')}`];
}
