import type { Answer } from '../model/answer.js';
import { textOf } from './register.js';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** `/隐私` in three lines: what is read, what is kept and who sees it, what one can do about it. */
export function privacyText({ staffed, evidenceDays, shared, contact }: Of<'privacy'>): string {
  const together = shared ? ',记过在本组织各群合计' : '';
  const above = staffed
    ? '群主和管理员自己的,由校友会(组织)的工作人员查看;备案表里的电话,只有群主和工作人员能看到。'
    : '';
  const complain = staffed
    ? '对记录有意见,请告诉群主或工作人员。'
    : '本群没有上级工作人员;对群主或管理员有意见,可以向微信的投诉入口反映。';
  const operator = contact === '' ? '' : `运行者的联系方式:${textOf(contact)};谁在运行:/关于`;
  return [
    '我会看群里的消息来发现广告、诈骗、假通知等,不保存聊天内容;官方通知会编号、留原文供大家核验(/核验)。',
    `只保存违规记录:时间、类别、命中的几个字和处置${together}。群主和管理员可以查看,办结${evidenceDays}天后删去文字,只留统计。${above}`,
    `看或删自己的:/我的数据。${complain}${operator}`,
  ].join('\n');
}

export function myDataText({ data, evidenceDays, erased }: Of<'my-data'>): string {
  const { cases, strikes, openCases, evidence, cardWatch } = data;
  if (cases === 0 && !cardWatch) return '我这里没有您的记录。您在群里的聊天我不保存。';
  const kept = [
    ...(cases === 0 ? [] : [`${cases}件案件(${openCases}件还没办结)`, `有效记过${strikes}次`]),
    ...(cardWatch ? ['名片待改的提醒'] : []),
  ];
  const done =
    erased === null ? [] : [`已删去${erased}件案件里的文字和您的名字;未办结的和记过次数要留到期满。`];
  const how = erased === null && evidence > 0 ? ['删去文字:/我的数据 删除'] : [];
  return [
    ...done,
    `关于您我存有:${kept.join(',')}。`,
    evidence === 0
      ? '聊天内容我不保存。'
      : `其中${evidence}件还留有命中的几个字,办结${evidenceDays}天后自动删去。聊天内容我不保存。`,
    ...how,
  ].join('\n');
}
