import type { ColumnDefinitionBuilder } from 'kysely';
import type { Step } from './migration.js';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Who people are: profiles, departures, bans, rosters. */
export const people: Step = {
  name: '0004-people',
  async up(db) {
    await db.schema
      .createTable('member_profile')
      .addColumn('group_id', 'text', required)
      .addColumn('member_id', 'text', required)
      .addColumn('class', 'text')
      .addColumn('classed_by', 'text')
      .addColumn('verified_by', 'text')
      .addColumn('verified_at', 'bigint')
      .addColumn('inviter_id', 'text')
      .addColumn('joined_at', 'bigint')
      .addColumn('name_key', 'text')
      .addColumn('identity_key', 'text')
      .addPrimaryKeyConstraint('member_profile_pk', ['group_id', 'member_id'])
      .execute();
    await db.schema
      .createTable('departure')
      .addColumn('group_id', 'text', required)
      .addColumn('member_id', 'text', required)
      .addColumn('at', 'bigint', required)
      .addColumn('remover_id', 'text')
      .addPrimaryKeyConstraint('departure_pk', ['group_id', 'member_id'])
      .execute();
    await db.schema
      .createTable('ban')
      .addColumn('scope', 'text', required)
      .addColumn('member_id', 'text', required)
      .addColumn('banned_by', 'text', required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('ban_pk', ['scope', 'member_id'])
      .execute();
    await db.schema
      .createTable('roster_entry')
      .addColumn('group_id', 'text', required)
      .addColumn('line', 'integer', required)
      .addColumn('entry', 'text', required)
      .addPrimaryKeyConstraint('roster_entry_pk', ['group_id', 'line'])
      .execute();
  },
};
