import type { Generated } from 'kysely';
import type { ActivityStatus } from '../core/model/activity.js';
import type { Category } from '../core/model/category.js';
import type { IncidentKind } from '../core/model/incident.js';
import type { Signature } from '../core/model/signature.js';
import type { Targeting } from '../ports/conduct.js';

interface SignatureTable {
  id: Generated<number>;
  kind: Signature['kind'];
  print: string;
  category: Category;
  state: Signature['state'];
  case_id: number | null;
  group_id: string;
  member_id: string;
  at: number;
  expires_at: number;
}

interface NewcomerTable {
  group_id: string;
  member_id: string;
  joined_at: number;
}

interface TargetingTable {
  group_id: string;
  from_id: string;
  to_id: string;
  kind: Targeting['kind'];
  at: number;
}

interface IncidentTable {
  id: Generated<number>;
  group_id: string;
  kind: IncidentKind;
  opened_at: number;
  last_at: number;
  closed_at: number | null;
  /** JSON array of entries. */
  timeline: string;
  members: number;
  case_id: number | null;
}

interface ActivityTable {
  id: Generated<number>;
  group_id: string;
  applicant_id: string;
  applicant_name: string;
  title: string;
  at: number;
  ends_at: number;
  status: ActivityStatus;
  decided_by: string | null;
  summary: string;
}

export interface ConductTables {
  signature: SignatureTable;
  newcomer: NewcomerTable;
  targeting: TargetingTable;
  incident: IncidentTable;
  activity: ActivityTable;
}
