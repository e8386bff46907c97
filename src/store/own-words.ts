import type { DeskRecords } from '../ports/desk.js';
import { byText } from './order.js';
import type { Db } from './schema.js';

export function ownWordRecords(db: Db): Pick<DeskRecords, 'ownWords' | 'putOwnWord' | 'dropOwnWord'> {
  return {
    async ownWords(groupId) {
      const rows = await db.selectFrom('own_word').selectAll().where('group_id', '=', groupId).execute();
      return rows
        .map(({ word, kind, category, by, at }) => ({ word, kind, category, by, at }))
        .toSorted((a, b) => byText(a.word, b.word));
    },
    async putOwnWord(groupId, { word, kind, category, by, at }) {
      const rest = { kind, category, by, at };
      await db
        .insertInto('own_word')
        .values({ group_id: groupId, word, ...rest })
        .onConflict((conflict) => conflict.columns(['group_id', 'word']).doUpdateSet(rest))
        .execute();
    },
    async dropOwnWord(groupId, word) {
      const dropped = await db
        .deleteFrom('own_word')
        .where('group_id', '=', groupId)
        .where('word', '=', word)
        .returning('word')
        .executeTakeFirst();
      return dropped !== undefined;
    },
  };
}
