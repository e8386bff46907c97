import { type Bar, barsPart } from '../digest/picture/bars.js';
import { daysPart } from '../digest/picture/days.js';
import { type Figure, figuresPart } from '../digest/picture/figures.js';
import { headPart } from '../digest/picture/head.js';
import { listPart, type Row } from '../digest/picture/list.js';
import { stack } from '../digest/picture/picture.js';
import { dayNumber, dayText } from '../policy/localtime.js';
import { nextSteps } from '../digest/steps.js';
import { type DayCount, failures, isQuiet, type PeriodCounts, type WeekTotals } from '../digest/totals.js';
import {
  categoriesTitle,
  change,
  mistakenText,
  namedCategories,
  namedRules,
  ruleCountsText,
  stepText,
} from './digest-parts.js';
import { doubtedTexts, goodParts, openParts, weekText } from './digest.js';
import { limitTexts } from './digest-limits.js';
import { nameOf } from './mask.js';

/** The weekly digest as an SVG document, 900 px wide. The same numbers as in the text, from the same counts. */
export function digestSvg(week: WeekTotals): string {
  return stack([
    headPart(
      nameOf(week.groupName),
      `群管理周报 ${weekText(week)}${week.observed ? ' · 观察中,没有对外处理' : ''}`,
    ),
    figuresPart(figures(week)),
    listPart('本周一切正常', isQuiet(week) ? [plainRow(quietRow(week))] : []),
    listPart('现在值得做的事', nextSteps(week).map(stepText).map(splitCommand)),
    listPart('还在等', openParts(week).map(plainRow)),
    daysPart('每天的消息', everyDay(week)),
    barsPart({ title: categoriesTitle('按类别', week), legend: legendOf(bars(week)) }, bars(week)),
    listPart('按规则', ruleRows(week)),
    listPart('退回到请您看的规则', doubtedTexts(week).map(plainRow)),
    listPart('有记过的成员', ladderRows(week)),
    listPart('做得好的', together(goodParts(week))),
    listPart('其他', together(others(week))),
    listPart('这里做不到的', limitTexts(week).map(plainRow)),
  ]);
}

function figures(week: WeekTotals): readonly Figure[] {
  const { previous } = week;
  const figure = (
    name: string,
    key: keyof PeriodCounts & ('messages' | 'violations' | 'reviews'),
  ): Figure => ({
    name,
    value: String(week[key]),
    remark: `比上周${change(week[key], previous[key])}`,
  });
  const done = (name: string, now: number, before: number): Figure => ({
    name,
    value: String(now),
    remark: `比上周${change(now, before)}`,
  });
  return [
    figure('消息', 'messages'),
    figure('违规', 'violations'),
    figure('疑似或轻微', 'reviews'),
    done('提醒', week.warnings, previous.warnings),
    done('移出', week.removals, previous.removals),
    done('撤销', week.reversals, previous.reversals),
  ];
}

function quietRow({ ladder }: WeekTotals): string {
  return ladder.length === 0 ? '没有要您处理的事。' : `没有要您处理的事;${ladder.length}位有记过的成员。`;
}

/** All days of the period, also those on which nobody spoke; none where nobody spoke at all. */
function everyDay({ days, from, to, timezone }: WeekTotals): readonly DayCount[] {
  if (days.length === 0) return [];
  const known = new Map(days.map(({ day, messages }) => [day, messages]));
  const [first, last] = [dayNumber(from, timezone), dayNumber(to - 1, timezone)];
  const all = Array.from({ length: Math.min(last - first + 1, MOST_DAYS) }, (_, index) =>
    dayText(first + index),
  );
  return days.every(({ day }) => all.includes(day))
    ? all.map((day) => ({ day, messages: known.get(day) ?? 0 }))
    : days;
}

function legendOf(shown: readonly Bar[]): string {
  return shown.every(({ before }) => before === 0) ? '深色为本周;上周没有这些' : '深色为本周,浅色为上周';
}

function bars(week: WeekTotals): readonly Bar[] {
  const before = new Map(namedCategories(week.previous.byCategory).map(({ word, count }) => [word, count]));
  return namedCategories(week.byCategory)
    .slice(0, 8)
    .map(({ word, name, count }) => ({ name, value: count, before: before.get(word) ?? 0 }));
}

/** `看2件待定案件:/案件` → what to do on the left, the command on the right. */
function splitCommand(text: string): { readonly left: string; readonly right: string } {
  const at = text.lastIndexOf(':/');
  return at < 0 ? { left: text, right: '' } : { left: text.slice(0, at), right: text.slice(at + 1) };
}

function plainRow(left: string): Row {
  return { left, right: '' };
}

/** Short facts in one line rather than a line each: the picture stays short on a phone. */
function together(parts: readonly string[]): readonly Row[] {
  return parts.length === 0 ? [] : [plainRow(parts.join(';'))];
}

/** Columns that fit side by side. */
const MOST_DAYS = 10;
const MOST_RULES = 6;
const MOST_MEMBERS = 5;

function ruleRows({ rules }: WeekTotals): readonly Row[] {
  const named = namedRules(rules);
  const shown = named
    .slice(0, MOST_RULES)
    .map(({ name, counts }) => ({ left: name, right: ruleCountsText(counts) }));
  return [
    ...shown,
    ...(named.length > MOST_RULES ? [plainRow(`还有${named.length - MOST_RULES}条规则`)] : []),
  ];
}

function ladderRows({ ladder }: WeekTotals): readonly Row[] {
  const shown = ladder
    .slice(0, MOST_MEMBERS)
    .map(({ name, strikes }) => ({ left: nameOf(name), right: `${strikes}次` }));
  return [...shown, ...(ladder.length > MOST_MEMBERS ? [plainRow(`等${ladder.length}人`)] : [])];
}

function others(week: WeekTotals): readonly string[] {
  const mistaken = mistakenText(week);
  return [
    ...(mistaken === null ? [] : [mistaken]),
    ...(week.joined + week.left === 0 ? [] : [`新来${week.joined}人,离开${week.left}人`]),
    ...(week.published === 0 ? [] : [`发布通知${week.published}条`]),
    ...(week.complaints === 0 ? [] : [`收到举报${week.complaints}件`]),
    ...(failures(week) === 0 ? [] : [`没办成的动作${failures(week)}个`]),
  ];
}
