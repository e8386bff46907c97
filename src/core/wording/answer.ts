import type { Answer } from '../model/answer.js';
import { CODES_ANSWERS } from './answers/codes.js';
import { CONDUCT_ANSWERS } from './answers/conduct.js';
import { CONTROL_ANSWERS } from './answers/control.js';
import { DESK_ANSWERS } from './answers/desk.js';
import { OWN_CASE_ANSWERS } from './answers/own-case.js';
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
import { isGreeting } from '../command/recognise.js';
import { severalText } from './several.js';
import { textIn, type Texts } from './texts.js';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** One line a kind; a field of its own (`answers/<field>.ts`) is spread in. */
const TEXTS: Texts<Answer> = {
  ...CODES_ANSWERS,
  ...CONDUCT_ANSWERS,
  ...DESK_ANSWERS,
  ...OWN_CASE_ANSWERS,
  ...CONTROL_ANSWERS,
  ...NOTICES_ANSWERS,
  ...PEOPLE_ANSWERS,
  'unknown-command': unknownText,
  several: ({ answers }) => severalText(answers, answerText),
  'too-many-numbers': ({ most }) => `一次最多${most}件,请分几次发。`,
  'help-outside': () => HELP_OUTSIDE,
  refused: ({ least }) =>
    least === 'staff'
      ? `这个命令只有${roleName(least)}能用,请联系他们。`
      : `这个命令只有${roleName(least)}能用。有情况可以用 /举报 告诉群主。`,
  usage: ({ usage }) => `请这样写:${usage}`,
  help: ({ entries }) => helpText(entries),
  status: ({ status }) => statusText(status),
  groups: ({ groups, chosen }) =>
    groups.length === 0 ? '您还没有负责的群。' : groupsText('您负责的群:', groups, chosen),
  'choose-group': ({ groups }) => groupsText('您说的是哪个群?请回序号,之后都按这个群来:', groups, null),
  'no-group': () => '我还不知道您说的是哪个群。请在群里发这个命令,或先把我拉进群。我能做什么:/帮助',
  mode: ({ mode, changed }) => modeText(mode, changed),
  'no-member': memberAnswerText,
  'which-member': memberAnswerText,
  'near-member': memberAnswerText,
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

const HELP_OUTSIDE = [
  '您好,我是群管理助手:帮群主看广告、诈骗、未经核实的通知和实名名片,只存违规记录。',
  '要我管群:把我拉进群,最好再设为管理员,我会私聊群主说怎么用;群主没收到的话,请运行我的人给一次性的码,私聊我发 /认领 码。',
  '想进别的群:/入群;查通知或群的真假:/核验;我存什么:/隐私',
].join('\n');

const GREETED = '您好,我是群管理助手,只认命令。';

/** What was probably meant, or what is mostly wanted: nobody is left without a next step. */
function unknownText({ typed, nearest, usage, leads }: Of<'unknown-command'>): string {
  const usual = leads ? '常用:/案件 /状态 /周报;看全部:/帮助' : '常用:/核验 /举报 /群规;看全部:/帮助';
  if (isGreeting(typed)) return `${GREETED}${usual}`;
  if (typed === '') return `请在斜杠后面写上命令。${usual}`;
  if (nearest === null) return `没看懂“${nameOf(typed)}”,我只认命令。${usual}`;
  const how = usage === null || usage === `/${nearest}` ? '看全部:/帮助' : `这样写:${usage}`;
  return `没有“/${nameOf(typed)}”这个命令。您是不是想用 /${nearest}?${how}`;
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
