import type { AuditEntry, StoredAudit } from '../core/model/audit.js';
import { canonical, linkHash } from './chain.js';
import { atomically } from './atomically.js';
import type { AuditTable, Db, Row } from './schema.js';
import { statement } from './statement.js';
import type { Holes } from './statement.js';
import { storable } from './text.js';

/**
 * Appends entries to the chain, in order, all or none. The tail is updated first: that lock puts writers in line.
 * @throws Error when the tail row is gone: the log was tampered with, and nothing may be appended to it.
 */
export async function appendAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await atomically(db, async (trx) => {
    const [tail] = (await moveTail(trx, { by: entries.length })).rows;
    if (tail === undefined) throw new Error('audit_tail has no row');
    const links = chained(entries, tail.seq - entries.length, tail.hash);
    for (const link of links) await insertLink(trx, link);
    await sealTail(trx, { hash: links.at(-1)?.hash ?? tail.hash });
  });
}

const moveTail = statement((db, { by }: Holes<{ by: number }>) =>
  db
    .updateTable('audit_tail')
    .set((eb) => ({ seq: eb('seq', '+', by) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash']),
);

const sealTail = statement((db, { hash }: Holes<{ hash: string }>) =>
  db.updateTable('audit_tail').set({ hash }).where('id', '=', 1),
);

const insertLink = statement((db, link: Holes<AuditTable>) =>
  db.insertInto('audit_log').values({
    seq: link.seq,
    at: link.at,
    actor: link.actor,
    kind: link.kind,
    group_id: link.group_id,
    data: link.data,
    prev_hash: link.prev_hash,
    hash: link.hash,
  }),
);

function chained(entries: readonly AuditEntry[], seq: number, hash: string): Row<'audit_log'>[] {
  let previous = hash;
  return entries.map((entry, index) => {
    const link = {
      seq: seq + index + 1,
      at: entry.at,
      // Hashed as it will be read back.
      actor: storable(entry.actor),
      kind: storable(entry.kind),
      group_id: entry.groupId === null ? null : storable(entry.groupId),
      data: canonical(entry.data),
    };
    const row = { ...link, prev_hash: previous, hash: linkHash(previous, link) };
    previous = row.hash;
    return row;
  });
}

/** The whole log, in order. */
export async function readAudit(db: Db): Promise<readonly StoredAudit[]> {
  const rows = await db.selectFrom('audit_log').selectAll().orderBy('seq').execute();
  return rows.map(({ seq, at, actor, kind, group_id: groupId, data, prev_hash: previous, hash }) => ({
    seq,
    at,
    actor,
    kind,
    groupId,
    data,
    previous,
    hash,
  }));
}
