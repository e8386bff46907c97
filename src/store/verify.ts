import type { ChainState } from '../core/model/audit.js';
import { GENESIS, linkHash } from './chain.js';
import type { Db, Row } from './schema.js';

const CHUNK = 1000;

interface Walk {
  readonly seq: number;
  readonly hash: string;
}
type Broken = Extract<ChainState, { kind: 'broken' }>;

/**
 * Walks the whole chain in chunks. Finds changed, missing, inserted and reordered entries and a cut-off end.
 * Known gap: who can write the database can also write a whole new chain; only a digest kept elsewhere shows that.
 */
export async function verifyChain(db: Db): Promise<ChainState> {
  const tail = await readTail(db);
  if (tail === undefined)
    return broken({ seq: 0, hash: GENESIS }, '审计链的末端记录不见了 (the tail record is gone)');
  let walk: Walk = { seq: 0, hash: GENESIS };
  while (walk.seq < tail.seq) {
    const rows = await chunkAfter(db, walk.seq, tail.seq);
    if (rows.length === 0) return broken(walk, '之后的记录被删除 (the entries from here on are missing)');
    const next = follow(walk, rows);
    if ('brokenAt' in next) return next;
    walk = next;
  }
  if (walk.hash !== tail.hash)
    return broken({ ...walk, seq: walk.seq - 1 }, '与链的末端不符 (does not match the tail)');
  return (await beyondTail(db, walk)) ?? { kind: 'whole', entries: walk.seq };
}

function readTail(db: Db): Promise<Walk | undefined> {
  return db.selectFrom('audit_tail').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirst();
}

function chunkAfter(db: Db, seq: number, last: number): Promise<Row<'audit_log'>[]> {
  return db
    .selectFrom('audit_log')
    .selectAll()
    .where('seq', '>', seq)
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(CHUNK)
    .execute();
}

function follow(start: Walk, rows: readonly Row<'audit_log'>[]): Walk | Broken {
  let walk = start;
  for (const row of rows) {
    const reason = misfit(walk, row);
    if (reason !== null) return broken(walk, reason);
    walk = { seq: row.seq, hash: row.hash };
  }
  return walk;
}

function misfit(before: Walk, row: Row<'audit_log'>): string | null {
  if (row.seq !== before.seq + 1) return '这一条被删除 (the entry is missing)';
  if (row.prev_hash !== before.hash) return '与前一条不相连 (does not follow from the entry before it)';
  if (row.hash !== linkHash(before.hash, row)) return '内容被改动 (the entry was changed)';
  return null;
}

/** Entries that no tail covers. The tail is read last: a writer that comes in between moves it with its entries. */
async function beyondTail(db: Db, walk: Walk): Promise<Broken | null> {
  const last = await db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  const tail = await readTail(db);
  if ((last?.seq ?? 0) <= (tail?.seq ?? 0)) return null;
  return broken(
    { ...walk, seq: tail?.seq ?? 0 },
    '末端之后多出记录 (an entry stands after the recorded end)',
  );
}

/** `entries` are those that fit; the entry after `walk` is the first that does not. */
function broken(walk: Walk, reason: string): Broken {
  return { kind: 'broken', entries: walk.seq, brokenAt: walk.seq + 1, reason };
}
