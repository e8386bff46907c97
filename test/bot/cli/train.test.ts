import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../bot/cli/fail.js';
import { trainJudge } from '../../../bot/cli/train.js';
import { readJudge } from '../../../src/judge-file/judge-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOODS = ['面膜', '口红', '手表', '茶叶', '奶粉', '皮鞋'];
const OFFERS = GOODS.map((goods) => ({
  text: `${goods}半价出售,私聊我`,
  label: 1,
  category: 'ads',
  source: 'A-1',
}));
const TALK = GOODS.map((goods) => ({
  text: `我的${goods}忘在家里了`,
  label: 0,
  category: 'none',
  source: 'B',
}));

function file(name: string, rows: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

async function run(
  files: readonly string[],
  over: { sources?: string[]; review?: number; out?: string } = {},
): Promise<string> {
  const out = join(folder, over.out ?? 'out');
  const review = over.review === undefined ? {} : { review: over.review };
  await trainJudge({
    files,
    out,
    sources: over.sources ?? [],
    contrast: [],
    ...review,
    stdin: Readable.from([]),
    print: () => undefined,
  });
  return join(out, 'judge.bin');
}

describe('trainJudge', () => {
  it.each([
    { name: 'empty files', rows: [], sources: [] },
    { name: 'rows of other sources only', rows: [...OFFERS, ...TALK], sources: ['C'] },
    { name: 'no harmless rows', rows: OFFERS, sources: [] },
  ])('refuses $name', async ({ rows, sources }) => {
    await expect(run([file('a.jsonl', rows)], { sources })).rejects.toThrow(UsageError);
  });

  it.each([-1, 1, Number.NaN])('refuses a share of %s', async (review) => {
    await expect(run([file('a.jsonl', [...OFFERS, ...TALK])], { review })).rejects.toThrow('--review');
  });

  it('refuses a grammar that is not there or cannot be read', async () => {
    await expect(run([join(folder, 'none.txt')])).rejects.toThrow('none.txt');
    writeFileSync(join(folder, 'bad.txt'), '你好');
    await expect(run([join(folder, 'bad.txt')])).rejects.toThrow(UsageError);
  });

  it('learns from rows and from grammars, and writes the same bytes twice', async () => {
    writeFileSync(
      join(folder, 'g.txt'),
      '类别: gambling\n数量: 9\n[站]\n甲、乙、丙、丁\n[句]\n{站}娱乐城开户送彩金',
    );
    const files = [join(folder, 'g.txt'), file('a.jsonl', OFFERS), file('b.jsonl', TALK)];
    const first = await run(files);
    expect(readJudge(first).categories.map(({ category }) => category)).toEqual(['advertising', 'gambling']);
    expect(readFileSync(await run(files, { out: 'again' })).equals(readFileSync(first))).toBe(true);
  });

  it('learns by sounds as well where there is abuse', async () => {
    const abuse = GOODS.map((goods) => ({
      text: `你这个${goods}`,
      label: 1,
      category: 'insult',
      source: 'A',
    }));
    const first = await run([file('a.jsonl', abuse), file('b.jsonl', TALK)]);
    const heard = readJudge(join(dirname(first), 'sounds.bin'));
    expect(heard.categories.map(({ category }) => category)).toEqual(['insult']);
  });
});
