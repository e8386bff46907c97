import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { UsageError } from '../cli/fail.js';
import { writeOut } from '../cli/write-out.js';

/** The files of a bundle by their names. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The earliest time that a ZIP can hold: the same files give the same archive. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** A folder, or an archive where the name ends in `.zip`; only its owner may read it. Never written over. */
export async function putBox(path: string, files: Files): Promise<void> {
  if (existsSync(path)) throw new UsageError(`${path} 已经有了;请换一个名字,证据不覆盖`);
  if (path.endsWith('.zip')) return writeOut(path, zipSync({ ...files }, { mtime: ZIP_EPOCH }));
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const [name, bytes] of Object.entries(files)) await writeOut(join(path, name), bytes);
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} 建不了;请检查上一级文件夹在不在、有没有写权限`);
  }
}

/** An archive that is larger is none of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

export function readBox(path: string): Files {
  if (!existsSync(path)) throw new UsageError(`找不到 ${path};请检查路径`);
  if (statSync(path).isDirectory()) {
    return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
  }
  try {
    let total = 0;
    return unzipSync(readFileSync(path), {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new Error('too large');
        return true;
      },
    });
  } catch {
    throw new UsageError(`${path} 打不开:不是证据文件夹,也不是 ZIP,或已损坏`);
  }
}
