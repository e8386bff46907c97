import type { Deps } from './deps.js';

/** What a person asked this account for, no other account can give: an answer in private, a hand taken. */
export function asAsked({ leadership }: Pick<Deps, 'leadership'>): { readonly account?: string } {
  const account = leadership.account();
  return account === null ? {} : { account };
}
