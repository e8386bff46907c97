import type { Instant } from '../instant.js';

/** What the bot says of its own working, to whoever answers for a group. */
export type OperatingTelling =
  /** Nothing can be recorded: the bot only looks on. */
  | { readonly kind: 'records-stopped'; readonly groupName: string }
  /** To who wrote to the bot meanwhile, in private. */
  | { readonly kind: 'records-not-now' }
  /** Recorded again; `lost`: what happened meanwhile and could not be. */
  | {
      readonly kind: 'records-again';
      readonly groupName: string;
      readonly from: Instant;
      readonly lost: number;
      readonly timezone: string;
    };
