import type { ConductAnswer } from '../../model/answers/conduct.js';
import { activitiesText, activityAnswer } from '../activity.js';
import { incidentText } from '../incident.js';
import type { Texts } from '../texts.js';

export const CONDUCT_ANSWERS: Texts<ConductAnswer> = {
  incidents: ({ incidents, timezone }) =>
    incidents.length === 0
      ? '现在没有正在发生的事件。'
      : incidents.map((incident) => incidentText(incident, timezone)).join('\n'),
  activities: ({ activities, timezone }) => activitiesText(activities, timezone),
  activity: ({ activity, timezone }) => activityAnswer(activity, timezone),
  domains: ({ domains, changed }) => domainsText(domains, changed),
  'incident-closed': ({ id }) => `好的,事件 ${id} 已结束,我恢复逐条提醒。`,
};

function domainsText(domains: readonly string[], changed: string | null): string {
  const list =
    domains.length === 0
      ? '没有放行任何域名。'
      : `放行的域名(含子域名)${domains.length}个:${domains.join('、')}。`;
  if (changed !== null) return `${domains.includes(changed) ? '已加上' : '已去掉'} ${changed}。${list}`;
  return `${list}增减:/域名 加 example.edu.cn`;
}
