import { backup, restore } from '../../src/store/backup.js';
import { NotInOrder } from './fail.js';

/** `qunshao backup FILE`. */
export async function backupTo(file: string, url: string): Promise<string> {
  await backup(url, file);
  return `已备份到 ${file}。`;
}

/** `qunshao restore FILE`: refused where there is a database, unless forced. */
export async function restoreFrom(file: string, url: string, force: boolean): Promise<string> {
  const outcome = await restore(file, url, { force });
  if (outcome.kind === 'refused') throw new NotInOrder(outcome.message);
  return `已从 ${file} 恢复到 ${url}。`;
}
