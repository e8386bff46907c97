import type { Instant } from './instant.js';

/** One line of the audit log. `data` holds ids, kinds and digests of evidence; never a message's text. */
export interface AuditEntry {
  readonly at: Instant;
  /** A contact id, `bot`, or `operator`. */
  readonly actor: string;
  /** `case-opened`, `action-settled`, `command`, `setting-changed`, `case-overturned` … */
  readonly kind: string;
  readonly groupId: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** An entry as it lies in the chain: its number, its data as canonical JSON, the links. */
export interface StoredAudit {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly kind: string;
  readonly groupId: string | null;
  readonly data: string;
  readonly previous: string;
  readonly hash: string;
}

/** Whether the chain holds. `brokenAt` is the sequence number of the first entry that does not fit. */
export type ChainState =
  | { readonly kind: 'whole'; readonly entries: number }
  | { readonly kind: 'broken'; readonly entries: number; readonly brokenAt: number; readonly reason: string };
