import type { Missing, NoticesAnswer, NoticeView } from '../../model/answer/notices.js';
import { isInForce } from '../../model/register.js';
import type { NoticeStep, NoticeStepKind } from '../../model/notice.js';
import { changesText, factsText } from '../facts.js';
import { nameOf } from '../mask.js';
import { categoryName } from '../names.js';
import type { Texts } from '../texts.js';
import { standingName } from '../register.js';
import { lastDay, shownDay, shownTime } from '../when.js';

type Of<Kind extends NoticesAnswer['kind']> = Extract<NoticesAnswer, { kind: Kind }>;

export const NOTICES_ANSWERS: Texts<NoticesAnswer> = {
  authorised: ({ member, subjects, until, timezone }) => {
    const what = subjects.length === 0 ? '主题不限' : `主题:${subjects.map(nameOf).join('、')}`;
    const end = until === null ? '长期' : `到${lastDay(until, timezone)}(含)`;
    return `已授权 ${nameOf(member.name)} 发布本群的通知,${what},${end}。收回:/取消授权 @${nameOf(member.name)}`;
  },
  revoked: ({ member, had }) =>
    had ? `已收回 ${nameOf(member.name)} 发布通知的授权。` : `${nameOf(member.name)} 没有发布通知的授权。`,
  'unknown-subject': ({ typed, known }) =>
    `没有主题“${nameOf(typed)}”。可用:${known.join('、')};不写就是不限。日期这样写:至 2026-12-31`,
  'past-day': ({ typed }) => `日期“${nameOf(typed)}”读不懂,或已经过去。请写成 至 2026-12-31`,
  recognised: ({ caseId, number, strikes }) =>
    `好的,编号 ${caseId} 是官方通知,登记为 ${number},我会告诉大家${strikes > 0 ? ',记过已取消' : ''}。要收回:/撤销 ${caseId}`,
  'no-notice': ({ case: one, why }) => NOT_RECOGNISED[why].replaceAll('{}', String(one.id)),
  'notice-taken-back': ({ caseId, number }) =>
    number === null
      ? `编号 ${caseId} 的通知不再发布。`
      : `编号 ${caseId} 的通知 ${number} 已撤回,我会告诉大家。`,
  verified: ({ verdict, notice }) => verifiedText(verdict, notice),
  'verified-changed': ({ notice, changes }) =>
    `这份和登记的不一样。${changesText(changes)}请以 ${notice.number} 为准(${detail(notice)}),先不要转账、点链接。`,
  'verified-unknown': unknownText,
  'verified-group': ({ name, standing, since, timezone }) => {
    if (standing === null)
      return `没有登记过名叫“${nameOf(name)}”的群。请先别在里面交钱、填表,可以问校友会(组织)或群主。`;
    return isInForce(standing)
      ? `“${nameOf(name)}”是登记过的群,状态:${standingName(standing)},${shownDay(since, timezone)}起。`
      : `“${nameOf(name)}”登记过,但${shownDay(since, timezone)}起是“${standingName(standing)}”,现在不能代表校友会(组织)发通知。`;
  },
  'draft-kept': ({ missing }) =>
    `内容收到了,还缺${missing.map((one) => MISSING[one]).join('和')}。请再回一条,例如:/投稿 来源:校友会秘书处 有效至:12月31日(长期有效就写 长期)`,
  submitted: ({ caseId, asked, answerBy, timezone }) =>
    `收到,编号 ${caseId}。已请${asked}位负责人审核,${shownTime(answerBy, timezone)} 前没有答复我会再问。通过后由我发布,请先不要自己发。`,
  'nobody-approves': ({ level }) =>
    level === 'organisation'
      ? '这条是总会名义的通知,只能由总会工作人员发布,我这里找不到他们。请直接联系总会。'
      : '我找不到可以审核的人(看不到群主和管理员)。请直接联系群主。',
  'submission-approved': ({ caseId, left }) => `好的,编号 ${caseId} 您已同意,还差${left}位。`,
  'approved-before': ({ caseId }) => `编号 ${caseId} 您已经同意过了,还差别人的一票。`,
  'own-submission': ({ caseId }) => `编号 ${caseId} 是您自己的投稿,请另一位负责人来定。`,
  publishing: ({ caseId, number }) =>
    `好的,编号 ${caseId} 已通过,由我发布,通知编号 ${number}。要收回:/撤销 ${caseId}`,
  'publishing-later': ({ caseId, from, perDay, timezone }) =>
    `好的,编号 ${caseId} 已通过。今天已发满${perDay}条,${shownDay(from, timezone)}由我发布。要收回:/撤销 ${caseId}`,
  'submission-turned-down': ({ caseId }) => `好的,编号 ${caseId} 不发布,我会告诉作者。`,
  'submission-steps': ({ caseId, title, steps, timezone }) =>
    [`投稿 ${caseId}《${nameOf(title)}》:`, ...steps.map((step) => stepLine(step, timezone))].join('\n'),
};

const NOT_RECOGNISED: Readonly<Record<'other' | 'copy' | 'forgotten' | 'official', string>> = {
  other: '编号 {} 不是通知,不能认可。看经过:/为什么 {}',
  copy: '编号 {} 改动了已登记的通知,不能认可。要发新的内容,请用 /投稿。',
  forgotten: '编号 {} 的原文已按期删去,不能登记了。请用 /投稿 重新发布。',
  official: '编号 {} 已经认可过了。',
};

const MISSING: Readonly<Record<Missing, string>> = { source: '来源', validity: '有效期' };

function unknownText({ number, looks }: Of<'verified-unknown'>): string {
  if (number !== null) return `没有编号 ${number} 的通知。请先不要按它缴费或填表,可以问群主。`;
  if (looks !== null)
    return `没有登记过这样的通知,内容还像是${categoryName(looks)}。请别照它转账、加人或点链接;在群里见到的,请引用那条发 /举报。`;
  return '没有登记过这样的通知。没登记不等于假,请先不要按它缴费或填表,可以问群主,或发 /举报 说明。';
}

function verifiedText(verdict: 'genuine' | 'expired' | 'withdrawn', notice: NoticeView): string {
  switch (verdict) {
    case 'genuine':
      return `属实:${notice.number}《${nameOf(notice.title)}》,${detail(notice)}。${points(notice)}`;
    case 'expired':
      return `${notice.number}《${nameOf(notice.title)}》曾是正式通知,已经过期(${detail(notice)})。请不要再按它办理。`;
    case 'withdrawn':
      return `${notice.number}《${nameOf(notice.title)}》已经撤回。请不要再按它办理。`;
  }
}

function points({ facts }: NoticeView): string {
  const shown = factsText(facts);
  return shown === '' ? '' : `要点:${shown}。`;
}

function detail({ level, groupName, publishedAt, subject, validUntil, timezone }: NoticeView): string {
  const by = level === 'organisation' ? '总会' : `“${nameOf(groupName)}”`;
  const until = validUntil === null ? '' : `,有效至${lastDay(validUntil, timezone)}`;
  return `${by}${shownDay(publishedAt, timezone)}发布,主题 ${nameOf(subject)}${until}`;
}

const STEP_NAMES: Readonly<Record<NoticeStepKind, string>> = {
  posted: '发布(有权发布的人)',
  claimed: '未经授权发出',
  drafted: '草稿',
  submitted: '投稿',
  asked: '请审核',
  'asked-again': '再次请审核',
  'deputy-asked': '请代审人审核',
  approved: '同意',
  published: '由我发布',
  recognised: '事后认可',
  rejected: '不采用',
  lapsed: '没有答复,作罢',
  withdrawn: '撤回',
};

function stepLine({ at, kind, actor, about }: NoticeStep, timezone: string): string {
  const who = actor === 'bot' ? '' : ` ${nameOf(actor)}`;
  const whom = about === '' ? '' : ` ${nameOf(about)}`;
  return `${shownTime(at, timezone)} ${STEP_NAMES[kind]}${who}${whom}`;
}
