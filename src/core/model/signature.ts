import type { Category } from './category.js';
import type { Instant } from './instant.js';

/** What a text or picture is recognised by again: hashes, from which nothing can be read back. */
export interface Signature {
  readonly id: number;
  readonly kind: 'text' | 'picture';
  /** Hexadecimal: 64 MinHashes of 32 bits, or perceptual hashes of 64 bits one after another. */
  readonly print: string;
  readonly category: Category;
  /** `pending`: what it stands for waits for an answer. */
  readonly state: 'pending' | 'confirmed';
  readonly caseId: number | null;
  readonly groupId: string;
  readonly memberId: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

export type NewSignature = Omit<Signature, 'id'>;
