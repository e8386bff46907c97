import type { DeskAnswer } from '../../model/answers/desk.js';
import { nameOf } from '../mask.js';
import { presetName } from '../names.js';
import type { Texts } from '../texts.js';
import { shownDay } from '../when.js';

type Of<Kind extends DeskAnswer['kind']> = Extract<DeskAnswer, { kind: Kind }>;

export const DESK_ANSWERS: Texts<DeskAnswer> = {
  'complaint-taken': ({ caseId, joined }) =>
    `收到,编号 ${caseId}。${joined ? '这件事已有人反映,我把您的并进去了。' : ''}有结果我私下告诉您,不会在群里提到您。`,
  'complaint-limit': ({ most }) => `您今天已经反映了${most}件,请等有了结果再说。很急的事请直接联系群主。`,
  'complaint-nowhere': () => '这件事涉及群主或管理员,本群没有上级工作人员可以处理。请用微信的投诉入口反映。',
  'complaint-self': () => '不能举报自己。发错了的消息,两分钟内可以自己撤回。',
  'appeal-taken': ({ caseId }) => `收到您对编号 ${caseId} 的申诉,我请人重新看一遍,有结果私下告诉您。`,
  'appeal-refused': refusedText,
  'in-appeal': ({ caseId }) =>
    `编号 ${caseId} 正在申诉:撤销原来的处理请回 /撤销 ${caseId},维持请回 /驳回 ${caseId}。`,
  'appeal-kept': ({ caseId }) => `好的,编号 ${caseId} 维持原来的处理,我会告诉本人。`,
  'other-decides': ({ caseId }) => `编号 ${caseId} 是您处理的,申诉请由另一位负责人来看。我已经告诉他们。`,
  claimed: claimedText,
  'done-by-other': ({ caseId, member, what }) =>
    `${nameOf(member.name)} 的事,编号 ${caseId} 刚由另一位负责人${what === 'removal' ? '移出' : '提醒'}过,我没有再做一次。看经过:/案件 ${caseId}`,
  exempted: ({ member, until, timezone }) =>
    `${nameOf(member.name)} 的消息从现在起只记录、不处理${until === null ? '' : `,到${shownDay(until, timezone)}为止`}。取消:/豁免 ${nameOf(member.name)} 取消`,
  'settled-in': ({ groupName, preset }) =>
    `好的,“${nameOf(groupName)}”按${presetName(preset)}来。我先观察一周,想早点开始就发 /模式 执行`,
  'exemption-over': ({ member }) => `${nameOf(member.name)} 不再豁免。`,
};

function refusedText({ caseId, why }: Of<'appeal-refused'>): string {
  switch (why) {
    case 'not-yours':
      return '只能为自己的案件申诉。看自己的:/案件';
    case 'nothing-done':
      return `编号 ${caseId} 没有对您做什么处理,不用申诉。`;
    case 'open':
      return `编号 ${caseId} 的申诉已经在看了,有结果我私下告诉您。`;
    case 'often':
      return `编号 ${caseId} 已经申诉过两次。还有意见请联系群主或校友会。`;
    case 'late':
      return `编号 ${caseId} 过了三十天,不能再申诉。还有意见请联系群主或校友会。`;
    case 'decided-by-higher':
      return `编号 ${caseId} 没有人可以再看一遍。还有意见请用微信的投诉入口反映。`;
  }
}

function claimedText({ case: one, by }: Of<'claimed'>): string {
  return by === 'you'
    ? `编号 ${one.id} 由您处理了。看经过:/案件 ${one.id}`
    : `编号 ${one.id} 已经有另一位在处理。`;
}
