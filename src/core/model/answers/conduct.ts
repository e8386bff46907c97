import type { Activity } from '../activity.js';
import type { Incident } from '../incident.js';

/** What commands about conduct answer. */
export type ConductAnswer =
  | { readonly kind: 'incidents'; readonly incidents: readonly Incident[]; readonly timezone: string }
  | { readonly kind: 'incident-closed'; readonly id: number }
  /** `changed`: the one that was added or taken out; null where they are only listed. */
  | { readonly kind: 'domains'; readonly domains: readonly string[]; readonly changed: string | null }
  | { readonly kind: 'activities'; readonly activities: readonly Activity[]; readonly timezone: string }
  | { readonly kind: 'activity'; readonly activity: Activity; readonly timezone: string };
