import { describe, expect, it } from 'vitest';
import { createMatchTables } from '../../../bot/engine.js';
import type { RosterEntry } from '../../../src/core/model/people.js';
import { rowsOfText } from '../../../src/core/roster/lines.js';
import { differenceOf, matchCard } from '../../../src/core/roster/match.js';
import { entryKey, readRoster } from '../../../src/core/roster/read.js';
import { REAL_TABLES } from '../card/real-tables.js';

const tables = createMatchTables(REAL_TABLES);
const BLANK = { city: '', major: '', year: '', department: '', title: '', phone: '', memberClass: null };

function anEntry(over: Partial<RosterEntry>): RosterEntry {
  return { ...BLANK, name: '李雷', major: '化学', year: '1997', ...over };
}

describe('reading a list', () => {
  it.each([
    ['nothing', '', 0, 0],
    ['a head alone', '姓名,城市,专业,年级', 0, 0],
    ['a head and two people', '姓名,城市,专业,年级\n李雷,武汉,化学,97级\n韩梅梅,上海,英语,2005', 2, 0],
    ['columns in another order', '专业\t入学年份\t姓名\n化学\t1997\t李雷', 1, 0],
    ['no head', '李雷,武汉,化学,97', 1, 0],
    ['dashes', '李雷-武汉-化学-97', 1, 0],
    ['a line without a name', '姓名,专业\n,化学\n李雷,化学', 1, 1],
    ['the same line twice', '姓名,专业\n李雷,化学\n李雷,化学', 1, 1],
  ])('%s', (_why, text, entries, problems) => {
    const read = readRoster(rowsOfText(text));
    expect([read.entries.length, read.problems.length]).toEqual([entries, problems]);
  });

  it('understands years, classes and full-width text', () => {
    const text = '姓名,年级,类别,手机\n李 雷,97级,校友,１３８\n王芳,2005-09,老师,\n张三,05,没有,';
    expect(readRoster(rowsOfText(text)).entries).toEqual([
      anEntry({ major: '', year: '1997', memberClass: 'alumni', phone: '138' }),
      anEntry({ name: '王芳', major: '', year: '2005', memberClass: 'teacher' }),
      anEntry({ name: '张三', major: '', year: '2005' }),
    ]);
  });
});

describe('matching a card with a list', () => {
  const card = { name: '李雷', major: '化学', year: '1997' };
  it.each([
    ['an empty list', card, [], 'unmatched'],
    ['a card without a name', {}, [anEntry({})], 'unmatched'],
    ['the same', card, [anEntry({})], 'matched'],
    ['a short form', { ...card, major: '计科' }, [anEntry({ major: '计算机科学与技术' })], 'matched'],
    [
      'a historical name',
      { ...card, major: '粮油工程' },
      [anEntry({ major: '粮食油脂及植物蛋白工程' })],
      'matched',
    ],
    ['with 专业 behind', { ...card, major: '化学专业' }, [anEntry({})], 'matched'],
    ['traditional characters', { ...card, name: '張三' }, [anEntry({ name: '张三' })], 'matched'],
    ['a list without majors', card, [anEntry({ major: '' })], 'matched'],
    ['another year', { ...card, year: '1998' }, [anEntry({})], 'ambiguous'],
    ['another major', { ...card, major: '英语' }, [anEntry({})], 'ambiguous'],
    ['another year and major', { ...card, year: '2008', major: '英语' }, [anEntry({})], 'unmatched'],
    ['two of that name, one fits', card, [anEntry({}), anEntry({ year: '2008', major: '英语' })], 'matched'],
    ['two that both fit', { name: '李雷' }, [anEntry({}), anEntry({ year: '2008' })], 'ambiguous'],
    ['another name', { ...card, name: '韩梅梅' }, [anEntry({})], 'unmatched'],
  ])('%s', (_why, fields, roster, want) => {
    expect(matchCard(fields, roster, tables).kind).toBe(want);
  });
});

describe('what a new list changes', () => {
  it.each([
    ['nothing to nothing', [], [], [0, 0, 0]],
    ['the same', [anEntry({})], [anEntry({})], [0, 0, 0]],
    ['somebody new', [], [anEntry({})], [1, 0, 0]],
    ['somebody gone', [anEntry({})], [], [0, 1, 0]],
    ['a phone', [anEntry({})], [anEntry({ phone: '1' })], [0, 0, 1]],
  ])('%s', (_why, before, after, want) => {
    const { added, removed, changed } = differenceOf(before, after, entryKey);
    expect([added.length, removed.length, changed.length]).toEqual(want);
  });
});
