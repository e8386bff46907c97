import type { Person } from '../action.js';

/** What is said about who somebody is. */
export type PeopleTelling =
  /** Into the group: somebody whose name comes near to a trusted one's asked for money. Names nobody. */
  | { readonly kind: 'fee-scam' }
  /** Into the group: it was the person after all. */
  | { readonly kind: 'fee-cleared' }
  /** To the owner: somebody who was removed, or is banned, is back. */
  | { readonly kind: 'returned'; readonly member: Person; readonly banned: boolean }
  /** To the owner, by setting: somebody left (`gone`), or wants to. */
  | { readonly kind: 'leaving'; readonly member: Person; readonly gone: boolean }
  /** To the owner: the card's city has a group of its own. */
  | {
      readonly kind: 'wrong-branch';
      readonly member: Person;
      readonly city: string;
      readonly groupName: string;
    }
  /** To somebody who asked to be let in. */
  | { readonly kind: 'admitted'; readonly groupName: string }
  | { readonly kind: 'not-admitted'; readonly groupName: string };
