import { nextSteps } from '../digest/steps.js';
import { failures, isQuiet, type WeekTotals } from '../digest/totals.js';
import {
  categoriesTitle,
  change,
  mistakenText,
  namedCategories,
  namedRules,
  ruleCountsText,
  stepText,
} from './digest-parts.js';
import { limitTexts } from './digest-limits.js';
import { nameOf } from './mask.js';
import { ruleName } from './names.js';
import { shownDay } from './when.js';
import { DAY } from '../model/instant.js';

/** The weekly digest in words: totals first, then what waits, then the next steps. One line where there is nothing to say. */
export function digestText(week: WeekTotals): string {
  if (isQuiet(week)) return quietText(week);
  return [
    `“${nameOf(week.groupName)}”周报 ${weekText(week)}${week.observed ? '(观察中,没有对外处理)' : ''}`,
    totalsLine(week),
    trendLine(week),
    ...categoryLines(week),
    ...ruleLines(week),
    ...doubtedTexts(week),
    ...noticeLines(week),
    ...ladderLines(week),
    ...goodLines(week),
    ...openLines(week),
    ...limitTexts(week).map((text) => `做不到的:${text}`),
    ...stepLines(week),
  ].join('\n');
}

/** 3月2日—3月8日 */
export function weekText({ from, to, timezone }: WeekTotals): string {
  return `${shownDay(from, timezone)}—${shownDay(to - 1, timezone)}`;
}

function quietText(week: WeekTotals): string {
  const cards = week.open.cards === 0 ? '' : `,${week.open.cards}张名片待改`;
  const strikers = week.ladder.length === 0 ? '' : `,${week.ladder.length}位有记过的成员`;
  return `“${nameOf(week.groupName)}”本周一切正常:${week.messages}条消息,0次处理${cards}${strikers}。`;
}

function totalsLine(week: WeekTotals): string {
  const parts = [
    `${week.messages}条消息`,
    `违规${week.violations}`,
    `疑似或轻微${week.reviews}`,
    `提醒${week.warnings}`,
    `移出${week.removals}`,
    `撤销${week.reversals}`,
    ...(failures(week) === 0 ? [] : [`没办成${failures(week)}`]),
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
  if (named.length === 0) return [];
  return [`${categoriesTitle('分类', week)}:${named.map(({ name, count }) => `${name}${count}`).join(',')}`];
}

/** Only rules about which there is more to say than the categories have said. */
function ruleLines(week: WeekTotals): readonly string[] {
  const told = namedRules(week.rules).filter(({ counts }) => counts.reversals + counts.failed > 0);
  if (told.length === 0) return [];
  const shown = told.slice(0, 4).map(({ name, counts }) => `${name} ${ruleCountsText(counts)}`);
  return [`规则:${shown.join(';')}`];
}

/** Rules that fell back to asking, with the way back. */
export function doubtedTexts({ doubted }: Pick<WeekTotals, 'doubted'>): readonly string[] {
  return doubted.map(ruleName).map((name) => `“${name}”常被撤销,现在只请您看;恢复:/规则 ${name} 执行`);
}

/** Notices and complaints, where there were any. */
function noticeLines(week: WeekTotals): readonly string[] {
  const unconfirmed = week.byCategory.notice ?? 0;
  const parts = [
    ...(week.published > 0 ? [`发布通知${week.published}条`] : []),
    ...(unconfirmed > 0 ? [`未经核实的${unconfirmed}条`] : []),
    ...(week.complaints > 0 ? [`收到举报${week.complaints}件`] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(',')];
}

/** 按提醒改好名片3张,及时撤回1条 */
export function goodParts({ praise, good }: WeekTotals): readonly string[] {
  if (praise === 'off') return [];
  return [
    ...(good.mended > 0 ? [`按提醒改好名片${good.mended}张`] : []),
    ...(good.recalled > 0 ? [`听劝及时撤回${good.recalled}条`] : []),
    ...(good.upheld > 0 ? [`举报属实${good.upheld}件`] : []),
    ...(good.submitted > 0 ? [`投稿通过${good.submitted}篇`] : []),
  ];
}

function goodLines(week: WeekTotals): readonly string[] {
  const parts = goodParts(week);
  return parts.length === 0 ? [] : [`做得好的:${parts.join(',')}`];
}

function ladderLines(week: WeekTotals): readonly string[] {
  if (week.ladder.length === 0) return [];
  const shown = week.ladder.slice(0, 5).map((person) => `${nameOf(person.name)} ${person.strikes}次`);
  const more = week.ladder.length > 5 ? `等${week.ladder.length}人` : '';
  return [`有记过的成员:${shown.join('、')}${more}`];
}

/** 2件待您定夺(最早 3月1日), 3张名片待改 */
export function openParts(week: WeekTotals): readonly string[] {
  const { requests, complaints, cards, actions, oldestRequestAt, oldestComplaintAt } = week.open;
  const oldest = since(week, oldestRequestAt);
  const ofThem = complaints === 0 ? '' : `,其中举报${complaints}件${since(week, oldestComplaintAt)}`;
  return [
    ...(requests > 0 ? [`${requests}件待您定夺${oldest}${ofThem}`] : []),
    ...(cards > 0 ? [`${cards}张名片待改`] : []),
    ...(actions > 0 ? [`${actions}个动作待发出`] : []),
  ];
}

/** (等了3天) */
function since({ to }: WeekTotals, at: number | null): string {
  if (at === null) return '';
  const days = Math.floor((to - at) / DAY);
  return days < 1 ? '' : `(最久等了${days}天)`;
}

function openLines(week: WeekTotals): readonly string[] {
  const parts = openParts(week);
  return parts.length === 0 ? [] : [`还在等:${parts.join(',')}`];
}

function stepLines(week: WeekTotals): readonly string[] {
  const steps = nextSteps(week);
  return steps.length === 0 ? [] : [`现在可以:${steps.map(stepText).join(';')}`];
}
