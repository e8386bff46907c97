import type { Notice, NoticeStep } from '../core/model/notice.js';
import type { NoticeChange, NoticeRecords } from '../ports/notices.js';
import type { Db, Row } from './schema.js';
import type { NoticeTable } from './schema-notices.js';

export function noticeRecords(db: Db): NoticeRecords {
  const all = () => db.selectFrom('notice').selectAll();
  return {
    async addNotice(fresh) {
      const added = await db
        .insertInto('notice')
        .values(toRow(fresh))
        .returning('id')
        .executeTakeFirstOrThrow();
      return { ...fresh, id: added.id };
    },
    noticeById: async (id) => nullable(await all().where('id', '=', id).executeTakeFirst()),
    noticeByNumber: async (number) => nullable(await all().where('number', '=', number).executeTakeFirst()),
    noticeOfCase: async (caseId) => nullable(await all().where('case_id', '=', caseId).executeTakeFirst()),
    async draftOf(groupId, authorId) {
      const drafts = all()
        .where('group_id', '=', groupId)
        .where('author_id', '=', authorId)
        .where('status', '=', 'draft');
      return nullable(await drafts.orderBy('id', 'desc').limit(1).executeTakeFirst());
    },
    async publishedNotices() {
      const rows = await all().where('number', 'is not', null).orderBy('id').execute();
      return rows.map(toNotice);
    },
    async publishedBetween(groupId, from, to) {
      const found = await db
        .selectFrom('notice')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('group_id', '=', groupId)
        .where('published_by', '=', 'bot')
        .where('published_at', '>=', from)
        .where('published_at', '<', to)
        .executeTakeFirst();
      return found?.count ?? 0;
    },
    ...movingRecords(db),
    ...stepRecords(db),
  };
}

function movingRecords(db: Db): Pick<NoticeRecords, 'moveNotice' | 'nextNoticeCount'> {
  return {
    async moveNotice(id, from, { status, ...change }) {
      if (from.length === 0) return false;
      const moved = await db
        .updateTable('notice')
        .set({ ...changedRow(change), status })
        .where('id', '=', id)
        .where('status', 'in', from)
        .executeTakeFirst();
      return moved.numUpdatedRows > 0n;
    },
    async nextNoticeCount(year) {
      const next = await db
        .insertInto('notice_count')
        .values({ year, count: 1 })
        .onConflict((conflict) =>
          conflict.column('year').doUpdateSet((eb) => ({ count: eb('notice_count.count', '+', 1) })),
        )
        .returning('count')
        .executeTakeFirstOrThrow();
      return next.count;
    },
  };
}

function stepRecords(db: Db): Pick<NoticeRecords, 'addNoticeStep' | 'noticeSteps'> {
  return {
    async addNoticeStep({ noticeId, at, kind, actor, about }) {
      await db.insertInto('notice_step').values({ notice_id: noticeId, at, kind, actor, about }).execute();
    },
    async noticeSteps(noticeId) {
      const rows = await db
        .selectFrom('notice_step')
        .selectAll()
        .where('notice_id', '=', noticeId)
        .orderBy('id')
        .execute();
      return rows.map(({ at, kind, actor, about }): NoticeStep => ({ noticeId, at, kind, actor, about }));
    },
  };
}

/** What never became official is let go of with its case. A published notice is public and stays. */
export async function forgetNotice(db: Db, caseId: number): Promise<void> {
  await db
    .updateTable('notice')
    .set({ title: '', text: '', source: '' })
    .where('case_id', '=', caseId)
    .where('number', 'is', null)
    .execute();
}

/** Drafts that nobody completed. */
export async function forgetDrafts(db: Db, groupId: string, before: number): Promise<void> {
  await db
    .updateTable('notice')
    .set({ title: '', text: '', source: '', status: 'lapsed' })
    .where('group_id', '=', groupId)
    .where('status', '=', 'draft')
    .where('at', '<', before)
    .execute();
}

type NoticeRow = Omit<Row<'notice'>, 'id'>;

function toRow(notice: Omit<Notice, 'id'>): NoticeRow {
  return {
    number: notice.number,
    group_id: notice.groupId,
    case_id: notice.caseId,
    level: notice.level,
    subject: notice.subject,
    title: notice.title,
    text: notice.text,
    source: notice.source,
    author_id: notice.authorId,
    at: notice.at,
    valid_until: notice.validUntil,
    published_at: notice.publishedAt,
    published_by: notice.publishedBy,
    status: notice.status,
  };
}

function changedRow(change: NoticeChange): Partial<Omit<NoticeTable, 'id'>> {
  const { caseId, validUntil, publishedAt, publishedBy, ...same } = change;
  return {
    ...same,
    ...(caseId === undefined ? {} : { case_id: caseId }),
    ...(validUntil === undefined ? {} : { valid_until: validUntil }),
    ...(publishedAt === undefined ? {} : { published_at: publishedAt }),
    ...(publishedBy === undefined ? {} : { published_by: publishedBy }),
  };
}

function nullable(row: Row<'notice'> | undefined): Notice | null {
  return row === undefined ? null : toNotice(row);
}

function toNotice(row: Row<'notice'>): Notice {
  return {
    id: row.id,
    number: row.number,
    groupId: row.group_id,
    caseId: row.case_id,
    level: row.level,
    subject: row.subject,
    title: row.title,
    text: row.text,
    source: row.source,
    authorId: row.author_id,
    at: row.at,
    validUntil: row.valid_until,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    status: row.status,
  };
}
