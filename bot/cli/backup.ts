import { backup, restore } from '../../src/store/backup.js';
import { NotInOrder } from './fail.js';

/** `qunshao backup FILE`. */
export async function backupTo(file: string, url: string): Promise<string> {
  const { chain } = await backup(url, file);
  if (chain.kind === 'whole') return `已备份到 ${file},并已核对:审计日志 ${chain.entries} 条,完整。`;
  return `已备份到 ${file}。注意:审计日志从第 ${chain.brokenAt} 条起对不上(${chain.reason}),数据库里本来就是这样;请用 qunshao audit verify 核对。`;
}

/** `qunshao restore FILE`: refused where there is a database, unless forced. */
export async function restoreFrom(file: string, url: string, force: boolean): Promise<string> {
  const outcome = await restore(file, url, { force });
  if (outcome.kind === 'refused') throw new NotInOrder(outcome.message);
  return `已从 ${file} 恢复到 ${url}。`;
}
