import type { Instant } from '../../../src/core/model/instant.js';
import { examine, type Examination } from '../../../src/store/examine.js';
import { StoreError } from '../../../src/store/error.js';
import { isPostgres } from '../../../src/store/open.js';
import { bad, care, good, type Row } from './row.js';

const AREA = '数据库';

export interface DatabaseRows {
  readonly rows: readonly Row[];
  readonly lastEntryAt: Instant | null;
}

/** Nothing is changed by looking: an older schema is told, not migrated. */
export async function databaseRows(url: string): Promise<DatabaseRows> {
  const shown = isPostgres(url) ? 'PostgreSQL' : url;
  try {
    return rowsOf(shown, await examine(url));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { rows: [bad(AREA, error.message, null)], lastEntryAt: null };
  }
}

function rowsOf(shown: string, found: Examination): DatabaseRows {
  switch (found.kind) {
    case 'absent':
      return { rows: [good(AREA, `${shown} 还没有内容,第一次启动时会建立`)], lastEntryAt: null };
    case 'older': {
      const text = `${shown} 是第 ${found.version} 版,程序是第 ${found.latest} 版`;
      const mend = '下次启动时会升级(SQLite 会先自动留一份备份);可以先用 qunshao backup 另备一份';
      return { rows: [care(AREA, text, mend)], lastEntryAt: null };
    }
    case 'current':
      return { rows: [busyRow(shown, found.busy), chainRow(found)], lastEntryAt: found.lastEntryAt };
  }
}

function busyRow(shown: string, busy: boolean): Row {
  return busy
    ? care(AREA, `${shown} 正被别的程序锁着`, '机器人正在写时会这样,过一会儿再看;一直这样就查是谁占着(lsof)')
    : good(AREA, `${shown},能读能写`);
}

function chainRow({ chain }: Extract<Examination, { kind: 'current' }>): Row {
  return chain.kind === 'whole'
    ? good('审计日志', `${chain.entries} 条,哈希链没有断`)
    : bad('审计日志', `第 ${chain.brokenAt} 条对不上:${chain.reason}`, '请保留数据库文件,用最近的备份核对');
}
