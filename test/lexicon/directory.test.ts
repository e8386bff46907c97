import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

it('an empty directory: no sources, no problems of its own', () => {
  expect(readLexiconDirectory(directory)).toEqual({ sources: [], problems: [] });
});

it('a missing directory is a warning', () => {
  const { sources, problems } = readLexiconDirectory(join(directory, 'nowhere'));
  expect(sources).toEqual([]);
  expect(problems).toMatchObject([{ severity: 'warning', file: 'nowhere' }]);
});

it('reads the text files in order of name and nothing else', () => {
  for (const name of ['b.txt', 'a.txt', 'c.md']) writeFileSync(join(directory, name), name);
  expect(readLexiconDirectory(directory).sources).toEqual([
    { file: 'a.txt', text: 'a.txt' },
    { file: 'b.txt', text: 'b.txt' },
  ]);
});

it('a file that is not UTF-8 is named, the others are read', () => {
  writeFileSync(join(directory, 'a.txt'), Buffer.from([0xb6, 0xc4, 0xb2, 0xa9]));
  writeFileSync(join(directory, 'b.txt'), '词');
  const { sources, problems } = readLexiconDirectory(directory);
  expect(sources.map((source) => source.file)).toEqual(['b.txt']);
  expect(problems).toMatchObject([{ severity: 'error', file: 'a.txt', line: 0 }]);
});

it('traditional pairs are single characters and hold the common ones', () => {
  const pairs = readTraditionalPairs();
  expect(pairs.every(([from, to]) => from.length === 1 && to.length === 1)).toBe(true);
  expect(new Map(pairs).get('賭')).toBe('赌');
});
