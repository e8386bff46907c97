import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { UsageError } from '../../../bot/cli/fail.js';
import { writeOut } from '../../../bot/cli/write-out.js';

const folder = mkdtempSync(join(inject('scratch'), 'out-'));
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('nothing to write is an empty file that only its owner reads', async () => {
  await writeOut(join(folder, 'empty'), new Uint8Array());
  expect([readFileSync(join(folder, 'empty')).length, modeOf(join(folder, 'empty'))]).toEqual([0, '600']);
});

it('a file that everybody could read before is its owner’s alone afterwards', async () => {
  const path = join(folder, 'old');
  writeFileSync(path, 'old', { mode: 0o644 });
  await writeOut(path, Buffer.from('new'));
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['new', '600']);
});

it('a folder that is not there is named', async () => {
  await expect(writeOut(join(folder, 'none', 'a'), new Uint8Array())).rejects.toThrow(UsageError);
});
