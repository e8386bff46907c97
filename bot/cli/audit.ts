import { existsSync, statSync } from 'node:fs';
import { isPostgres, openStore } from '../../src/store/open.js';
import type { Store } from '../../src/ports.js';
import { NotInOrder, UsageError } from './fail.js';

/** Bytes. A shorter file SQLite takes for a new database: one that was emptied would pass for whole. */
const SQLITE_HEADER = 100;

/** Opens a database that must be there: a look at records never makes an empty one. */
export async function openExisting(url: string): Promise<Store> {
  if (!isPostgres(url) && !existsSync(url))
    throw new UsageError(`没有数据库 ${url};先运行机器人,或用 --db 指定文件`);
  if (!isPostgres(url) && statSync(url).size < SQLITE_HEADER) {
    throw new UsageError(`${url} 是空的,不是数据库;请检查 --db,或用最近的备份恢复`);
  }
  return openStore(url);
}

/** `qunshao audit verify`. */
export async function verifyAudit(url: string): Promise<string> {
  const store = await openExisting(url);
  try {
    const state = await store.verifyAudit();
    if (state.kind === 'whole') return `审计日志完整:${state.entries} 条,哈希链没有断。`;
    throw new NotInOrder(
      `审计日志第 ${state.brokenAt} 条对不上:${state.reason};请保留数据库文件,用最近的备份核对`,
    );
  } finally {
    await store.close();
  }
}
