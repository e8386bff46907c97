/** What is said about who somebody is. */
export type PeopleTelling =
  /** Into the group: somebody whose name comes near to a trusted one's asked for money. Names nobody. */
  | { readonly kind: 'fee-scam' }
  /** Into the group: it was the person after all. */
  | { readonly kind: 'fee-cleared' };
