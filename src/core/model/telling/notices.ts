import type { Change } from '../../notice/compare.js';
import type { FactKind } from '../../notice/facts.js';
import type { Instant } from '../instant.js';

/** What is said about notices: into the group, to their authors, to those who answer for them. */
export type NoticesTelling =
  /** The bot publishes a submission. */
  | {
      readonly kind: 'notice-published';
      readonly number: string;
      readonly text: string;
      readonly issuer: string;
      readonly validUntil: Instant | null;
      readonly timezone: string;
    }
  /** What was posted without authority is official after all. */
  | {
      readonly kind: 'notice-recognised';
      readonly number: string;
      readonly title: string;
      readonly postedAt: Instant;
      readonly timezone: string;
      readonly level: 'organisation' | 'branch';
    }
  | {
      readonly kind: 'notice-recognised-author';
      readonly number: string;
      readonly title: string;
      readonly strikes: number;
    }
  /** The owner has looked at what was said to be unconfirmed, and it is not official. */
  | { readonly kind: 'notice-not-official'; readonly postedAt: Instant; readonly timezone: string }
  | { readonly kind: 'notice-withdrawn'; readonly number: string; readonly title: string }
  /** A changed copy: to the group, to its sender, to the owner. */
  | { readonly kind: 'notice-changed'; readonly number: string; readonly kinds: readonly FactKind[] }
  | {
      readonly kind: 'notice-changed-sender';
      readonly caseId: number;
      readonly number: string;
      readonly kinds: readonly FactKind[];
    }
  | {
      readonly kind: 'notice-changed-owner';
      readonly caseId: number;
      readonly number: string;
      readonly groupName: string;
      readonly name: string;
      readonly changes: readonly Change[];
      readonly exempt: boolean;
    }
  /** To the author of a submission. */
  | { readonly kind: 'submission-published'; readonly caseId: number; readonly number: string }
  | {
      readonly kind: 'submission-waits';
      readonly caseId: number;
      readonly until: Instant;
      readonly timezone: string;
    }
  | {
      readonly kind: 'submission-rejected';
      readonly caseId: number;
      readonly title: string;
      readonly reason: string;
    }
  | { readonly kind: 'submission-lapsed'; readonly caseId: number; readonly title: string }
  /** To a member who may publish from now on. */
  | {
      readonly kind: 'publisher-granted';
      readonly groupName: string;
      readonly subjects: readonly string[];
      readonly until: Instant | null;
      readonly timezone: string;
    };
