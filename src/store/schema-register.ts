import type { Generated } from 'kysely';
import type { Post, RegisterEventKind, Standing } from '../core/model/register.js';

interface RegisterFormTable {
  group_id: string;
  name: string;
  place: string | null;
  purpose: string | null;
  standing: Standing;
  standing_at: number;
  owner_id: string | null;
  applied_at: number | null;
  approved_at: number | null;
  approval: string | null;
  size_approved: number | null;
  near_told_at: number | null;
  full_told_at: number | null;
  chases: number;
  since: number;
}

interface RegisterPostTable {
  group_id: string;
  post: Post;
  name: string;
  title: string;
  phone: string;
}

interface RegisterEventTable {
  id: Generated<number>;
  group_id: string;
  at: number;
  kind: RegisterEventKind;
  actor: string;
  member_id: string | null;
  detail: string;
}

interface OfferTable {
  key: string;
  actor_id: string;
  group_id: string;
  kind: string;
  data: string;
  at: number;
  until: number;
}

interface ClaimCodeTable {
  group_id: string;
  digest: string;
  until: number;
}

export interface RegisterTables {
  register_form: RegisterFormTable;
  register_post: RegisterPostTable;
  register_event: RegisterEventTable;
  offer: OfferTable;
  claim_code: ClaimCodeTable;
}
