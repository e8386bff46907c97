import { type Bar, barsPart } from '../digest/picture/bars.js';
import { daysPart } from '../digest/picture/days.js';
import { type Figure, figuresPart } from '../digest/picture/figures.js';
import { headPart } from '../digest/picture/head.js';
import { listPart } from '../digest/picture/list.js';
import { stack } from '../digest/picture/picture.js';
import { nextSteps } from '../digest/steps.js';
import type { PeriodCounts, WeekTotals } from '../digest/totals.js';
import {
  change,
  mistakenText,
  namedCategories,
  namedRules,
  ruleCountsText,
  stepText,
} from './digest-parts.js';
import { openParts, weekText } from './digest.js';
import { nameOf } from './mask.js';

/** The weekly digest as an SVG document, 900 px wide. The same numbers as in the text, from the same counts. */
export function digestSvg(week: WeekTotals): string {
  return stack([
    headPart(
      nameOf(week.groupName),
      `群管理周报 ${weekText(week)}${week.observed ? ' · 观察中,没有对外处理' : ''}`,
    ),
    figuresPart(figures(week)),
    daysPart('每天的消息', week.days),
    barsPart({ title: '违规和待复核,按类别', legend: '深色为本周,浅色为上周' }, bars(week)),
    listPart(
      '按规则',
      namedRules(week.rules).map(({ name, counts }) => ({ left: name, right: ruleCountsText(counts) })),
    ),
    listPart(
      '有记过的成员',
      week.ladder.map(({ name, strikes }) => ({ left: nameOf(name), right: `${strikes}次` })),
    ),
    listPart(
      '还在等',
      openParts(week).map((left) => ({ left, right: '' })),
    ),
    listPart('现在值得做的事', nextSteps(week).map(stepText).map(splitCommand)),
    listPart('其他', others(week)),
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
    figure('待复核', 'reviews'),
    done('提醒', week.warnings, previous.warnings),
    done('移出', week.removals, previous.removals),
    done('撤销', week.reversals, previous.reversals),
  ];
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

function others(week: WeekTotals): readonly { readonly left: string; readonly right: string }[] {
  const mistaken = mistakenText(week);
  return [
    ...(mistaken === null ? [] : [{ left: mistaken, right: '' }]),
    ...(week.joined + week.left === 0
      ? []
      : [{ left: `新来${week.joined}人,离开${week.left}人`, right: '' }]),
    ...(week.failed === 0 ? [] : [{ left: `没办成的动作${week.failed}个`, right: '' }]),
  ];
}
