import { describe, expect, it } from 'vitest';
import { createGroupNameChecker } from '../../../src/core/group-name/check.js';
import { EMPTY_NAME_TABLES } from '../../../src/core/card/tables.js';
import { NO_GROUP_WORDS } from '../../../src/core/group-name/words.js';
import { checkerOf } from './tables.js';

const check = checkerOf();
const codes = (name: string): readonly string[] =>
  check(name).problems.map(({ field, code }) => `${field ?? 'name'}:${code}`);

describe('no templates, no tables', () => {
  it('without a template every name is in order', () => {
    expect(checkerOf([])('吃喝玩乐群')).toMatchObject({ ok: true, problems: [], suggestion: null });
  });

  it('without tables no place is refused', () => {
    const loose = createGroupNameChecker(['某大{place}校友分会群'], {
      names: EMPTY_NAME_TABLES,
      words: NO_GROUP_WORDS,
      aliases: [],
    });
    expect(loose('某大火星校友分会群').ok).toBe(true);
    expect(loose('').ok).toBe(false);
  });
});

describe('in order', () => {
  it.each([
    '武汉轻工大学北京校友分会群',
    '武汉轻工大学北京校友分会群1',
    '武汉轻工大学北京校友分会群02',
    '武汉轻工大学北京校友分会群１',
    '武汉轻工大学武汉校友分会群',
    '武汉轻工大学北京市校友分会群',
    '武汉轻工大学湖北校友分会群',
    '武汉轻工大学内蒙古自治区校友分会群',
    '武汉轻工大学湖北武汉校友分会群',
    '武汉轻工大学恩施校友分会群',
    '武汉轻工大学义乌校友分会群',
    '武汉轻工大学长三角校友分会群',
    '武汉轻工大学华南地区校友分会群',
    '武汉轻工大学江苏浙江校友分会群',
    '武汉轻工大学美国校友分会群',
    '武汉轻工大学香港校友分会群',
    '武汉轻工大学食品校友群',
    '武汉轻工大学食品行业校友群2',
    '武汉轻工大学粮油食品校友群',
    '武汉轻工大学生物医药产业校友群',
    '武汉轻工大学IT校友群',
  ])('%s', (name) => {
    expect(check(name)).toMatchObject({ ok: true, problems: [], suggestion: null });
  });
});

describe('wrong, and mended', () => {
  it.each([
    ['武汉轻工大学北京校友会', '武汉轻工大学北京校友分会群', ['text:missing']],
    ['武汉轻工大学北京校友群', '武汉轻工大学北京校友分会群', ['text:missing']],
    ['北京校友会', '武汉轻工大学北京校友分会群', ['text:missing', 'text:missing']],
    ['轻工大北京校友分会群', '武汉轻工大学北京校友分会群', ['text:missing']],
    ['武汉轻工大深圳校友分会群', '武汉轻工大学深圳校友分会群', ['text:missing']],
    ['轻工大深圳分会', '武汉轻工大学深圳校友分会群', ['text:missing', 'text:missing']],
    ['武汉轻工大学-北京-校友分会群', '武汉轻工大学北京校友分会群', ['name:separator']],
    ['武汉轻工大学【北京】校友分会群', '武汉轻工大学北京校友分会群', ['name:separator']],
    ['武汉轻工大学 北京 校友分会群 2', '武汉轻工大学北京校友分会群2', ['name:separator']],
    ['武汉轻工大学北京校友\u200b分会群', '武汉轻工大学北京校友分会群', ['name:separator']],
    ['北京武汉轻工大学校友分会群', '武汉轻工大学北京校友分会群', ['name:order']],
    ['武汉轻工大学校友分会北京群', '武汉轻工大学北京校友分会群', ['text:missing', 'name:order']],
    ['武汉轻工大学北京校友分会一群', '武汉轻工大学北京校友分会群1', ['text:missing', 'number:bad-number']],
    ['武汉轻工大学三亚校友分会群三', '武汉轻工大学三亚校友分会群3', ['number:bad-number']],
    ['武汉轻工大学北京校友分会群十二', '武汉轻工大学北京校友分会群12', ['number:bad-number']],
    [
      '武汉轻工大学北京校友分会群(二)',
      '武汉轻工大学北京校友分会群2',
      ['number:bad-number', 'name:separator'],
    ],
    ['武汉轻工大学北京校友分会群🌹', '武汉轻工大学北京校友分会群', ['name:extra']],
    ['武汉轻工大学北京校友分会官方群', '武汉轻工大学北京校友分会群', ['text:missing', 'name:extra']],
    ['武汉轻工大学北京校友分会群(欢迎加入)', '武汉轻工大学北京校友分会群', ['name:separator', 'name:extra']],
    ['武汉轻工大学食品校友分会群', '武汉轻工大学食品校友群', ['text:missing']],
    ['轻工大金融业校友会', '武汉轻工大学金融业校友群', ['text:missing', 'text:missing']],
  ])('%s → %s', (name, suggestion, want) => {
    expect(check(name).suggestion).toBe(suggestion);
    expect(codes(name)).toEqual(want);
  });
});

describe('wrong, and nothing to propose: what is missing is not invented, what may mean something is not dropped', () => {
  it.each([
    ['', ['text:missing', 'place:missing', 'text:missing']],
    ['🌹', ['text:missing', 'place:missing', 'text:missing', 'name:extra']],
    ['武汉轻工大学校友分会群', ['place:missing']],
    ['武汉轻工大学校友群', ['industry:missing']],
    ['武汉轻工大学火星校友分会群', ['place:unknown-city']],
    ['武汉轻工大学帅哥校友群', ['industry:unknown-industry']],
    ['武汉轻工大学化学97级校友群', ['industry:unknown-industry']],
    ['武汉大学北京校友会', ['text:missing', 'text:missing', 'name:extra']],
    ['武大北京校友会', ['text:missing', 'text:missing', 'name:extra']],
    ['武汉轻工大学北京校友总会群', ['text:missing', 'name:extra']],
    ['武汉轻工大学北京校友会会长群', ['text:missing', 'name:extra']],
    ['武汉轻工大学北京金融校友群', ['name:extra']],
    ['武汉轻工大学北京校友分会筹备群', ['text:missing', 'name:extra']],
    ['武汉轻工大学北京校友分会群2026', ['name:extra']],
    ['武汉轻工大学北京校友分会群0', ['name:extra']],
    ['北京', ['text:missing', 'text:missing']],
    ['开心喝茶群', ['text:missing', 'place:unknown-city', 'text:missing']],
  ])('%s', (name, want) => {
    expect(check(name)).toMatchObject({ ok: false, suggestion: null });
    expect(codes(name)).toEqual(want);
  });
});

describe('other templates', () => {
  it.each([
    { template: '{year}{major}班群', name: '97级化学班群', want: null },
    { template: '{year}{major}班群', name: '97级 化学 班群', want: '97级化学班群' },
    { template: '{department}教工群', name: '教务处教工群', want: null },
    { template: '某大{place}校友会第{number}群', name: '某大武汉校友会第3群', want: null },
    { template: '某大{place}校友会第{number}群', name: '某大武汉校友会3群', want: '某大武汉校友会第3群' },
    { template: '{place}教工群', name: '武汉教工微信群', want: '武汉教工群' },
  ])('$template: $name', ({ template, name, want }) => {
    expect(checkerOf([template])(name)).toMatchObject({ ok: want === null, suggestion: want });
  });

  it('a template in which a field must be there: nothing stands in for it', () => {
    expect(checkerOf(['某大{place}群{number}'])('某大武汉群')).toMatchObject({ ok: false, suggestion: null });
  });
});

it('names of absurd length are refused without being looked through', () => {
  const result = check(`武汉轻工大学${'北京'.repeat(5000)}校友分会群`);
  expect(result).toMatchObject({ ok: false, suggestion: null });
});
