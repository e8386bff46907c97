import type { Incident, IncidentEntry, IncidentKind, IncidentMark } from '../model/incident.js';
import { shownClock, shownTime } from './when.js';

const KINDS: Readonly<Record<IncidentKind, string>> = {
  raid: '短时间多人入群',
  'mass-advertising': '集中发广告',
  'unsafe-link': '不安全的链接',
  'stolen-account': '账号可能被盗',
  'fee-scam': '冒名收费',
  'changed-notice': '通知被改动后转发',
};

const MARKS: Readonly<Record<IncidentMark, (count: number) => string>> = {
  joined: (count) => `入群${count}人`,
  left: (count) => `离开${count}人`,
  violations: (count) => `违规消息${count}条`,
  reviews: (count) => `可疑消息${count}条`,
  removals: (count) => `移出${count}人`,
  recalls: (count) => `撤回${count}条`,
};

export function incidentKind(kind: IncidentKind): string {
  return KINDS[kind];
}

/** 入群22人,违规消息8条,涉及25人 */
export function scopeText({ timeline, members }: Incident): string {
  const parts = timeline.map(({ mark, count }) => MARKS[mark](count));
  return [...parts, ...(members > 1 ? [`涉及${members}人`] : [])].join(',');
}

function entryText({ mark, count, from, to }: IncidentEntry, timezone: string): string {
  const first = shownClock(from, timezone);
  const last = shownClock(to, timezone);
  return `${first === last ? first : `${first}—${last}`} ${MARKS[mark](count)}`;
}

/** One incident with its timeline. */
export function incidentText(incident: Incident, timezone: string): string {
  const { id, kind, openedAt, closedAt, caseId } = incident;
  const state = closedAt === null ? '进行中' : `${shownTime(closedAt, timezone)} 结束`;
  const lines = incident.timeline.map((entry) => entryText(entry, timezone));
  return [
    `事件 ${id}:${KINDS[kind]},${shownTime(openedAt, timezone)} 起,${state}`,
    ...lines,
    ...(caseId === null ? [] : [`依据:/为什么 ${caseId}`]),
    ...(closedAt === null ? [`结束请回 /事件 关闭 ${id}`] : []),
  ].join('\n');
}
