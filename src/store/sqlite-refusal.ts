import Database from 'better-sqlite3';
import { StoreError } from './error.js';

/** What an owner can do about an error of SQLite; other errors pass unchanged. */
export function sqliteRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code.split('_').slice(0, 2).join('_');
  const sentence = SENTENCES.get(error.code) ?? SENTENCES.get(code);
  if (sentence === undefined) return error;
  return new StoreError(`${sentence.zh}:${file};${sentence.todo} (${sentence.en}: ${error.code})`, {
    cause: error,
  });
}

interface Sentence {
  readonly zh: string;
  readonly todo: string;
  readonly en: string;
}

const DAMAGED = {
  zh: '数据库文件已损坏',
  todo: '请停下机器人,用 qunshao restore 恢复备份',
  en: 'the database is damaged; stop and restore a backup',
};

const MOVED = 'SQLITE_READONLY_DBMOVED';

/** SQLite's own words for a file that was deleted or replaced; it looks for that only where it keeps no log beside the file. */
export function fileMoved(): Error {
  return new Database.SqliteError('the file is not in its place any more', MOVED);
}

const SENTENCES: ReadonlyMap<string, Sentence> = new Map([
  [
    'SQLITE_NOTADB',
    {
      zh: '这个文件不是 SQLite 数据库,或已损坏',
      todo: '文件没有动过,请检查 database 的路径,或用 qunshao restore 恢复备份',
      en: 'not an SQLite database; it was left as it is',
    },
  ],
  ['SQLITE_CORRUPT', DAMAGED],
  [
    MOVED,
    {
      zh: '数据库文件被删掉或换掉了',
      todo: '请停下机器人,把文件放回原处,或用 qunshao restore 恢复备份',
      en: 'the database was deleted or replaced; stop, and put it back or restore a backup',
    },
  ],
  [
    'SQLITE_BUSY',
    {
      zh: '数据库被另一个程序占用',
      todo: '请先停掉另一个 qunshao,或稍后再试',
      en: 'the database is locked by another program; stop it or try again later',
    },
  ],
  [
    'SQLITE_CANTOPEN',
    {
      zh: '数据库文件打不开',
      todo: '请检查路径和权限',
      en: 'cannot open the database; check its path and rights',
    },
  ],
  [
    'SQLITE_READONLY',
    {
      zh: '数据库文件不可写',
      todo: '请检查文件和目录的权限',
      en: 'the database is not writable; check its rights',
    },
  ],
  ['SQLITE_FULL', { zh: '磁盘已满', todo: '请腾出空间后再试', en: 'the disk is full; free some space' }],
  ['SQLITE_IOERR', { zh: '读写数据库出错', todo: '请检查磁盘', en: 'the disk failed on the database' }],
]);

/** Whether pages of the file are not what SQLite has written, or the file is gone. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  return error.code === MOVED || /^SQLITE_(?:CORRUPT|NOTADB)/u.test(error.code);
}

/** Whether another connection holds the lock that was needed. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
