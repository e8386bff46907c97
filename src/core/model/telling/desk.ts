/** What the owner's desk says of itself. */
export type DeskTelling =
  /** Somebody with authority cannot be reached in private: said in the group, without saying what it is about. */
  { readonly kind: 'befriend' };
