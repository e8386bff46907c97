import type { ConductAnswer } from '../../model/answers/conduct.js';
import { incidentText } from '../incident.js';
import type { Texts } from '../texts.js';

export const CONDUCT_ANSWERS: Texts<ConductAnswer> = {
  incidents: ({ incidents, timezone }) =>
    incidents.length === 0
      ? '现在没有正在发生的事件。'
      : incidents.map((incident) => incidentText(incident, timezone)).join('\n'),
  'incident-closed': ({ id }) => `好的,事件 ${id} 已结束,我恢复逐条提醒。`,
};
