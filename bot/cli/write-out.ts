import { chmod, writeFile } from 'node:fs/promises';
import { UsageError } from './fail.js';

/** Writes a file that only its owner may read. @throws UsageError where it cannot be written. */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    // A file that stood there before keeps the mode it had.
    await chmod(path, 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${path} 写不了(${code});请检查文件夹在不在、有没有写权限`);
  }
}
