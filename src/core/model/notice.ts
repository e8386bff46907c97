import type { NoticeLevel } from '../notice/answer.js';
import type { Instant } from './instant.js';

/**
 * Where a notice stands. `claimed`: posted without authority, its case open. `draft`: submitted, but source or validity is missing.
 * `submitted`: before those who approve. `approved`: waits for its day. `published`: official. `rejected`, `lapsed` (nobody
 * answered), `withdrawn`: ended; of these the text is kept only where it was once published.
 */
export type NoticeStatus =
  'claimed' | 'draft' | 'submitted' | 'approved' | 'published' | 'rejected' | 'lapsed' | 'withdrawn';

/** A notice in the register (clauses 4.3, 4.4). A published one is public, so its text is kept for comparison. */
export interface Notice {
  readonly id: number;
  /** `T-2026-008` once it is official; null before. */
  readonly number: string | null;
  readonly groupId: string;
  /** The case that the commands take; null for what somebody with authority posted. */
  readonly caseId: number | null;
  readonly level: NoticeLevel;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  /** Where it comes from, in the author's words. */
  readonly source: string;
  readonly authorId: string;
  readonly at: Instant;
  /** No more in force from then on; null: until it is withdrawn. */
  readonly validUntil: Instant | null;
  readonly publishedAt: Instant | null;
  /** Who says it: the bot for an approved submission, the author where he may. */
  readonly publishedBy: 'bot' | 'author' | null;
  readonly status: NoticeStatus;
}

export type NoticeStepKind =
  | 'posted'
  | 'claimed'
  | 'drafted'
  | 'submitted'
  | 'asked'
  | 'asked-again'
  | 'deputy-asked'
  | 'approved'
  | 'published'
  | 'recognised'
  | 'rejected'
  | 'lapsed'
  | 'withdrawn';

/** What happened to a notice: append-only. `actor` is a contact id, or `bot`; `about` the person asked, or empty. */
export interface NoticeStep {
  readonly noticeId: number;
  readonly at: Instant;
  readonly kind: NoticeStepKind;
  readonly actor: string;
  readonly about: string;
}

/** `T-2026-008`. */
export function noticeNumber(year: number, count: number): string {
  return `T-${year}-${String(count).padStart(3, '0')}`;
}

const NUMBER = /^[tTＴ]\s?[-—–－]?\s?(\d{4})\s?[-—–－]\s?(\d{1,5})$/u;

/** The number as the register writes it, however it was typed (t2026-8); null where it is none. */
export function parseNoticeNumber(typed: string): string | null {
  const match = NUMBER.exec(typed.trim());
  return match === null ? null : noticeNumber(Number(match[1]), Number(match[2]));
}
