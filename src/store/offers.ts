import type { Offer, RegisterRecords } from '../ports/register.js';
import { byText } from './order.js';
import type { Db, Row } from './schema.js';

type OfferRecords = Pick<RegisterRecords, 'putOffer' | 'offers' | 'takeOffer' | 'dropOffer'>;
type ClaimRecords = Pick<RegisterRecords, 'putClaimCode' | 'takeClaimCode'>;

export function offerRecords(db: Db): OfferRecords {
  return {
    async putOffer({ key, actorId, groupId, kind, data, at, until }) {
      const rest = { actor_id: actorId, group_id: groupId, kind, data, at, until };
      await db
        .insertInto('offer')
        .values({ key, ...rest })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
        .execute();
    },
    async offers(actorId, now) {
      const rows = await db
        .selectFrom('offer')
        .selectAll()
        .where('actor_id', '=', actorId)
        .where('until', '>', now)
        .execute();
      return rows.map(toOffer).toSorted((a, b) => b.at - a.at || byText(a.key, b.key));
    },
    async takeOffer(key, at) {
      const taken = await db
        .deleteFrom('offer')
        .where('key', '=', key)
        .where('at', '=', at)
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async dropOffer(key) {
      await db.deleteFrom('offer').where('key', '=', key).execute();
    },
  };
}

export function claimRecords(db: Db): ClaimRecords {
  return {
    async putClaimCode(groupId, digest, until) {
      await db
        .insertInto('claim_code')
        .values({ group_id: groupId, digest, until })
        .onConflict((conflict) => conflict.column('group_id').doUpdateSet({ digest, until }))
        .execute();
    },
    async takeClaimCode(digest, now) {
      const taken = await db
        .deleteFrom('claim_code')
        .where('digest', '=', digest)
        .where('until', '>', now)
        .returning('group_id')
        .executeTakeFirst();
      return taken?.group_id ?? null;
    },
  };
}

function toOffer(row: Row<'offer'>): Offer {
  const { key, kind, data, at, until } = row;
  return { key, actorId: row.actor_id, groupId: row.group_id, kind, data, at, until };
}
