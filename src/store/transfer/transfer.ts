import type { ChainState } from '../../core/model/audit.js';
import { StoreError } from '../error.js';
import { migrate } from '../migrate.js';
import { STEPS } from '../migrations/index.js';
import { isPostgres, openStore } from '../open.js';
import { openDatabase } from '../postgres.js';
import type { Db } from '../schema.js';
import { verifyChain } from '../verify.js';
import { createDigesting } from './digest.js';
import { openSource, type Source, type SourceTable } from './source.js';
import { digestOf, ensureEmpty, fill } from './target.js';

export interface Moved {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly digest: string }[];
  readonly auditEntries: number;
}

/**
 * Copies an SQLite database into an empty PostgreSQL database, all or nothing, and reads everything back: rows and a digest of every
 * table, and the audit chain. The file is left as it is, but for its schema, which is brought up to date (a copy of an older one is kept
 * beside it).
 * @throws StoreError when either cannot be used, the target is not empty, the file is in use, or what was read back differs
 */
export async function transfer(file: string, url: string): Promise<Moved> {
  if (isPostgres(file))
    throw new StoreError('只能从 SQLite 文件搬出;请用 --from 指定文件 (the source must be an SQLite file)');
  if (!isPostgres(url))
    throw new StoreError('--to 要写 postgres:// 地址 (the target must be a postgres:// URL)');
  const source = await openWhole(file);
  try {
    return await into(url, source);
  } finally {
    source.close();
  }
}

/** A broken chain is not carried over: it would look as if it had broken here. */
async function openWhole(file: string): Promise<Source> {
  const source = openSource(file);
  source.close();
  const store = await openStore(file);
  const chain = await store.verifyAudit();
  await store.close();
  ensureWhole(chain, '这个 SQLite 数据库的审计日志');
  return openSource(file);
}

function ensureWhole(chain: ChainState, what: string): number {
  if (chain.kind === 'whole') return chain.entries;
  throw new StoreError(
    `${what}第 ${chain.brokenAt} 条对不上:${chain.reason};没有搬,请先用备份核对 (the audit chain is broken)`,
  );
}

async function into(url: string, source: Source): Promise<Moved> {
  const db = await openDatabase(url);
  try {
    await ensureEmpty(db, new Set(source.tables.map(({ name }) => name)));
    await migrate(db, 'postgres', STEPS);
    return await db.transaction().execute((trx) => copy(trx, source));
  } finally {
    await db.destroy();
  }
}

async function copy(trx: Db, source: Source): Promise<Moved> {
  const tables: { name: string; rows: number; digest: string }[] = [];
  for (const table of source.tables) tables.push(await copyTable(trx, source, table));
  const auditEntries = ensureWhole(await verifyChain(trx), '搬过去的审计日志');
  return { tables, auditEntries };
}

async function copyTable(trx: Db, source: Source, table: SourceTable): Promise<Moved['tables'][number]> {
  const sent = createDigesting();
  await fill(
    trx,
    table,
    noted(source.rows(table), (row) => sent.add(row)),
  );
  const wanted = sent.result();
  const found = await digestOf(trx, table);
  if (found.rows === wanted.rows && found.digest === wanted.digest) return { name: table.name, ...found };
  throw new StoreError(
    `表 ${table.name} 搬过去以后不一样(${wanted.rows} 行,对面 ${found.rows} 行);已全部撤回,请把这句话报告给开发者 ` +
      '(the copy differs; nothing was kept)',
  );
}

function* noted<T>(rows: Iterable<T>, note: (row: T) => void): Iterable<T> {
  for (const row of rows) {
    note(row);
    yield row;
  }
}
