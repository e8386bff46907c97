import type { Instant } from '../core/model/instant.js';
import type { Notice, NoticeStatus, NoticeStep } from '../core/model/notice.js';

export type NewNotice = Omit<Notice, 'id'>;
/** What may change while a notice makes its way. */
export type NoticeChange = Partial<
  Pick<
    Notice,
    | 'number'
    | 'caseId'
    | 'subject'
    | 'title'
    | 'text'
    | 'source'
    | 'validUntil'
    | 'publishedAt'
    | 'publishedBy'
  >
>;

/** The register of notices (clauses 4.3, 4.4). */
export interface NoticeRecords {
  addNotice(fresh: NewNotice): Promise<Notice>;
  noticeById(id: number): Promise<Notice | null>;
  noticeByNumber(number: string): Promise<Notice | null>;
  /** The notice that a case is about: its claim or its submission. */
  noticeOfCase(caseId: number): Promise<Notice | null>;
  /** What the author began to submit and has not completed; the latest. */
  draftOf(groupId: string, authorId: string): Promise<Notice | null>;
  /** All that were ever published, withdrawn ones too, oldest first. */
  publishedNotices(): Promise<readonly Notice[]>;
  /** How many the bot published in a group in `[from, to)`. */
  publishedBetween(groupId: string, from: Instant, to: Instant): Promise<number>;
  /** Moves a notice on, with what changes by it. False when it was not in `from` any more: somebody else was first. */
  moveNotice(
    id: number,
    from: readonly NoticeStatus[],
    change: NoticeChange & { readonly status: NoticeStatus },
  ): Promise<boolean>;
  /** The next number of a year, 1, 2, 3 … without a gap. Two transactions never get the same. */
  nextNoticeCount(year: number): Promise<number>;
  addNoticeStep(step: NoticeStep): Promise<void>;
  /** In order. */
  noticeSteps(noticeId: number): Promise<readonly NoticeStep[]>;
}
