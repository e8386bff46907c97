import type { NewSignature, Signature } from '../core/model/signature.js';
import type { ConductRecords } from '../ports/conduct.js';
import type { Db, Row } from './schema.js';

type SignatureRecords = Pick<
  ConductRecords,
  | 'addSignature'
  | 'signatures'
  | 'signaturesOfCase'
  | 'confirmSignatures'
  | 'dropSignatures'
  | 'expireSignatures'
>;

export function signatureRecords(db: Db): SignatureRecords {
  const add: SignatureRecords['addSignature'] = (fresh) => insert(db, fresh);
  const ofCase = async (caseId: number): Promise<readonly Signature[]> => {
    const rows = await db
      .selectFrom('signature')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute();
    return rows.map(toSignature);
  };
  const drop = (caseId: number): Promise<number> => dropOfCase(db, caseId);
  return {
    addSignature: add,
    signaturesOfCase: ofCase,
    async signatures(after, at) {
      const rows = await db
        .selectFrom('signature')
        .selectAll()
        .where('id', '>', after)
        .where('expires_at', '>', at)
        .orderBy('id')
        .execute();
      return rows.map(toSignature);
    },
    async confirmSignatures(caseId) {
      const pending = (await ofCase(caseId)).filter(({ state }) => state === 'pending');
      if (pending.length === 0) return 0;
      // A new number each: other processes read on from the last that they know.
      await drop(caseId);
      for (const one of pending) await add({ ...one, state: 'confirmed' });
      return pending.length;
    },
    dropSignatures: drop,
    async expireSignatures(at) {
      await db.deleteFrom('signature').where('expires_at', '<=', at).execute();
    },
  };
}

async function insert(db: Db, fresh: NewSignature): Promise<Signature> {
  const { kind, print, category, state, caseId, groupId, memberId, at, expiresAt } = fresh;
  const of = { kind, print, category, state, at, case_id: caseId, expires_at: expiresAt };
  const row = await db
    .insertInto('signature')
    .values({ ...of, group_id: groupId, member_id: memberId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...fresh, id: row.id };
}

async function dropOfCase(db: Db, caseId: number): Promise<number> {
  const gone = await db.deleteFrom('signature').where('case_id', '=', caseId).returning('id').execute();
  return gone.length;
}

function toSignature(row: Row<'signature'>): Signature {
  const { id, kind, print, category, state, at } = row;
  return {
    id,
    kind,
    print,
    category,
    state,
    caseId: row.case_id,
    groupId: row.group_id,
    memberId: row.member_id,
    at,
    expiresAt: row.expires_at,
  };
}
