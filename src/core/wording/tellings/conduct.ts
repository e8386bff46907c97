import { appliedText, dueText, movedText, overdueText } from '../activity.js';
import { nameOf } from '../mask.js';
import { incidentKind, scopeText } from '../incident.js';
import { shownTime } from '../when.js';
import type { ConductTelling, FloodReason, OffTopicWhat } from '../../model/telling/conduct.js';
import type { Texts } from '../texts.js';

const SLOW_DOWN: Readonly<Record<FloodReason, string>> = {
  burst: '消息发得有点密,大家快看不过来了,合成一两条再发就好',
  repeat: '同样的内容已经看到了,不用重复发',
  mentions: '一次@了很多人,没有急事请少@几位,要紧的事可以请群主发公告',
  'system-line': '刚才那条和系统提示长得一样,容易误会,请别这样发',
  crash: '刚才那条太长,或夹着大量看不见的字符,有的手机会卡住,请撤回',
};

const WORK_ONLY: Readonly<Record<OffTopicWhat, string>> = {
  links: '本群只谈工作,这个链接请发到别处;工作要用的网站,群主可以用 /域名 放行',
  articles: '本群只谈工作,文章请转到别的群',
  images: '本群只谈工作,图片请发到别处',
  chatter: '本群只谈工作,闲聊请到别的群',
};

export const CONDUCT_TELLINGS: Texts<ConductTelling> = {
  'slow-down': ({ reason, caseId }) => `${SLOW_DOWN[reason]}。只是提个醒,不记过(编号 ${caseId})。`,
  'rest-hours': ({ hours, caseId }) =>
    `本群 ${hours} 是休息时间,不急的事请留到白天说。只是提个醒,不记过(编号 ${caseId})。`,
  'off-work': ({ hours, caseId }) =>
    `本群的工作时间是 ${hours},其余时间不急的事请少发几条。只是提个醒,不记过(编号 ${caseId})。`,
  pausing: ({ caseId }) => `大家正在暂停讨论,请稍等一会儿再说。只是提个醒,不记过(编号 ${caseId})。`,
  'work-only': ({ what, caseId }) => `${WORK_ONLY[what]}。只是提个醒,不记过(编号 ${caseId})。`,
  incident: incidentTold,
  'activity-applied': ({ activity, timezone }) => appliedText(activity, timezone),
  'activity-overdue': ({ activity, timezone }) => overdueText(activity, timezone),
  'activity-moved': ({ activity, timezone }) => movedText(activity, timezone),
  'activity-due': ({ activity, again }) => dueText(activity, again),
  guidance: ({ incident }) =>
    incident === 'unsafe-link'
      ? '刚才有人集中发可能不安全的链接,请大家先别点开、别填账号密码,管理员正在处理。'
      : '刚才有人集中发广告,请大家先别点链接、别扫码、别加陌生人,管理员正在处理。',
  danger: ({ recalled, caseId }) =>
    recalled
      ? `刚才有一条链接或文件可能不安全,我已撤回。已经点开的,请别填账号密码(编号 ${caseId})。`
      : `刚才那条链接或文件可能不安全,大家请先别点开,也请您自己撤回;如果不是您本人发的,账号可能被盗,请尽快改密码(编号 ${caseId})。`,
};

function incidentTold({
  incident,
  groupName,
  timezone,
}: Extract<ConductTelling, { kind: 'incident' }>): string {
  const { id, kind, openedAt, closedAt } = incident;
  const head = `“${nameOf(groupName)}”${shownTime(openedAt, timezone)} 起${incidentKind(kind)}:${scopeText(incident)}`;
  return closedAt === null
    ? `请留意(事件 ${id}):${head}。我照群规记录,先不逐条提醒。经过:/事件 ${id};平息了请回 /事件 关闭 ${id}。`
    : `事件 ${id} 已平息。${head}。等您定夺的:/案件;经过:/事件 ${id}。`;
}
