import type { ConductAnswer } from '../../../src/core/model/answers/conduct.js';
import type { Activity } from '../../../src/core/model/activity.js';
import { INCIDENT_KINDS, type Incident } from '../../../src/core/model/incident.js';
import type { ConductTelling } from '../../../src/core/model/telling/conduct.js';
import { NOW } from './model.js';

const timezone = 'Asia/Shanghai';

const RAID: Incident = {
  id: 3,
  groupId: 'g1',
  kind: 'raid',
  openedAt: NOW,
  lastAt: NOW + 60_000,
  closedAt: null,
  timeline: [
    { mark: 'joined', count: 22, from: NOW - 60_000, to: NOW },
    { mark: 'violations', count: 8, from: NOW, to: NOW + 60_000 },
    { mark: 'reviews', count: 2, from: NOW, to: NOW },
    { mark: 'removals', count: 3, from: NOW, to: NOW },
    { mark: 'left', count: 1, from: NOW, to: NOW },
    { mark: 'recalls', count: 1, from: NOW, to: NOW },
  ],
  members: 25,
  caseId: null,
};
const ACTIVITY: Activity = {
  id: 4,
  groupId: 'g1',
  applicantId: 'u5',
  applicantName: '李雷',
  title: '秋季登山',
  at: NOW,
  endsAt: NOW + 86_400_000,
  status: 'applied',
  decidedBy: null,
  summary: '二十人参加,平安返回',
};
const ACTIVITIES = (['applied', 'approved', 'declined', 'summarised'] as const).map((status) => ({
  ...ACTIVITY,
  status,
}));
const INCIDENTS: readonly Incident[] = [
  ...INCIDENT_KINDS.map((kind) => ({ ...RAID, kind })),
  { ...RAID, closedAt: NOW + 1_800_000, caseId: 12, members: 1 },
];

/** Every kind of telling about conduct, in every variant that has words of its own. */
export const CONDUCT_SENTENCES: Readonly<Record<ConductTelling['kind'], readonly ConductTelling[]>> = {
  'slow-down': (['burst', 'repeat', 'mentions', 'system-line', 'crash'] as const).map((reason) => ({
    kind: 'slow-down',
    reason,
    caseId: 12,
  })),
  pausing: [{ kind: 'pausing', caseId: 12 }],
  'rest-hours': [{ kind: 'rest-hours', hours: '22:30-07:30', caseId: 12 }],
  'off-work': [{ kind: 'off-work', hours: '09:00-18:00', caseId: 12 }],
  'work-only': (['links', 'articles', 'images', 'chatter'] as const).map((what) => ({
    kind: 'work-only',
    what,
    caseId: 12,
  })),
  incident: INCIDENTS.map((incident) => ({ kind: 'incident', incident, groupName: '分会群', timezone })),
  'activity-applied': [{ kind: 'activity-applied', activity: ACTIVITY, timezone }],
  'activity-overdue': [{ kind: 'activity-overdue', activity: ACTIVITY, timezone }],
  'activity-moved': ACTIVITIES.map((activity) => ({ kind: 'activity-moved', activity, timezone })),
  'activity-due': [true, false].map((again) => ({ kind: 'activity-due', activity: ACTIVITY, again })),
  guidance: (['raid', 'mass-advertising', 'unsafe-link'] as const).map((incident) => ({
    kind: 'guidance',
    incident,
  })),
  danger: [true, false].map((recalled) => ({ kind: 'danger', recalled, caseId: 12 })),
};

export const CONDUCT_ANSWERS: Readonly<Record<ConductAnswer['kind'], readonly ConductAnswer[]>> = {
  incidents: [
    { kind: 'incidents', incidents: [], timezone },
    { kind: 'incidents', incidents: INCIDENTS, timezone },
  ],
  activities: [
    { kind: 'activities', activities: [], timezone },
    { kind: 'activities', activities: ACTIVITIES, timezone },
  ],
  activity: ACTIVITIES.map((activity) => ({ kind: 'activity', activity, timezone })),
  domains: [
    { kind: 'domains', domains: [], changed: null },
    { kind: 'domains', domains: ['example.edu.cn'], changed: null },
    { kind: 'domains', domains: ['example.edu.cn', 'qq.com'], changed: 'qq.com' },
    { kind: 'domains', domains: [], changed: 'qq.com' },
  ],
  'incident-closed': [{ kind: 'incident-closed', id: 3 }],
};
