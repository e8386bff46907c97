import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JudgeFileError, readJudge, writeJudge } from '../../src/judge-file/judge-file.js';
import { trainSample } from '../train/sample.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('judge file', () => {
  it('reads what it wrote', () => {
    const { model } = trainSample();
    writeJudge(join(folder, 'a.bin'), model);
    expect(readJudge(join(folder, 'a.bin'))).toEqual(model);
  });

  it('is the same file for the same training', () => {
    writeJudge(join(folder, 'a.bin'), trainSample().model);
    writeJudge(join(folder, 'b.bin'), trainSample().model);
    expect(readFileSync(join(folder, 'a.bin')).equals(readFileSync(join(folder, 'b.bin')))).toBe(true);
  });

  it.each([
    { name: 'an empty file', spoil: () => Buffer.alloc(0) },
    { name: 'another kind of file', spoil: () => Buffer.from('hello\n{}\n') },
    { name: 'a header that is no JSON', spoil: () => Buffer.from('qunshao-judge-4\nhello\n') },
    { name: 'a file cut short', spoil: (whole: Buffer) => whole.subarray(0, -1) },
  ])('refuses $name and says which', ({ spoil }) => {
    const path = join(folder, 'a.bin');
    writeJudge(path, trainSample().model);
    writeFileSync(path, spoil(readFileSync(path)));
    expect(() => readJudge(path)).toThrow(JudgeFileError);
    expect(() => readJudge(path)).toThrow('a.bin');
  });
});
