import type { Answer } from '../model/answer.js';
import { CONDUCT_ANSWERS } from './answers/conduct.js';
import { CONTROL_ANSWERS } from './answers/control.js';
import { DESK_ANSWERS } from './answers/desk.js';
import { PEOPLE_ANSWERS } from './answers/people.js';
import { REGISTER_ANSWERS } from './answers/register.js';
import { caseAnswerText } from './case-answer.js';
import { digestText } from './digest.js';
import { NOTICES_ANSWERS } from './answers/notices.js';
import { groupRulesText } from './group-rules.js';
import { helpText } from './help.js';
import { nameOf } from './mask.js';
import { memberAnswerText } from './member-answer.js';
import { roleName } from './names.js';
import { myDataText, privacyText } from './privacy.js';
import { statusText } from './status.js';
import { textIn, type Texts } from './texts.js';

/** One line a kind; a field of its own (`answers/<field>.ts`) is spread in. */
const TEXTS: Texts<Answer> = {
  ...CONDUCT_ANSWERS,
  ...DESK_ANSWERS,
  ...CONTROL_ANSWERS,
  ...NOTICES_ANSWERS,
  ...PEOPLE_ANSWERS,
  'unknown-command': ({ typed, nearest }) => unknownText(typed, nearest),
  refused: ({ least }) =>
    least === 'staff'
      ? `这个命令只有${roleName(least)}能用,请联系他们。`
      : `这个命令只有${roleName(least)}能用。有情况可以用 /举报 告诉群主。`,
  usage: ({ usage }) => `请这样写:${usage}`,
  help: ({ entries }) => helpText(entries),
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
  rules: groupRulesText,
  privacy: privacyText,
  'my-data': myDataText,
  digest: ({ totals }) => digestText(totals),
  ...REGISTER_ANSWERS,
};

/** The sentence that answers a command. */
export function answerText(answer: Answer): string {
  return textIn(TEXTS, answer);
}

const GREETING = /^(?:您好|你好|hi|hello|在吗|在么|早上好|早|谢谢|谢谢您)$/iu;

function unknownText(typed: string, nearest: string | null): string {
  if (GREETING.test(typed)) return '您好,我是群管理助手,只认命令。看您能用什么:/帮助';
  if (typed === '') return '请在斜杠后面写上命令。看全部:/帮助';
  const guess = nearest === null ? '' : `您是不是想用 /${nearest}?`;
  return `没有“/${nameOf(typed)}”这个命令。${guess}看全部:/帮助`;
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
