import { type Post, POSTS } from '../core/model/register.js';
import type { PostEntry, RegisterEvent, RegisterForm, RegisterRecords } from '../ports/register.js';
import { byText } from './order.js';
import { claimRecords, offerRecords } from './offers.js';
import type { Db, Row } from './schema.js';

export function registerRecords(db: Db): RegisterRecords {
  return {
    ...formRecords(db),
    ...postRecords(db),
    ...eventRecords(db),
    ...offerRecords(db),
    ...claimRecords(db),
  };
}

function formRecords(db: Db): Pick<RegisterRecords, 'forms' | 'form' | 'putForm' | 'dropForm'> {
  return {
    async forms() {
      const rows = await db.selectFrom('register_form').selectAll().execute();
      return rows.map(toForm).toSorted((a, b) => a.since - b.since || byText(a.groupId, b.groupId));
    },
    async form(groupId) {
      const query = db.selectFrom('register_form').selectAll().where('group_id', '=', groupId);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : toForm(row);
    },
    async putForm(form) {
      const { group_id, ...rest } = toRow(form);
      await db
        .insertInto('register_form')
        .values({ group_id, ...rest })
        .onConflict((conflict) => conflict.column('group_id').doUpdateSet(rest))
        .execute();
    },
    async dropForm(groupId) {
      await db.deleteFrom('register_post').where('group_id', '=', groupId).execute();
      await db.deleteFrom('register_form').where('group_id', '=', groupId).execute();
    },
  };
}

function postRecords(db: Db): Pick<RegisterRecords, 'posts' | 'putPost' | 'putDone'> {
  return {
    async putDone(actionId, action) {
      const kept = JSON.stringify(action);
      const settled = db.updateTable('outbox').set({ action: kept }).where('settled_at', 'is not', null);
      await settled.where('id', '=', actionId).execute();
    },
    async posts(groupId) {
      const rows = await db.selectFrom('register_post').selectAll().where('group_id', '=', groupId).execute();
      const order = (post: Post): number => POSTS.indexOf(post);
      return rows.map(toPost).toSorted((a, b) => order(a.post) - order(b.post));
    },
    async putPost({ groupId, post, name, title, phone }) {
      await db
        .insertInto('register_post')
        .values({ group_id: groupId, post, name, title, phone })
        .onConflict((conflict) => conflict.columns(['group_id', 'post']).doUpdateSet({ name, title, phone }))
        .execute();
    },
  };
}

function eventRecords(db: Db): Pick<RegisterRecords, 'addRegisterEvent' | 'registerEvents'> {
  return {
    async addRegisterEvent({ groupId, at, kind, actor, memberId, detail }) {
      await db
        .insertInto('register_event')
        .values({ group_id: groupId, at, kind, actor, member_id: memberId, detail })
        .execute();
    },
    async registerEvents(groupId) {
      const rows = await db
        .selectFrom('register_event')
        .selectAll()
        .where('group_id', '=', groupId)
        .orderBy('id')
        .execute();
      return rows.map(toEvent);
    },
  };
}

function toRow(form: RegisterForm): Row<'register_form'> {
  return {
    group_id: form.groupId,
    name: form.name,
    place: form.place,
    purpose: form.purpose,
    standing: form.standing,
    standing_at: form.standingAt,
    owner_id: form.ownerId,
    applied_at: form.appliedAt,
    approved_at: form.approvedAt,
    approval: form.approval,
    size_approved: form.sizeApproved,
    near_told_at: form.nearToldAt,
    full_told_at: form.fullToldAt,
    chases: form.chases,
    since: form.since,
  };
}

function toForm(row: Row<'register_form'>): RegisterForm {
  return {
    groupId: row.group_id,
    name: row.name,
    place: row.place,
    purpose: row.purpose,
    standing: row.standing,
    standingAt: row.standing_at,
    ownerId: row.owner_id,
    appliedAt: row.applied_at,
    approvedAt: row.approved_at,
    approval: row.approval,
    sizeApproved: row.size_approved,
    nearToldAt: row.near_told_at,
    fullToldAt: row.full_told_at,
    chases: row.chases,
    since: row.since,
  };
}

function toPost({ group_id: groupId, post, name, title, phone }: Row<'register_post'>): PostEntry {
  return { groupId, post, name, title, phone };
}

function toEvent(row: Row<'register_event'>): RegisterEvent {
  const { at, kind, actor, detail } = row;
  return { groupId: row.group_id, at, kind, actor, memberId: row.member_id, detail };
}
