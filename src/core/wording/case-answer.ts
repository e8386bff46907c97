import type { Answer, WhyView } from '../model/answer.js';
import type { Case, CaseEvent, CaseStatus, Step } from '../model/case.js';
import type { Evidence, Finding } from '../model/finding.js';
import type { NextTime } from '../model/answers/desk.js';
import { groundText } from './grounds.js';
import { mask, nameOf } from './mask.js';
import { likenessLine } from './likeness.js';
import { categoryName, ruleName } from './names.js';
import { shownTime } from './when.js';
import { whyNotLines } from './why-not.js';

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
      return casesText(answer.title, answer.cases, answer.timezone);
    case 'why':
      return whyText(answer.why);
    case 'already-answered':
      return answeredText(answer.case);
    case 'not-asked':
      return `编号 ${answer.case.id} 没有等您答复的事。看经过:/为什么 ${answer.case.id}`;
    case 'confirmed':
      return confirmedText(answer);
    case 'rejected':
      return `好的,编号 ${[answer.case.id, ...answer.together].join('、')} 放过${answer.strikes > 0 ? ',记过已取消' : ''}。`;
    case 'overturned':
      return overturnedText(answer);
  }
}

function answeredText(one: Case): string {
  const back = one.status === 'overturned' ? '' : `要恢复请用 /撤销 ${one.id}。`;
  return `编号 ${one.id} 已经处理过了:${statusName(one.status)}。${back}`;
}

export const STATUS_NAMES: Readonly<Record<CaseStatus, string>> = {
  open: '等答复',
  closed: '已办结',
  confirmed: '已确认',
  rejected: '已放过',
  overturned: '已撤销',
};

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  warning: '提醒',
  final: '最后提醒',
  removal: '移出',
  review: '请群主看',
  note: '善意提示',
  none: '只记录',
};

function statusName(status: CaseStatus): string {
  return STATUS_NAMES[status];
}

/** What somebody asks for is named for what it is: nobody has found anything yet. */
const ASKED: readonly string[] = ['complaint', 'submission', 'admission', 'wrong-branch'];

function caseName({ findings, category, verdict }: Case): string {
  // A submission rests on nothing that was found.
  if (findings.length === 0 && category === 'notice') return ruleName('submission');
  const asked = findings.map(({ rule }) => rule).find((rule) => ASKED.includes(rule));
  return asked === undefined || verdict === 'violation' ? categoryName(category) : ruleName(asked);
}

export function caseLine(one: Case, timezone: string): string {
  return `${one.id}) ${shownTime(one.at, timezone)} ${nameOf(one.memberName)} ${caseName(one)} ${STEP_NAMES[one.step]} ${statusName(one.status)}${one.observed ? '(观察)' : ''}`;
}

function casesText(title: string, cases: readonly Case[], timezone: string): string {
  if (cases.length === 0) return `${title}:没有。`;
  const more = cases.length > 10 ? [`共${cases.length}件,这里是前10件。`] : [];
  return [
    `${title}:`,
    ...cases.slice(0, 10).map((one) => `${caseLine(one, timezone)}${togetherWith(one, cases)}`),
    ...more,
    '详情:/案件 编号',
  ].join('\n');
}

/** Whose removal is asked for already is one question. */
function togetherWith(one: Case, cases: readonly Case[]): string {
  const isAsked = ({ memberId, status, step }: Case) =>
    memberId === one.memberId && status === 'open' && step === 'removal';
  const first = cases.filter(isAsked).toSorted((a, b) => a.id - b.id)[0];
  return first === undefined || first.id === one.id || !isAsked(one) ? '' : `(和 ${first.id} 一起定)`;
}

function caseText({ case: one, joined, events, timezone }: Of<'case'>): string {
  const lines = events.map((event) => `${shownTime(event.at, timezone)} ${eventName(event)}`);
  return [caseLine(one, timezone), ...lines, ...joinedLines(joined), `依据:/为什么 ${one.id}`].join('\n');
}

function joinedLines(joined: readonly Case[]): readonly string[] {
  if (joined.length === 0) return [];
  const shown = joined.slice(0, 10).map(({ id, category }) => `编号 ${id}(${categoryName(category)})`);
  return [`和它一起定的:${shown.join('、')}${joined.length > 10 ? `等${joined.length}件` : ''}`];
}

export const EVENT_NAMES: Readonly<Record<CaseEvent['kind'], string>> = {
  opened: '立案',
  reopened: '没能自动办成,请群主定夺',
  confirmed: '群主或管理员确认',
  rejected: '群主或管理员放过',
  overturned: '撤销',
  withdrawn: '本人及时撤回,不记过',
  closed: '办结',
  appealed: '本人申诉',
  'appeal-refused': '申诉看过,维持',
};

function eventName(event: CaseEvent): string {
  return event.reason === ''
    ? EVENT_NAMES[event.kind]
    : `${EVENT_NAMES[event.kind]}(${nameOf(event.reason)})`;
}

function whyText(why: WhyView): string {
  const one = why.case;
  return [
    `编号 ${one.id}:${nameOf(one.memberName)},${categoryName(one.category)},把握${Math.min(99, Math.round(one.score * 100))}%`,
    ...one.findings.map(findingLine),
    stepLine(one),
    ...joinedLines(why.joined),
    ...why.actions.map((action) => `动作 ${action.kind}:${action.state}`),
    ...whyNotLines(why.silent),
    ...why.events.map((event) => `${shownTime(event.at, why.timezone)} ${eventName(event)}`),
  ].join('\n');
}

const MOST_WORDS = 5;

/** The first place of each word. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((one, index) => evidence.findIndex((other) => other.text === one.text) === index);
}

/** The masked words with their place; of a secret, or when the words were let go of, the place alone. */
function placeText(evidence: Evidence): string {
  const { text, term, start } = evidence;
  const ground = groundText(evidence);
  if (ground !== null) return ground;
  if (term.startsWith('qr ')) return `二维码里的${text === '' ? '内容' : mask(text)}`;
  const place = `第${start + 1}字起`;
  if (text !== '') return `${mask(text)}(${place})`;
  return term.startsWith('sha256:') ? `${place}(涉密,文字没有保存)` : `${place}(文字已删去)`;
}

function findingLine(finding: Finding): string {
  if (finding.rule === 'impersonation') return likenessLine(finding);
  const seen = distinct(finding.evidence).slice(0, MOST_WORDS);
  const words = seen.map(placeText).join('、');
  const sure = finding.certainty === 'confirmed' ? '确定' : '疑似';
  const where = words === '' ? '' : `:${words}`;
  return `规则“${ruleName(finding.rule)}”:${categoryName(finding.category)},${sure}${where};依据 ${finding.clause}`;
}

function stepLine(one: Case): string {
  const exempt = one.exempt ? ',豁免人员只记录' : '';
  const observed = one.observed ? ',观察期不算数' : '';
  return `处置:${STEP_NAMES[one.step]},当时有效记过${one.strikes}次${exempt}${observed};状态:${statusName(one.status)}`;
}

function confirmedText({ case: one, follows, together }: Of<'confirmed'>): string {
  if (one.findings.some(({ rule }) => rule === 'admission'))
    return `好的,编号 ${one.id}:我去请他进群。平台不让我邀请的话,请您手动邀请 ${nameOf(one.memberName)}。`;
  const what = { removal: '正在移出', warning: '已提醒并记过', nothing: '已记录' }[follows];
  return `好的,编号 ${[one.id, ...together].join('、')} ${what}。若是误会:/撤销 ${one.id}`;
}

function overturnedText({
  case: one,
  strikes,
  removed,
  told,
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
  if (!removed) return [`编号 ${one.id} 已撤销${undone}${told ? ',会告诉本人' : ''}。`, ...after].join('\n');
  return [
    `编号 ${one.id} 已撤销${undone}。${nameOf(one.memberName)} 已不在群里,我联系不上,请您把下面这句转给他,并请他回来:`,
    `“之前把您移出群是误会,已经撤销,不留记录。欢迎随时回来,抱歉打扰。”`,
    ...after,
  ].join('\n');
}

function nextText(next: NextTime): string {
  return next.kind === 'exception'
    ? `要让“${mask(next.word)}”以后在本群都不算违规,请回 /好`
    : `这类常判错的话,可以先让“${ruleName(next.rule)}”只观察:/规则 ${ruleName(next.rule)} 观察`;
}
