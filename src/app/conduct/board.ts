import { isMass } from '../../core/conduct/mass.js';
import { createSurge, JOINING, OFFENDING, type Surge } from '../../core/conduct/surge.js';
import type { Incident } from '../../core/model/incident.js';

/** The open incidents as this process knows them, and what may become one. A mirror of the store's. */
export interface IncidentBoard {
  of(groupId: string): readonly Incident[];
  /** The one during which single members are not spoken to one by one; null: there is none. */
  massIn(groupId: string): Incident | null;
  put(incident: Incident): void;
  drop(id: number): void;
  joining(groupId: string): Surge;
  offending(groupId: string): Surge;
  /** Whether the member had to do with the incident before; remembers it from now on, up to a bound. */
  isKnown(incidentId: number, memberId: string): boolean;
}

/** Members remembered of one incident: more are counted as known. */
const MOST_MEMBERS = 5000;

export function createIncidentBoard(): IncidentBoard {
  const open = new Map<number, Incident>();
  const joins = new Map<string, Surge>();
  const offences = new Map<string, Surge>();
  const members = new Map<number, Set<string>>();
  const of = (groupId: string): readonly Incident[] =>
    open.size === 0 ? [] : [...open.values()].filter((one) => one.groupId === groupId);
  return {
    of,
    massIn: (groupId) => of(groupId).find(isMass) ?? null,
    put: (incident) => void open.set(incident.id, incident),
    drop(id) {
      open.delete(id);
      members.delete(id);
    },
    joining: (groupId) => surgeOf(joins, groupId, () => createSurge(JOINING)),
    offending: (groupId) => surgeOf(offences, groupId, () => createSurge(OFFENDING)),
    isKnown(incidentId, memberId) {
      const known = members.get(incidentId) ?? new Set<string>();
      members.set(incidentId, known);
      if (known.has(memberId) || known.size >= MOST_MEMBERS) return true;
      known.add(memberId);
      return false;
    },
  };
}

function surgeOf(surges: Map<string, Surge>, groupId: string, make: () => Surge): Surge {
  const known = surges.get(groupId);
  if (known !== undefined) return known;
  const fresh = make();
  surges.set(groupId, fresh);
  return fresh;
}
