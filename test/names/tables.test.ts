import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadNameTables } from '../../src/names/tables.js';
import { readSections } from '../../src/names/section.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'names-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('loadNameTables', () => {
  it('an empty directory: empty tables and one warning for each file', () => {
    const { tables, warnings } = loadNameTables(directory);
    expect(warnings.map((warning) => `${warning.file} ${warning.kind}`)).toEqual([
      'surnames.txt missing',
      'not-names.txt missing',
      'cities.txt missing',
      'majors.txt missing',
    ]);
    expect(tables.places.size + tables.majors.size + tables.surnames.size).toBe(0);
  });

  it('a file with nothing but comments is empty', () => {
    writeFileSync(join(directory, 'majors.txt'), '# 只有注释\n\n[理学]\n');
    const { warnings } = loadNameTables(directory);
    expect(warnings).toContainEqual({
      file: 'majors.txt',
      kind: 'empty',
      message: expect.stringContaining('majors.txt') as string,
    });
  });

  it('names a section it does not know and goes on', () => {
    writeFileSync(join(directory, 'cities.txt'), '[地级]\n武汉市\n[乡镇]\n某镇\n');
    const { tables, warnings } = loadNameTables(directory);
    expect([...tables.places.keys()]).toEqual(['武汉市', '武汉']);
    expect(warnings.filter((warning) => warning.kind === 'unknown-section')).toHaveLength(1);
  });

  it('the tables that ship are whole', () => {
    const shipped = fileURLToPath(new URL('../../lexicons/names', import.meta.url));
    const { tables, warnings } = loadNameTables(shipped);
    expect(warnings).toEqual([]);
    expect(tables.places.get('吉林')).toEqual(new Set(['province', 'prefecture']));
    expect(tables.places.get('恩施州')).toEqual(new Set(['prefecture']));
    expect(tables.majors.has('计科')).toBe(true);
    expect(tables.compoundSurnames.has('欧阳')).toBe(true);
    for (const word of [...tables.notNames.contains, ...tables.notMajors])
      expect(word.length).toBeGreaterThan(1);
  });
});

describe('readSections', () => {
  it.each([
    ['nothing', '', []],
    [
      'a byte order mark and Windows line ends',
      '\ufeff[甲 乙]\r\n一 二\r\n',
      [{ kind: '甲', rest: '乙', words: ['一', '二'] }],
    ],
    ['words before any heading', '一\n# 注释\n二', [{ kind: '', rest: '', words: ['一', '二'] }]],
  ])('%s', (_why, text, want) => {
    expect(readSections(text)).toEqual(want);
  });
});
