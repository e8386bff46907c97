/** A group's official standing (EM8(二)). */
export const STANDINGS = ['preparing', 'official', 'suspended', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The posts of the filing form (E附件1). */
export const POSTS = ['owner', 'admin1', 'admin2'] as const;
export type Post = (typeof POSTS)[number];

export type RegisterEventKind =
  | 'applied'
  | 'approved'
  | 'returned'
  | 'filled'
  | 'standing'
  | 'size-applied'
  | 'size-approved'
  | 'renamed'
  | 'owner-changed'
  | 'appointed'
  | 'dismissed'
  | 'transferred'
  | 'handover'
  | 'suspended'
  | 'restored'
  | 'warned'
  | 'claimed'
  | 'listed';

/** Whether the group's standing lets it speak for the branch. */
export function isInForce(standing: Standing): boolean {
  return standing === 'preparing' || standing === 'official';
}
