import type { Instant } from './instant.js';

/** `applied` → `approved` or `declined`; an approved one is over when its summary is handed in (clause 7.4). */
export type ActivityStatus = 'applied' | 'approved' | 'declined' | 'summarised';

export interface Activity {
  readonly id: number;
  readonly groupId: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly title: string;
  readonly at: Instant;
  readonly endsAt: Instant;
  readonly status: ActivityStatus;
  readonly decidedBy: string | null;
  readonly summary: string;
}

export type NewActivity = Omit<Activity, 'id' | 'status' | 'decidedBy' | 'summary'>;
