import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { bad, care, good, type Row } from './row.js';

const MEGABYTE = 1024 * 1024;
const ENOUGH_MB = 1024;
const LEAST_MB = 100;

/** The folder, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Bytes that are free where the database lies or will lie. */
export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(folder));
  return bavail * bsize;
}

export function spaceRow(free: number): Row {
  const text = `数据库所在的盘还有 ${Math.round(free / MEGABYTE)} MB`;
  if (free >= ENOUGH_MB * MEGABYTE) return good('磁盘', text);
  return free >= LEAST_MB * MEGABYTE
    ? care('磁盘', text, '请腾出 1 GB 以上:升级和备份要多写一份')
    : bad('磁盘', text, '写满后不能记录;请马上腾出空间');
}

/** Files that nobody else on the machine should read: the database with its side files, logins, what holds passwords. */
export function privateFiles(of: {
  readonly database: string | null;
  readonly config: string | null;
  readonly memoryCards: string;
}): readonly string[] {
  const { database, config, memoryCards } = of;
  const beside = database === null ? [] : beginning(dirname(database), basename(database));
  const logins = existsSync(memoryCards)
    ? readdirSync(memoryCards)
        .filter((name) => name.endsWith('.memory-card.json'))
        .map((name) => join(memoryCards, name))
    : [];
  return [...new Set([...beside, ...logins, ...(config === null ? [] : [config]), '.env'])].filter((file) =>
    existsSync(file),
  );
}

/** The file itself, `-wal`, `-shm`, kept copies. */
function beginning(folder: string, name: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((one) => one.startsWith(name))
    .map((one) => join(folder, one));
}

export function permissionRow(files: readonly string[]): Row {
  const area = '文件权限';
  // Windows keeps rights elsewhere; what it shows here means nothing.
  const open =
    process.platform === 'win32' ? [] : files.filter((file) => (statSync(file).mode & 0o077) !== 0);
  if (open.length === 0)
    return good(area, files.length === 0 ? '还没有要保护的文件' : `${files.length} 个文件只有自己能读`);
  return care(area, `${open.join('、')} 别的用户也能读`, `请运行 chmod 600 ${open.join(' ')}`);
}
