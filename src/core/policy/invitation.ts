import type { Action, Person } from '../model/action.js';
import type { Told } from './told.js';

interface Asked {
  readonly staff: readonly Person[];
  readonly responsible: Person | null;
}

/**
 * An unregistered group under the organisation's name (EM8(三)): the group hears calmly that it is not registered, the organisation
 * is asked to look, or, where there is none, the owner. The sharer is not spoken to.
 */
export function invitationActions({ staff, responsible }: Asked, told: Told): readonly Action[] {
  const asked = staff.length > 0 ? staff : responsible === null ? [] : [responsible];
  const { groupId, about, terms: names } = told;
  return [
    {
      kind: 'tell',
      groupId,
      to: null,
      mentions: [],
      about,
      urgency: 'daytime',
      audience: 'moderation',
      telling: { kind: 'invitation-note', names, staffed: staff.length > 0 },
    },
    ...asked.map((to): Action => ({ kind: 'request', to, ask: 'review', leadsTo: 'none', ...told })),
  ];
}
