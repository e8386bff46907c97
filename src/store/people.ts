import type { Ban, Departure, MemberProfile, RosterEntry } from '../core/model/people.js';
import type { PeopleRecords } from '../ports/people.js';
import { atomically } from './atomically.js';
import { byText } from './order.js';
import type { Db, Row } from './schema.js';

/** Rows of one insert: SQLite bounds the parameters of a statement. */
const AT_ONCE = 200;

export function peopleRecords(db: Db): PeopleRecords {
  return { ...profileRecords(db), ...departureRecords(db), ...banRecords(db), ...rosterRecords(db) };
}

function profileRecords(db: Db): Pick<PeopleRecords, 'profile' | 'profiles' | 'putProfile'> {
  const ofGroup = (groupId: string) =>
    db.selectFrom('member_profile').selectAll().where('group_id', '=', groupId);
  return {
    async profile(groupId, memberId) {
      const row = await ofGroup(groupId).where('member_id', '=', memberId).executeTakeFirst();
      return row === undefined ? null : toProfile(row);
    },
    async profiles(groupId) {
      const rows = await ofGroup(groupId).execute();
      return rows.map(toProfile).toSorted((a, b) => byText(a.memberId, b.memberId));
    },
    async putProfile(profile) {
      const row = fromProfile(profile);
      await db
        .insertInto('member_profile')
        .values(row)
        .onConflict((conflict) => conflict.columns(['group_id', 'member_id']).doUpdateSet(row))
        .execute();
    },
  };
}

function departureRecords(db: Db): Pick<PeopleRecords, 'departure' | 'putDeparture'> {
  return {
    async departure(groupId, memberId) {
      const row = await db
        .selectFrom('departure')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('member_id', '=', memberId)
        .executeTakeFirst();
      return row === undefined ? null : toDeparture(row);
    },
    async putDeparture({ groupId, memberId, at, removerId }) {
      const row = { group_id: groupId, member_id: memberId, at, remover_id: removerId };
      await db
        .insertInto('departure')
        .values(row)
        .onConflict((conflict) => conflict.columns(['group_id', 'member_id']).doUpdateSet(row))
        .execute();
    },
  };
}

function banRecords(db: Db): Pick<PeopleRecords, 'bans' | 'putBan' | 'dropBan'> {
  return {
    async bans(scopes) {
      if (scopes.length === 0) return [];
      const rows = await db.selectFrom('ban').selectAll().where('scope', 'in', scopes).execute();
      return rows.map(toBan).toSorted((a, b) => byText(a.memberId, b.memberId) || byText(a.scope, b.scope));
    },
    async putBan({ scope, memberId, by, at }) {
      await db
        .insertInto('ban')
        .values({ scope, member_id: memberId, banned_by: by, at })
        .onConflict((conflict) => conflict.columns(['scope', 'member_id']).doNothing())
        .execute();
    },
    async dropBan(scope, memberId) {
      const dropped = await db
        .deleteFrom('ban')
        .where('scope', '=', scope)
        .where('member_id', '=', memberId)
        .returning('scope')
        .executeTakeFirst();
      return dropped !== undefined;
    },
  };
}

function rosterRecords(db: Db): Pick<PeopleRecords, 'roster' | 'putRoster'> {
  return {
    async roster(groupId) {
      const rows = await db
        .selectFrom('roster_entry')
        .selectAll()
        .where('group_id', '=', groupId)
        .orderBy('line')
        .execute();
      return rows.map(({ entry }): RosterEntry => JSON.parse(entry));
    },
    async putRoster(groupId, entries) {
      await atomically(db, async (trx) => {
        await trx.deleteFrom('roster_entry').where('group_id', '=', groupId).execute();
        const rows = entries.map((entry, line) => ({
          group_id: groupId,
          line,
          entry: JSON.stringify(entry),
        }));
        for (let at = 0; at < rows.length; at += AT_ONCE) {
          await trx
            .insertInto('roster_entry')
            .values(rows.slice(at, at + AT_ONCE))
            .execute();
        }
      });
    },
  };
}

function fromProfile(profile: MemberProfile): Row<'member_profile'> {
  return {
    group_id: profile.groupId,
    member_id: profile.memberId,
    class: profile.memberClass,
    classed_by: profile.classedBy,
    verified_by: profile.verifiedBy,
    verified_at: profile.verifiedAt,
    inviter_id: profile.inviterId,
    joined_at: profile.joinedAt,
    name_key: profile.nameKey,
    identity_key: profile.identityKey,
  };
}

function toProfile(row: Row<'member_profile'>): MemberProfile {
  return {
    groupId: row.group_id,
    memberId: row.member_id,
    memberClass: row.class,
    classedBy: row.classed_by,
    verifiedBy: row.verified_by,
    verifiedAt: row.verified_at,
    inviterId: row.inviter_id,
    joinedAt: row.joined_at,
    nameKey: row.name_key,
    identityKey: row.identity_key,
  };
}

function toDeparture(row: Row<'departure'>): Departure {
  return { groupId: row.group_id, memberId: row.member_id, at: row.at, removerId: row.remover_id };
}

function toBan(row: Row<'ban'>): Ban {
  return { scope: row.scope, memberId: row.member_id, by: row.banned_by, at: row.at };
}
