import type { GoodConduct, PeriodCounts } from '../core/digest/totals.js';
import type { Period } from '../ports/totals.js';
import type { Db } from './schema.js';

/** How the rules of a case are kept: a list of their names. Complaints about those with authority are not theirs to count. */
export const COMPLAINT_CASE = '%"complaint"%';

type Counts = Pick<PeriodCounts, 'complaints' | 'published'> & {
  readonly good: Omit<GoodConduct, 'mended'>;
};

/** Complaints, notices, and what members did well in a period. */
export async function conductCounts(db: Db, groupId: string, period: Period): Promise<Counts> {
  const upheld = events(db, groupId, { period, kind: 'confirmed' }).where(
    'cases.rules',
    'like',
    COMPLAINT_CASE,
  );
  const published = notices(db, groupId, period);
  return {
    complaints: await n(complaints(db, groupId, period)),
    published: await n(published),
    good: {
      recalled: await n(events(db, groupId, { period, kind: 'withdrawn' })),
      upheld: await n(upheld),
      submitted: await n(published.where('published_by', '=', 'bot')),
    },
  };
}

interface Counting {
  executeTakeFirst(): Promise<{ readonly n: number } | undefined>;
}

async function n(query: Counting): Promise<number> {
  return (await query.executeTakeFirst())?.n ?? 0;
}

function complaints(db: Db, groupId: string, { from, to }: Period) {
  return db
    .selectFrom('complaint')
    .innerJoin('cases', 'cases.id', 'complaint.case_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('complaint.group_id', '=', groupId)
    .where('complaint.at', '>=', from)
    .where('complaint.at', '<', to)
    .where('cases.exempt', '=', 0);
}

function notices(db: Db, groupId: string, { from, to }: Period) {
  return db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('group_id', '=', groupId)
    .where('number', 'is not', null)
    .where('published_at', '>=', from)
    .where('published_at', '<', to);
}

interface Wanted {
  readonly period: Period;
  readonly kind: 'confirmed' | 'withdrawn';
}

function events(db: Db, groupId: string, { period: { from, to }, kind }: Wanted) {
  return db
    .selectFrom('case_event')
    .innerJoin('cases', 'cases.id', 'case_event.case_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('case_event.kind', '=', kind)
    .where('case_event.at', '>=', from)
    .where('case_event.at', '<', to)
    .where('cases.group_id', '=', groupId);
}
