import type { Answer, StatusView } from '../model/answer.js';
import { CONDUCT_ANSWERS } from './answers/conduct.js';
import { CONTROL_ANSWERS } from './answers/control.js';
import { DESK_ANSWERS } from './answers/desk.js';
import { PEOPLE_ANSWERS } from './answers/people.js';
import { REGISTER_ANSWERS } from './answers/register.js';
import { caseAnswerText } from './case-answer.js';
import { digestText } from './digest.js';
import { NOTICES_ANSWERS } from './answers/notices.js';
import { nameOf } from './mask.js';
import { memberAnswerText } from './member-answer.js';
import { GROUP_RULES, roleName } from './names.js';
import { myDataText, privacyText } from './privacy.js';
import { textIn, type Texts } from './texts.js';

/** One line a kind; a field of its own (`answers/<field>.ts`) is spread in. */
const TEXTS: Texts<Answer> = {
  ...CONDUCT_ANSWERS,
  ...DESK_ANSWERS,
  ...CONTROL_ANSWERS,
  ...NOTICES_ANSWERS,
  ...PEOPLE_ANSWERS,
  'unknown-command': ({ typed, nearest }) => unknownText(typed, nearest),
  refused: ({ least }) => `这个命令只有${roleName(least)}能用。有情况可以用 /举报 告诉群主。`,
  usage: ({ usage }) => `请这样写:${usage}`,
  help: ({ entries }) =>
    ['您在这里可以用:', ...entries.map((entry) => `${entry.usage} ${entry.summary}`)].join('\n'),
  status: ({ status }) => statusText(status),
  groups: ({ groups, chosen }) =>
    groups.length === 0 ? '您还没有负责的群。' : groupsText('您负责的群:', groups, chosen),
  'choose-group': ({ groups }) => groupsText('您负责几个群,请先选一个,比如 /群 1:', groups, null),
  'no-group': () => '我还不知道您说的是哪个群。请在群里用这个命令。',
  mode: ({ mode, changed }) => modeText(mode, changed),
  'no-member': memberAnswerText,
  'which-member': memberAnswerText,
  strikes: memberAnswerText,
  warned: memberAnswerText,
  'confirm-removal': memberAnswerText,
  'bad-code': memberAnswerText,
  removing: memberAnswerText,
  protected: memberAnswerText,
  brake: memberAnswerText,
  'cannot-remove': memberAnswerText,
  'seen-gone': caseAnswerText,
  'no-case': caseAnswerText,
  case: caseAnswerText,
  cases: caseAnswerText,
  why: caseAnswerText,
  'already-answered': caseAnswerText,
  'not-asked': caseAnswerText,
  confirmed: caseAnswerText,
  rejected: caseAnswerText,
  overturned: caseAnswerText,
  rules: ({ groupName, format, example }) => rulesText(groupName, format, example),
  privacy: privacyText,
  'my-data': myDataText,
  digest: ({ totals }) => digestText(totals),
  ...REGISTER_ANSWERS,
};

/** The sentence that answers a command. */
export function answerText(answer: Answer): string {
  return textIn(TEXTS, answer);
}

function unknownText(typed: string, nearest: string | null): string {
  if (typed === '') return '请在斜杠后面写上命令。看全部:/帮助';
  const guess = nearest === null ? '' : `您是不是想用 /${nearest}?`;
  return `没有“/${nameOf(typed)}”这个命令。${guess}看全部:/帮助`;
}

function statusText(status: StatusView): string {
  const mode = status.mode === 'observe' ? '观察(只记录,不处理)' : '执行';
  const removal = { ask: '先问您', auto: '自动', never: '不移出' }[status.removal];
  return [
    `“${nameOf(status.groupName)}”:模式 ${mode},移出 ${removal}`,
    `权限:${status.canRemove ? '能移出成员' : '不能移出成员,需要时请您动手'};${status.ownerKnown ? '知道群主是谁' : '看不到群主'}`,
    `待定案件 ${status.openCases},待发动作 ${status.waiting},待改名片 ${status.cards}`,
    ...status.warnings,
  ].join('\n');
}

function groupsText(
  title: string,
  groups: readonly { readonly name: string }[],
  chosen: number | null,
): string {
  const lines = groups.map(
    (group, index) => `${index + 1}) ${nameOf(group.name)}${chosen === index ? '(当前)' : ''}`,
  );
  return [title, ...lines].join('\n');
}

function modeText(mode: 'observe' | 'enforce', changed: boolean): string {
  const what = mode === 'observe' ? '观察:我只记录,不提醒也不移出' : '执行:我会按群规提醒,移出前按您的设置';
  return `${changed ? '已改为' : '现在是'}${what}。${mode === 'observe' ? '执行请发 /模式 执行' : '暂停请发 /模式 观察'}`;
}

function rulesText(groupName: string, format: string | null, example: string): string {
  const rules = GROUP_RULES.map((rule, index) => `${index + 1}. ${rule.text}`);
  const card = format === null ? [] : [`名片格式:${format},比如 ${example}`];
  return [
    `“${nameOf(groupName)}”群规:`,
    ...rules,
    ...card,
    '先提醒,再提醒,屡次才请离群;不同意见和批评不算违规。',
  ].join('\n');
}
