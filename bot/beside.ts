import { open } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';

/** Bytes of a file named by a path below the folder of `eventsFile`; null for a path that leads out of it, or a larger file. */
export async function readBeside(
  eventsFile: string,
  path: string | null,
  most: number,
): Promise<Uint8Array | null> {
  if (path === null || isAbsolute(path) || normalize(path).startsWith('..')) return null;
  const handle = await open(join(dirname(eventsFile), path));
  try {
    const { size } = await handle.stat();
    return size > most ? null : await handle.readFile();
  } finally {
    await handle.close();
  }
}
