import type { Answer } from '../model/answer.js';
import { isActive, type Strike } from '../model/strike.js';
import { nameOf } from './mask.js';
import { shownDay } from './when.js';

/** Answers about members. */
export type MemberAnswer = Extract<
  Answer,
  {
    kind:
      | 'no-member'
      | 'which-member'
      | 'near-member'
      | 'strikes'
      | 'warned'
      | 'confirm-removal'
      | 'bad-code'
      | 'removing'
      | 'protected'
      | 'brake'
      | 'cannot-remove';
  }
>;

export function memberAnswerText(answer: MemberAnswer): string {
  switch (answer.kind) {
    case 'no-member':
      return answer.typed === ''
        ? '请说是哪一位:@本人,或写全名片。'
        : `群里没有找到“${nameOf(answer.typed)}”。请@本人,或写全名片。`;
    case 'which-member':
      return `群里有${answer.options.length}位 ${nameOf(answer.typed)}:${optionsText(answer.options)}。请回序号。`;
    case 'near-member':
      return `群里没有找到“${nameOf(answer.typed)}”。您说的是不是:${optionsText(answer.options)}?是的话请回序号。`;
    case 'strikes':
      return strikesText(answer);
    case 'warned':
      return warnedText(answer);
    case 'confirm-removal':
      return `要移出 ${nameOf(answer.member.name)} 吗?确定请在${answer.seconds}秒内回 /确认 ${answer.code}`;
    case 'bad-code':
      return '这个确认码不对,或已经过期。请把刚才的命令再发一次。';
    case 'removing':
      return `好的,正在移出 ${nameOf(answer.member.name)},编号 ${answer.caseId}。若是误会:/撤销 ${answer.caseId}`;
    case 'protected':
      return `${nameOf(answer.member.name)} 是群主、管理员、工作人员或我自己,不能移出,也不记过。`;
    case 'brake':
      return brakeText(answer);
    case 'cannot-remove':
      return '我在这个群没有管理权限,移不了人。请长按对方的头像→移出群聊;完成后我会看到并记下。';
  }
}

function optionsText(options: readonly string[]): string {
  return options.map((option, index) => `${index + 1}) ${nameOf(option)}`).join(' ');
}

function warnedText({ member, caseId, strikes, reached }: Extract<Answer, { kind: 'warned' }>): string {
  const name = nameOf(member.name);
  const next = reached === 'removal' ? `按群规可以请对方离群了:/移出 ${name}。` : '';
  return `已提醒 ${name},编号 ${caseId},现在有${strikes}次记过。${next}若是误会:/撤销 ${caseId}`;
}

function brakeText({ limit, span }: Extract<Answer, { kind: 'brake' }>): string {
  const [since, later] = span === 'day' ? ['今天', '明天'] : ['一小时里', '过一小时'];
  return `${since}已经移出${limit}人,到了上限。为防误操作,请${later}再继续;急用请校友会(组织)的工作人员发 /设置 移出上限 解除`;
}

function strikesText(answer: Extract<Answer, { kind: 'strikes' }>): string {
  const name = nameOf(answer.member.name);
  const together = answer.shared ? '(本组织各群合计)' : '';
  if (answer.strikes.length === 0) return `${name} 没有记过${together}。`;
  const lines = answer.strikes.slice(-10).map((strike) => {
    const other = answer.elsewhere.find(({ groupId }) => groupId === strike.groupId);
    const where = other === undefined ? '' : `,在“${nameOf(other.name)}”`;
    return `${strikeLine(strike, answer.now, answer.timezone)}${where}`;
  });
  return [`${name}:有效${answer.active}次,累计${answer.strikes.length}次${together}`, ...lines].join('\n');
}

function strikeLine(strike: Strike, now: number, timezone: string): string {
  const state = strikeState(strike, now, timezone);
  return `编号 ${strike.caseId},${shownDay(strike.at, timezone)},${state}`;
}

function strikeState(strike: Strike, now: number, timezone: string): string {
  if (strike.reversedAt !== null) return '已撤销';
  if (strike.observed) return '观察期记录,不计';
  if (strike.undecided) return '等群主定夺,还不计';
  if (!isActive(strike, now)) return '已到期';
  return strike.expiresAt === null ? '有效' : `有效至${shownDay(strike.expiresAt, timezone)}`;
}
