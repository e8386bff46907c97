import type { Alert, NoticeAdvice, Request } from '../model/action.js';
import type { NoRight } from '../policy/authority.js';
import { SAFETY_RULE } from '../rules/notice.js';
import { mask, nameOf, visibleLines } from './mask.js';
import { lastDay, shownTime } from './when.js';

/** What made a post look official offends nobody: its opening is shown as it stands, so that the owner knows which post is meant. */
export function excerpt(terms: readonly string[]): string {
  return terms
    .slice(0, 1)
    .map((term) => `“${nameOf(term.replaceAll(/\d{6,}/gu, mask))}”`)
    .join('');
}

/** What is said once a person has looked: calmly, and about the message alone. */
export const NOT_OFFICIAL = '不是官方通知,请不要按它缴费或填表。';

/** How the owner answers whether a notice is genuine. `/认可` is the yes; the other two say what they do. */
export function noticeAnswers({ about, leadsTo }: Request): string {
  const { caseId, rule } = about;
  const yes = `是官方通知请回 /认可 ${caseId}(登记编号,告诉大家)`;
  if (rule === SAFETY_RULE) return `它像是安全提醒,我在群里什么也没说。${yes},不用管请回 /驳回 ${caseId}。`;
  if (leadsTo === 'none')
    return `我已在群里说明尚未核实。${yes},不是请回 /确认 ${caseId},不必追究请回 /驳回 ${caseId}。`;
  return `我拿不准,在群里什么也没说。${yes},不该由这位发请回 /确认 ${caseId}(提醒发布人),不算通知请回 /驳回 ${caseId}。`;
}

const WHY_NOT: Readonly<Record<NoRight, string>> = {
  none: '您刚才发的像是一条官方通知。本群的通知由群主、管理员或授权的人发布(群规第9条)',
  expired: '您刚才发的像是一条官方通知,您的发布授权已经到期',
  subject: '您刚才发的像是一条官方通知,主题不在您的授权里',
  organisation: '您刚才发的像是一条总会名义的通知。总会的通知由总会工作人员发布(群规第9条)',
};

/** To the organisation's staff, about a notice of somebody exempt: only they put it before the group. */
export function noticeAlert({ about }: Alert): string {
  return `我在群里什么也没说。是官方通知请回 /认可 ${about.caseId},由我告诉大家。`;
}

/** Why it was not the author's to give, and the way that is open to everybody. */
export function noticeAdviceText({ about, noRight }: NoticeAdvice): string {
  const { caseId } = about;
  const back =
    noRight === 'organisation' ? `有误会请告诉总会工作人员,编号 ${caseId}。` : `有误会请回:申诉 ${caseId}`;
  return `${WHY_NOT[noRight]}。要发布请把内容发给我:/投稿 加内容、来源和有效期,审核后由我编号发布。${back}`;
}

const MOST_LETTERS = 600;
const ROUNDS = { first: '', again: '(再问一次)', deputy: '(群主还没有答复,请您代为审核)' } as const;

/** A submission before those who approve it: the whole text, for they answer for every word. */
export function submissionText({ about, submission, groupName }: Request): string {
  const { caseId } = about;
  if (submission === undefined) return `请您审核投稿,编号 ${caseId}。`;
  const { author, text, source, validUntil, round, answerBy, approvals, timezone } = submission;
  const letters = [...visibleLines(text)];
  const shown =
    letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join('');
  const until = validUntil === null ? '长期' : `至${lastDay(validUntil, timezone)}`;
  const votes = approvals.needed > 1 ? `要${approvals.needed}位同意,已有${approvals.given}位。` : '';
  return [
    `请您审核投稿${ROUNDS[round]}(编号 ${caseId}):${nameOf(author.name)} 想在“${nameOf(groupName)}”发布通知。`,
    shown,
    `来源:${nameOf(source)};有效期:${until}。${votes}`,
    `同意请回 /认可 ${caseId},由我编号发布;不发请回 /驳回 ${caseId} 加理由。请在 ${shownTime(answerBy, timezone)} 前答复。`,
  ].join('\n');
}
