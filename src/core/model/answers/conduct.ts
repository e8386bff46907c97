import type { Incident } from '../incident.js';

/** What commands about conduct answer. */
export type ConductAnswer =
  | { readonly kind: 'incidents'; readonly incidents: readonly Incident[]; readonly timezone: string }
  | { readonly kind: 'incident-closed'; readonly id: number };
