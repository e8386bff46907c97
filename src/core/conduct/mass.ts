import type { Incident } from '../model/incident.js';
import { OFFENDING } from './surge.js';

/**
 * Whether single members are not spoken to one by one while it lasts. A dangerous link is a matter of its own, told by its case, until
 * as many by as many people have followed it as make a wave of advertisements.
 */
export function isMass({
  kind,
  timeline,
  members,
}: Pick<Incident, 'kind' | 'timeline' | 'members'>): boolean {
  switch (kind) {
    case 'raid':
    case 'mass-advertising':
      return true;
    case 'unsafe-link': {
      const links = timeline.find(({ mark }) => mark === 'reviews')?.count ?? 0;
      return links >= OFFENDING.events && members >= OFFENDING.people;
    }
    case 'stolen-account':
    case 'fee-scam':
    case 'changed-notice':
      return false;
  }
}
