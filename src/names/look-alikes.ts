import { readFileSync } from 'node:fs';

/** Characters that a quick eye takes for each other, each with the first of its row. A missing file is an empty table. */
export function readLookAlikes(path: string): ReadonlyMap<string, string> {
  const rows = textOf(path)
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const twins = new Map<string, string>();
  for (const row of rows) {
    const [first = '', ...others] = row;
    for (const other of others) twins.set(other, first);
  }
  return twins;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
