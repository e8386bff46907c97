import type { NoticesTelling } from '../../model/telling/notices.js';
import { changesText, kindNames } from '../facts.js';
import { NOT_OFFICIAL } from '../notice.js';
import { nameOf, visibleLines } from '../mask.js';
import type { Texts } from '../texts.js';
import { lastDay, shownDay, shownTime } from '../when.js';

export const NOTICES_TELLINGS: Texts<NoticesTelling> = {
  'notice-published': ({ number, text, issuer, validUntil, timezone }) => {
    const until = validUntil === null ? '' : `,有效至${lastDay(validUntil, timezone)}`;
    return `【通知 ${number}】\n${visibleLines(text)}\n(${nameOf(issuer)}发布${until};核验:/核验 ${number})`;
  },
  'notice-recognised': ({ number, title, postedAt, timezone, level }) =>
    `已核实:${shownDay(postedAt, timezone)}发的《${nameOf(title)}》由${level === 'organisation' ? '总会' : '本群'}确认,编号 ${number},可用 /核验 ${number} 查看。`,
  'notice-recognised-author': ({ number, title, strikes }) =>
    `您发的《${nameOf(title)}》已认可,编号 ${number}。${strikes > 0 ? '之前的提醒不算数。' : ''}下次请先用 /投稿 交给我。`,
  'notice-not-official': ({ postedAt, timezone }) =>
    `已核实:${shownTime(postedAt, timezone)} 那条“通知”${NOT_OFFICIAL}`,
  'notice-withdrawn': ({ number, title }) =>
    `编号 ${number} 的通知《${nameOf(title)}》已撤回,请不要再按它办理。`,
  'notice-changed': ({ number, kinds }) =>
    `刚才那条和登记的通知 ${number} 不一样,${kindNames(kinds)}变了。请先不要转账、点链接,以登记的为准:/核验 ${number}`,
  'notice-changed-sender': ({ caseId, number, kinds }) =>
    `您刚才发的通知和登记的 ${number} 不一样,${kindNames(kinds)}变了,可能被人改过。请您撤回,并告诉我或群主是从哪里来的。这不算违规,编号 ${caseId}。`,
  'notice-changed-owner': (telling) => changedForOwner(telling),
  'submission-published': ({ caseId, number }) => `您的投稿(编号 ${caseId})已通过,通知编号 ${number}。谢谢。`,
  'submission-waits': ({ caseId, until, timezone }) =>
    `您的投稿(编号 ${caseId})已通过。今天的通知已经发满,${shownDay(until, timezone)}由我发布。`,
  'submission-rejected': ({ caseId, title, reason }) =>
    `您的投稿《${nameOf(title)}》(编号 ${caseId})这次没有采用${reason === '' ? '' : `:${nameOf(reason)}`}。改好后可以再投。`,
  'submission-lapsed': ({ caseId, title }) =>
    `您的投稿《${nameOf(title)}》(编号 ${caseId})还没有等到答复,先作罢了。请直接联系群主,或再投一次。`,
  'publisher-granted': ({ groupName, subjects, until, timezone }) => {
    const what = subjects.length === 0 ? '' : `,主题:${subjects.map(nameOf).join('、')}`;
    const end = until === null ? '' : `,到${lastDay(until, timezone)}为止`;
    return `您可以在“${nameOf(groupName)}”发布本群的通知了${what}${end}。总会名义的通知仍由总会发布。`;
  },
};

type ForOwner = Extract<NoticesTelling, { kind: 'notice-changed-owner' }>;

function changedForOwner({ caseId, number, groupName, name, changes, exempt }: ForOwner): string {
  const what = `“${nameOf(groupName)}”里 ${nameOf(name)} 发的通知和登记的 ${number} 不一样。${changesText(changes)}`;
  const done = exempt
    ? '我只告诉了本人和您。'
    : `我已在群里提醒先不要转账、点链接,也请本人撤回。看错了请回 /驳回 ${caseId}。`;
  return `请马上留意(编号 ${caseId}):${what}${done}`;
}
