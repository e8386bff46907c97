import type { Action } from '../core/model/action.js';
import type { Finding } from '../core/model/finding.js';
import { withoutNames, withoutWords } from '../core/model/forget.js';
import { isActive } from '../core/model/strike.js';
import type { ForgettingRecords } from '../ports/forgetting.js';
import { atomically } from './atomically.js';
import { COMPLAINT_CASE } from './conduct-counts.js';
import { forgetConduct } from './conduct.js';
import { forgetDrafts, forgetNotice } from './notices.js';
import type { Db } from './schema.js';
import { strikeRecords } from './strikes.js';

/** Cases in one transaction: a year's worth must not hold up the chat. */
const AT_ONCE = 200;

export function forgettingRecords(db: Db): ForgettingRecords {
  return {
    async forgetEvidence(groupId, before) {
      let total = 0;
      for (let done = AT_ONCE; done === AT_ONCE; total += done) done = await forgetSome(db, groupId, before);
      await forgetOldSaid(db, groupId, before);
      await forgetDrafts(db, groupId, before);
      return total;
    },
    async personalData(groupId, memberId, at) {
      const rows = await db
        .selectFrom('cases')
        .select(['status', 'forgotten'])
        .where('group_id', '=', groupId)
        .where('member_id', '=', memberId)
        // A complaint that is not decided is hidden from whom it is about.
        .where((eb) => eb.or([eb('status', '<>', 'open'), eb('rules', 'not like', COMPLAINT_CASE)]))
        .execute();
      const strikes = await strikeRecords(db).strikesOf(groupId, memberId);
      const watch = await db
        .selectFrom('card_watch')
        .select('since')
        .where('group_id', '=', groupId)
        .where('member_id', '=', memberId)
        .executeTakeFirst();
      return {
        cases: rows.length,
        strikes: strikes.filter((strike) => isActive(strike, at)).length,
        openCases: rows.filter(({ status }) => status === 'open').length,
        evidence: rows.filter(({ forgotten }) => forgotten === 0).length,
        cardWatch: watch !== undefined,
      };
    },
    eraseMember: (groupId, memberId) => atomically(db, (trx) => erase(trx, groupId, memberId)),
  };
}

function forgetSome(db: Db, groupId: string, before: number): Promise<number> {
  return atomically(db, async (trx) => {
    const rows = await trx
      .selectFrom('cases')
      .select(['id', 'findings'])
      .where('group_id', '=', groupId)
      .where('at', '<', before)
      .where('forgotten', '=', 0)
      .where('status', '<>', 'open')
      .orderBy('at')
      .limit(AT_ONCE)
      .execute();
    for (const { id, findings } of rows) await forget(trx, { id, findings, memberName: null });
    return rows.length;
  });
}

async function erase(trx: Db, groupId: string, memberId: string): Promise<number> {
  const rows = await trx
    .selectFrom('cases')
    .select(['id', 'findings'])
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .where('status', '<>', 'open')
    .execute();
  for (const { id, findings } of rows) await forget(trx, { id, findings, memberName: '' });
  await forgetNamed(trx, groupId, memberId);
  await forgetProfile(trx, groupId, memberId);
  await forgetConduct(trx, groupId, memberId);
  return rows.length;
}

/** Bans and departures hold no name, and a person's word stands behind them: they stay. */
async function forgetProfile(trx: Db, groupId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('member_profile')
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .execute();
}

interface Forgotten {
  readonly id: number;
  readonly findings: string;
  /** What stands for the name from now on; null leaves it. */
  readonly memberName: string | null;
}

async function forget(trx: Db, { id, findings, memberName }: Forgotten): Promise<void> {
  const kept: readonly Finding[] = JSON.parse(findings);
  await trx
    .updateTable('cases')
    .set({
      findings: JSON.stringify(withoutWords(kept)),
      forgotten: 1,
      ...(memberName === null ? {} : { member_name: memberName }),
    })
    .where('id', '=', id)
    .execute();
  // Reasons are people's own words: of an appeal, of a reversal.
  await trx
    .updateTable('case_event')
    .set({ reason: '' })
    .where('case_id', '=', id)
    .where('reason', '<>', '')
    .execute();
  await forgetSaid(trx, id);
  await forgetNotice(trx, id);
}

/** What was only said: once it is settled nothing rests on it. */
const SAID: readonly Action['kind'][] = ['reply', 'tell', 'digest', 'card-roll'];

interface Settled {
  readonly id: number;
  readonly kind: Action['kind'];
  readonly action: string;
}

/** Sentences go; what was done stays, without names and words. */
async function letGo(trx: Db, rows: readonly Settled[]): Promise<void> {
  for (const { id, kind, action } of rows) {
    if (SAID.includes(kind)) {
      await trx.deleteFrom('outbox').where('id', '=', id).execute();
      continue;
    }
    const done: Action = JSON.parse(action);
    const kept = { action: JSON.stringify(withoutNames(done)), detail: null };
    await trx.updateTable('outbox').set(kept).where('id', '=', id).execute();
  }
}

function settled(trx: Db) {
  return trx.selectFrom('outbox').select(['id', 'kind', 'action']).where('settled_at', 'is not', null);
}

async function forgetSaid(trx: Db, caseId: number): Promise<void> {
  await letGo(trx, await settled(trx).where('case_id', '=', caseId).execute());
}

/** Whatever else was said that names the member, be it an answer to somebody else. */
async function forgetNamed(trx: Db, groupId: string, memberId: string): Promise<void> {
  const rows = await settled(trx).where('group_id', '=', groupId).execute();
  const named = JSON.stringify(memberId);
  await letGo(
    trx,
    rows.filter(({ action }) => action.includes(named)),
  );
}

function forgetOldSaid(db: Db, groupId: string, before: number): Promise<unknown> {
  return db
    .deleteFrom('outbox')
    .where('group_id', '=', groupId)
    .where('settled_at', '<', before)
    .where('kind', 'in', SAID)
    .execute();
}
