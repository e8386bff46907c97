import type { Category } from '../category.js';
import type { Change } from '../../notice/compare.js';
import type { Fact } from '../../notice/facts.js';
import type { Person } from '../action.js';
import type { Case } from '../case.js';
import type { Instant } from '../instant.js';
import type { NoticeStep } from '../notice.js';
import type { Standing } from '../register.js';

/** A notice as anybody may see it. */
export interface NoticeView {
  readonly number: string;
  readonly title: string;
  readonly level: 'organisation' | 'branch';
  readonly subject: string;
  readonly groupName: string;
  readonly publishedAt: Instant;
  readonly validUntil: Instant | null;
  readonly timezone: string;
  /** What a reader compares the own copy by. */
  readonly facts: readonly Fact[];
}

/** What is missing of a submission. */
export type Missing = 'source' | 'validity';

/** Answers about notices, who may publish them and what became of them. */
export type NoticesAnswer =
  | {
      readonly kind: 'authorised';
      readonly member: Person;
      readonly subjects: readonly string[];
      readonly until: Instant | null;
      readonly timezone: string;
    }
  | { readonly kind: 'revoked'; readonly member: Person; readonly had: boolean }
  | { readonly kind: 'unknown-subject'; readonly typed: string; readonly known: readonly string[] }
  | { readonly kind: 'past-day'; readonly typed: string }
  | {
      readonly kind: 'recognised';
      readonly caseId: number;
      readonly number: string;
      readonly strikes: number;
    }
  | {
      readonly kind: 'no-notice';
      readonly case: Case;
      readonly why: 'other' | 'copy' | 'forgotten' | 'official';
    }
  | { readonly kind: 'notice-taken-back'; readonly caseId: number; readonly number: string | null }
  /** `/核验`. */
  | {
      readonly kind: 'verified';
      readonly verdict: 'genuine' | 'expired' | 'withdrawn';
      readonly notice: NoticeView;
    }
  | { readonly kind: 'verified-changed'; readonly notice: NoticeView; readonly changes: readonly Change[] }
  | {
      readonly kind: 'verified-group';
      readonly name: string;
      /** Null: the register has no group of that name. */
      readonly standing: Standing | null;
      readonly since: Instant;
      readonly timezone: string;
    }
  /** `looks`: what the words themselves are like, whoever wrote them. */
  | { readonly kind: 'verified-unknown'; readonly number: string | null; readonly looks: Category | null }
  /** `/投稿`. */
  | { readonly kind: 'draft-kept'; readonly missing: readonly Missing[] }
  | {
      readonly kind: 'submitted';
      readonly caseId: number;
      readonly asked: number;
      readonly answerBy: Instant;
      readonly timezone: string;
    }
  | { readonly kind: 'nobody-approves'; readonly level: 'organisation' | 'branch' }
  | { readonly kind: 'submission-approved'; readonly caseId: number; readonly left: number }
  | { readonly kind: 'approved-before'; readonly caseId: number }
  | { readonly kind: 'own-submission'; readonly caseId: number }
  | { readonly kind: 'publishing'; readonly caseId: number; readonly number: string }
  | {
      readonly kind: 'publishing-later';
      readonly caseId: number;
      readonly from: Instant;
      readonly perDay: number;
      readonly timezone: string;
    }
  | { readonly kind: 'submission-turned-down'; readonly caseId: number }
  | {
      readonly kind: 'submission-steps';
      readonly caseId: number;
      readonly title: string;
      readonly steps: readonly NoticeStep[];
      readonly timezone: string;
    };
