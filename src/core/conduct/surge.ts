import type { Instant } from '../model/instant.js';
import { MINUTE } from '../model/instant.js';

/** How many events by how many different people within which time are more than chance. */
export interface SurgeLimits {
  readonly events: number;
  readonly people: number;
  readonly within: Instant;
}

/** A class that an organiser brings in comes by the organiser's hand and is not counted. */
export const JOINING: SurgeLimits = { events: 20, people: 20, within: 2 * MINUTE };
export const OFFENDING: SurgeLimits = { events: 8, people: 4, within: 3 * MINUTE };

/** What a surge consists of. */
export interface Surged {
  readonly events: number;
  readonly people: readonly string[];
  readonly from: Instant;
}

export interface Surge {
  /** Notes an event; answers the surge where one is under way. */
  add(at: Instant, personId: string): Surged | null;
}

export function createSurge({ events, people, within }: SurgeLimits): Surge {
  let lately: { readonly at: Instant; readonly personId: string }[] = [];
  return {
    add(at, personId) {
      // More than the limit need not be remembered: they are counted by the incident from there on.
      lately = [...lately, { at, personId }].slice(-events).filter((one) => one.at > at - within);
      const different = [...new Set(lately.map((one) => one.personId))];
      if (lately.length < events || different.length < people) return null;
      return { events: lately.length, people: different, from: lately[0]?.at ?? at };
    },
  };
}
