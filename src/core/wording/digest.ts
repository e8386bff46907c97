import { nextSteps } from '../digest/steps.js';
import { isQuiet, type WeekTotals } from '../digest/totals.js';
import {
  change,
  mistakenText,
  namedCategories,
  namedRules,
  ruleCountsText,
  stepText,
} from './digest-parts.js';
import { nameOf } from './mask.js';
import { shownDay } from './when.js';

/** The weekly digest in words: totals first, then what waits, then the next steps. One line where there is nothing to say. */
export function digestText(week: WeekTotals): string {
  if (isQuiet(week)) return quietText(week);
  return [
    `“${nameOf(week.groupName)}”周报 ${weekText(week)}${week.observed ? '(观察中,没有对外处理)' : ''}`,
    totalsLine(week),
    trendLine(week),
    ...categoryLines(week),
    ...ruleLines(week),
    ...ladderLines(week),
    ...openLines(week),
    ...stepLines(week),
  ].join('\n');
}

/** 3月2日—3月8日 */
export function weekText({ from, to, timezone }: WeekTotals): string {
  return `${shownDay(from, timezone)}—${shownDay(to - 1, timezone)}`;
}

function quietText(week: WeekTotals): string {
  const cards = week.open.cards === 0 ? '' : `,${week.open.cards}张名片待改`;
  return `“${nameOf(week.groupName)}”本周一切正常:${week.messages}条消息,0次处理${cards}。`;
}

function totalsLine(week: WeekTotals): string {
  const parts = [
    `${week.messages}条消息`,
    `违规${week.violations}`,
    `待复核${week.reviews}`,
    `提醒${week.warnings}`,
    `移出${week.removals}`,
    `撤销${week.reversals}`,
    ...(week.failed === 0 ? [] : [`没办成${week.failed}`]),
  ];
  return parts.join(',');
}

function trendLine(week: WeekTotals): string {
  const before = week.previous;
  const moved = week.joined + week.left === 0 ? [] : [`新来${week.joined}人,离开${week.left}人`];
  const mistaken = week.mistaken === 0 ? null : mistakenText(week);
  return [
    `比上周:消息${change(week.messages, before.messages)},违规${change(week.violations, before.violations)}`,
    ...(mistaken === null ? [] : [mistaken]),
    ...moved,
  ].join(';');
}

function categoryLines(week: WeekTotals): readonly string[] {
  const named = namedCategories(week.byCategory);
  return named.length === 0 ? [] : [`分类:${named.map(({ name, count }) => `${name}${count}`).join(',')}`];
}

/** Only rules about which there is more to say than the categories have said. */
function ruleLines(week: WeekTotals): readonly string[] {
  const told = namedRules(week.rules).filter(({ counts }) => counts.reversals + counts.failed > 0);
  if (told.length === 0) return [];
  const shown = told.slice(0, 4).map(({ name, counts }) => `${name} ${ruleCountsText(counts)}`);
  return [`规则:${shown.join(';')}`];
}

function ladderLines(week: WeekTotals): readonly string[] {
  if (week.ladder.length === 0) return [];
  const shown = week.ladder.slice(0, 5).map((person) => `${nameOf(person.name)} ${person.strikes}次`);
  const more = week.ladder.length > 5 ? `等${week.ladder.length}人` : '';
  return [`有记过的成员:${shown.join('、')}${more}`];
}

/** 2件待您定夺(最早 3月1日), 3张名片待改 */
export function openParts(week: WeekTotals): readonly string[] {
  const { requests, cards, actions, oldestRequestAt } = week.open;
  const oldest = oldestRequestAt === null ? '' : `(最早 ${shownDay(oldestRequestAt, week.timezone)})`;
  return [
    ...(requests > 0 ? [`${requests}件待您定夺${oldest}`] : []),
    ...(cards > 0 ? [`${cards}张名片待改`] : []),
    ...(actions > 0 ? [`${actions}个动作待发出`] : []),
  ];
}

function openLines(week: WeekTotals): readonly string[] {
  const parts = openParts(week);
  return parts.length === 0 ? [] : [`还在等:${parts.join(',')}`];
}

function stepLines(week: WeekTotals): readonly string[] {
  const steps = nextSteps(week);
  return steps.length === 0 ? [] : [`现在可以:${steps.map(stepText).join(';')}`];
}
