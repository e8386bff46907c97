import type { Person, Tell } from '../core/model/action.js';
import type { Telling } from '../core/model/telling.js';

/** A word to a person in private about a group: a service, so that a watched group's owner hears it too; it waits for the morning. */
export function tellPerson(groupId: string | null, to: Person, telling: Telling): Tell {
  return {
    kind: 'tell',
    groupId,
    to,
    mentions: [],
    about: null,
    urgency: 'daytime',
    audience: 'service',
    telling,
  };
}
