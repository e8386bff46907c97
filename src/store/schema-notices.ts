import type { Generated } from 'kysely';
import type { Notice, NoticeStatus, NoticeStepKind } from '../core/model/notice.js';

export interface NoticeTable {
  id: Generated<number>;
  number: string | null;
  group_id: string;
  case_id: number | null;
  level: Notice['level'];
  subject: string;
  title: string;
  text: string;
  source: string;
  author_id: string;
  at: number;
  valid_until: number | null;
  published_at: number | null;
  published_by: Notice['publishedBy'];
  status: NoticeStatus;
}

interface NoticeStepTable {
  id: Generated<number>;
  notice_id: number;
  at: number;
  kind: NoticeStepKind;
  actor: string;
  about: string;
}

/** The last number given out in a year. */
interface NoticeCountTable {
  year: number;
  count: number;
}

export interface NoticeTables {
  notice: NoticeTable;
  notice_step: NoticeStepTable;
  notice_count: NoticeCountTable;
}
