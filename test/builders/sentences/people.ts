import type { PeopleTelling } from '../../../src/core/model/telling/people.js';

/** What is said about who somebody is, in every variant. */
export const PEOPLE_TELLINGS: Readonly<Record<PeopleTelling['kind'], readonly PeopleTelling[]>> = {
  'fee-scam': [{ kind: 'fee-scam' }],
  'fee-cleared': [{ kind: 'fee-cleared' }],
};
