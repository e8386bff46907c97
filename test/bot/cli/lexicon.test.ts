import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLexicon, lintLexicons, listLexicons } from '../../../bot/cli/lexicon.js';
import { folderWith } from '../../fakes/command-line.js';

let folder = '';
beforeAll(() => {
  folder = folderWith({
    'empty.txt': '',
    'list.txt': '赌球网站,gambling\n赌,gambling\n时间,fraud\n刷单团队\n',
    'cards.txt': '王大锤-武汉-化学97级\n专业讨债-武汉-化学97级\n泼硫酸-武汉-化学97级\n',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function printed(run: (print: (line: string) => void) => void): readonly string[] {
  const lines: string[] = [];
  run((line) => lines.push(line));
  return lines;
}

describe('qunshao lexicon', () => {
  it('import: an empty list takes nothing', () => {
    expect(printed((print) => importLexicon(join(folder, 'empty.txt'), {}, print))).toEqual([]);
  });

  it('import: says what was taken, what was refused, where and why', () => {
    const lines = printed((print) => importLexicon(join(folder, 'list.txt'), {}, print));
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { category: 'gambling', taken: 1, file: null },
      { refused: '赌', line: 2, why: '只有一个字' },
      { refused: '时间', line: 3, why: '是常用词' },
      { refused: '刷单团队', line: 4, why: '没有类别或类别不认识，写成“词,类别”或加 --category' },
    ]);
  });

  it('import: an unknown category is bad usage', () => {
    expect(() => importLexicon(join(folder, 'list.txt'), { category: 'x' }, () => undefined)).toThrow('x');
  });

  it('list: a line for each file', () => {
    const files = printed(listLexicons).map((line) => (JSON.parse(line) as { file: string }).file);
    expect(files).toContain('violence.txt');
    expect(files).toContain('common.txt');
  });

  it('lint: what is shipped is in order', () => {
    expect(printed((print) => lintLexicons(null, print)).join('')).toMatch(/^词库没有问题/u);
  });

  it('lint: a word that stands in a card of the group is told with file and line', () => {
    const lines: string[] = [];
    expect(() => lintLexicons(join(folder, 'cards.txt'), (line) => lines.push(line))).toThrow('词库有');
    expect(lines.some((line) => /^violence\.txt:\d+ 提醒 “泼硫酸”在本群名片/u.test(line))).toBe(true);
  });
});
