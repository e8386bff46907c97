import type { Generated } from 'kysely';
import type { AppealStatus } from '../core/model/appeal.js';
import type { OwnWord } from '../core/model/own-word.js';
import type { CaseStatus } from '../core/model/case.js';

interface ComplaintTable {
  case_id: number;
  complainant_id: string;
  group_id: string;
  at: number;
}

interface CaseClaimTable {
  case_id: number;
  actor: string;
  at: number;
}

interface AppealTable {
  id: Generated<number>;
  case_id: number;
  member_id: string;
  at: number;
  before: CaseStatus;
  status: AppealStatus;
  decided_by: string | null;
  decided_at: number | null;
}

interface OwnWordTable {
  group_id: string;
  word: string;
  kind: OwnWord['kind'];
  category: OwnWord['category'];
  by: string;
  at: number;
}

export interface DeskTables {
  own_word: OwnWordTable;
  complaint: ComplaintTable;
  case_claim: CaseClaimTable;
  appeal: AppealTable;
}
