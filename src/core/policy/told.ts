import type { About, Person } from '../model/action.js';

/** What is said of a member's case to whoever is asked about it, whatever the case is. */
export interface Told {
  readonly groupId: string;
  readonly about: About;
  readonly member: Person;
  readonly terms: readonly string[];
  readonly score: number;
  readonly groupName: string;
}
