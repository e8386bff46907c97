import type { Activity } from '../activity.js';
import type { Incident } from '../incident.js';

/** Why somebody is asked to write less, or differently. */
export type FloodReason = 'burst' | 'repeat' | 'mentions' | 'system-line' | 'crash';

/** What is off-topic in a group for work. */
export type OffTopicWhat = 'links' | 'articles' | 'images' | 'chatter';

/** What the bot says of conduct over time. */
export type ConductTelling =
  | { readonly kind: 'slow-down'; readonly reason: FloodReason; readonly caseId: number }
  /** `hours`: `22:30-07:30`. */
  | { readonly kind: 'rest-hours'; readonly hours: string; readonly caseId: number }
  | { readonly kind: 'off-work'; readonly hours: string; readonly caseId: number }
  | { readonly kind: 'pausing'; readonly caseId: number }
  | { readonly kind: 'work-only'; readonly what: OffTopicWhat; readonly caseId: number }
  /** To the owner and the staff: an incident that begins, or is over. */
  | {
      readonly kind: 'incident';
      readonly incident: Incident;
      readonly groupName: string;
      readonly timezone: string;
    }
  /** To the group while many do the same at once. */
  | { readonly kind: 'guidance'; readonly incident: 'raid' | 'mass-advertising' | 'unsafe-link' }
  /** To the group, about one dangerous link or file. */
  | { readonly kind: 'danger'; readonly recalled: boolean; readonly caseId: number }
  /** To whoever answers for the group. */
  | { readonly kind: 'activity-applied'; readonly activity: Activity; readonly timezone: string }
  | { readonly kind: 'activity-overdue'; readonly activity: Activity; readonly timezone: string }
  /** Approved or declined: to whoever applied; summarised: to whoever answers for the group. */
  | { readonly kind: 'activity-moved'; readonly activity: Activity; readonly timezone: string }
  | { readonly kind: 'activity-due'; readonly activity: Activity; readonly again: boolean };
