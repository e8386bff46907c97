import type { Answer } from '../model/answer.js';
import type { NextTime } from '../model/answers/desk.js';
import type { Case } from '../model/case.js';
import { caseLine, eventName, joinedLines, statusName, withOthers } from './case-line.js';
import { mask, nameOf } from './mask.js';
import { ruleName } from './names.js';
import { shownTime } from './when.js';
import { whyText } from './why.js';

/** Answers about cases. */
export type CaseAnswer = Extract<
  Answer,
  {
    kind:
      | 'no-case'
      | 'seen-gone'
      | 'case'
      | 'cases'
      | 'why'
      | 'already-answered'
      | 'not-asked'
      | 'confirmed'
      | 'rejected'
      | 'overturned';
  }
>;

type Of<Kind extends CaseAnswer['kind']> = Extract<CaseAnswer, { kind: Kind }>;

export function caseAnswerText(answer: CaseAnswer): string {
  switch (answer.kind) {
    case 'seen-gone':
      return `已看到 ${nameOf(answer.cases[0]?.memberName ?? '')} 不在群里了,编号 ${answer.cases.map(({ id }) => id).join('、')} 办结。`;
    case 'no-case':
      return answer.id === ''
        ? '请在后面写上案件的编号。看全部:/案件'
        : `没有编号 ${nameOf(answer.id)} 的案件。看全部:/案件`;
    case 'case':
      return caseText(answer);
    case 'cases':
      return casesText(answer);
    case 'why':
      return whyText(answer.why);
    case 'already-answered':
      return answeredText(answer.case);
    case 'not-asked':
      return `编号 ${answer.case.id} 没有等您答复的事。看经过:/为什么 ${answer.case.id}`;
    case 'confirmed':
      return confirmedText(answer);
    case 'rejected':
      return `好的,编号 ${numbers([answer.case.id, ...answer.together])} 放过${answer.strikes > 0 ? ',记过已取消' : ''}。${stillAsked(answer.graver)}`;
    case 'overturned':
      return overturnedText(answer);
  }
}

/** All of them: whoever settles several with one answer is to see which. */
function numbers(ids: readonly number[]): string {
  return ids.toSorted((a, b) => a - b).join('、');
}

function stillAsked(graver: number | null): string {
  return graver === null ? '' : `同一位的编号 ${graver} 更要紧,还在等您。`;
}

function answeredText(one: Case): string {
  const back = one.status === 'overturned' ? '' : `要恢复请用 /撤销 ${one.id}。`;
  return `编号 ${one.id} 已经处理过了:${statusName(one.status)}。${back}`;
}

/** What is settled by one answer has one line. */
function casesText({ title, cases, together, timezone }: Of<'cases'>): string {
  if (cases.length === 0) return `${title}:没有。`;
  const joined = new Set(Object.values(together).flat());
  const shown = cases.filter(({ id }) => !joined.has(id));
  const more = shown.length > 10 ? [`共${shown.length}件,这里是前10件。`] : [];
  return [
    `${title}:`,
    ...shown.slice(0, 10).map((one) => `${caseLine(one, timezone)}${withOthers(together[one.id] ?? [])}`),
    ...more,
    '详情:/案件 编号',
  ].join('\n');
}

function caseText({ case: one, joined, events, timezone }: Of<'case'>): string {
  const lines = events.map((event) => `${shownTime(event.at, timezone)} ${eventName(event)}`);
  return [caseLine(one, timezone), ...lines, ...joinedLines(joined), `依据:/为什么 ${one.id}`].join('\n');
}

function confirmedText({ case: one, follows, together, graver }: Of<'confirmed'>): string {
  if (one.findings.some(({ rule }) => rule === 'admission'))
    return `好的,编号 ${one.id}:我去邀请。平台不让我邀请的话,请您手动邀请 ${nameOf(one.memberName)}。`;
  const what = { removal: '正在移出', warning: '已提醒并记过', nothing: '已记录' }[follows];
  return `好的,编号 ${numbers([one.id, ...together])} ${what}。${stillAsked(graver)}若是误会:/撤销 ${one.id}`;
}

function overturnedText({
  case: one,
  strikes,
  removed,
  told,
  along,
  waiting,
  together,
  next,
}: Of<'overturned'>): string {
  const undone = strikes > 0 ? `,${strikes}次记过已取消` : '';
  const after = [
    ...(waiting.length === 0 ? [] : [`同一位的编号 ${waiting.join('、')} 还在等您:/确认 或 /驳回`]),
    ...(together.length === 0
      ? []
      : [`一起定的编号 ${together.join('、')} 没有动;也要撤请发 /撤销 ${together.join(' ')}`]),
    ...(next === null ? [] : [nextText(next)]),
  ];
  const all = numbers([one.id, ...along]);
  if (!removed) return [`编号 ${all} 已撤销${undone}${told ? ',会告诉本人' : ''}。`, ...after].join('\n');
  return [
    `编号 ${all} 已撤销${undone}。${nameOf(one.memberName)} 已不在群里,我联系不上,请您把下面这句转给对方,并请对方回来:`,
    `“之前把您移出群是误会,已经撤销,不留记录。欢迎随时回来,抱歉打扰。”`,
    ...after,
  ].join('\n');
}

function nextText(next: NextTime): string {
  return next.kind === 'exception'
    ? `要让“${mask(next.word)}”以后在本群都不算违规,请回 /好`
    : `这类常判错的话,可以先让“${ruleName(next.rule)}”只观察:/规则 ${ruleName(next.rule)} 观察`;
}
