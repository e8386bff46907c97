import type { Activity } from '../model/activity.js';
import { nameOf, visible } from './mask.js';
import { shownTime } from './when.js';

function titled({ id, title }: Activity): string {
  return `活动 ${id}“${shown(title, 40)}”`;
}

/** What somebody wrote about an activity: visible and bounded. */
function shown(text: string, most: number): string {
  return [...visible(text)].slice(0, most).join('');
}

const STATES: Readonly<Record<Activity['status'], string>> = {
  applied: '等批准',
  approved: '已批准',
  declined: '没有批准',
  summarised: '已总结',
};

function activityLine(activity: Activity, timezone: string): string {
  const { applicantName, endsAt, status } = activity;
  return `${titled(activity)},${nameOf(applicantName)} 申请,${shownTime(endsAt, timezone)} 结束,${STATES[status]}`;
}

export function activitiesText(activities: readonly Activity[], timezone: string): string {
  if (activities.length === 0) return '没有进行中的活动。申请:/活动 申请 名称 日期';
  return activities
    .slice(0, 10)
    .map((one) => activityLine(one, timezone))
    .join('\n');
}

/** The answer to whoever moved it on. */
export function activityAnswer(activity: Activity, timezone: string): string {
  switch (activity.status) {
    case 'applied':
      return `收到,${titled(activity)}已交给群主或管理员,批准后我告诉您。结束时间:${shownTime(activity.endsAt, timezone)}。`;
    case 'approved':
      return `好的,${titled(activity)}已批准,我会告诉申请人,结束后请申请人交总结。`;
    case 'declined':
      return `好的,${titled(activity)}没有批准,我会告诉申请人。`;
    case 'summarised':
      return `收到${titled(activity)}的总结,谢谢。`;
  }
}

export function appliedText(activity: Activity, timezone: string): string {
  return `${activityLine(activity, timezone)}。同意请回 /活动 批准 ${activity.id},不同意请回 /活动 不批 ${activity.id}。`;
}

export function movedText(activity: Activity, timezone: string): string {
  if (activity.status === 'summarised') return `${titled(activity)}的总结:${shown(activity.summary, 300)}`;
  if (activity.status === 'declined') return `您申请的${titled(activity)}这次没有批准,详情可以问群主。`;
  return `您申请的${titled(activity)}已批准,${shownTime(activity.endsAt, timezone)} 结束后,请用 /活动 总结 ${activity.id} 内容 交一份总结。`;
}

export function dueText(activity: Activity, again: boolean): string {
  return `${titled(activity)}已经结束${again ? ',总结还没有收到' : ''},方便时请发 /活动 总结 ${activity.id} 内容,几句话就好。`;
}

export function overdueText(activity: Activity, timezone: string): string {
  return `${activityLine(activity, timezone)},总结提醒过三次,还没有收到。`;
}
