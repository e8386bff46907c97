import type { Instant } from './instant.js';

/**
 * What happens to a group all at once (clause 6.7): many join, many advertise, a dangerous link, an account in strange hands, a
 * fee asked for under a borrowed name, a notice that was changed.
 */
export const INCIDENT_KINDS = [
  'raid',
  'mass-advertising',
  'unsafe-link',
  'stolen-account',
  'fee-scam',
  'changed-notice',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What is counted while it lasts. */
export type IncidentMark = 'joined' | 'left' | 'violations' | 'reviews' | 'removals' | 'recalls';

/** One thing that happened in it, many of a kind in one line. */
export interface IncidentEntry {
  readonly mark: IncidentMark;
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Incident {
  readonly id: number;
  readonly groupId: string;
  readonly kind: IncidentKind;
  readonly openedAt: Instant;
  /** When something of it last happened. */
  readonly lastAt: Instant;
  readonly closedAt: Instant | null;
  /** By its first event. */
  readonly timeline: readonly IncidentEntry[];
  /** How many different members had to do with it. */
  readonly members: number;
  /** The case that it began with, if any. */
  readonly caseId: number | null;
}

export type NewIncident = Omit<Incident, 'id' | 'closedAt'>;

/** The timeline with one more event. */
export function marked(
  timeline: readonly IncidentEntry[],
  mark: IncidentMark,
  { at, count }: { readonly at: Instant; readonly count: number },
): readonly IncidentEntry[] {
  if (!timeline.some((entry) => entry.mark === mark)) return [...timeline, { mark, count, from: at, to: at }];
  return timeline.map((entry) =>
    entry.mark === mark ? { ...entry, count: entry.count + count, to: Math.max(entry.to, at) } : entry,
  );
}
