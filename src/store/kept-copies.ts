import { existsSync } from 'node:fs';
import { copyDatabase } from './copy.js';

/** Keeps the database as it was before its schema changes, beside itself; answers the copy's path. */
export async function copyBeforeMigration(file: string, version: number): Promise<string> {
  const copy = freeName(`${file}.v${version}`);
  await copyDatabase(file, copy);
  return copy;
}

/** `stem.bak`, or `stem.2.bak`, `stem.3.bak` … where that is taken: an older copy is never overwritten. */
export function freeName(stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.bak` : `${stem}.${number}.bak`;
    if (!existsSync(name)) return name;
  }
}
