import { expect, it } from 'vitest';
import { GROUP_NAME_FIELDS, templateProblem } from '../../../src/core/policy/template.js';

it.each([
  { name: 'empty', template: '', says: '至少要有一个字段' },
  { name: 'no field', template: '姓名-城市', says: '至少要有一个字段' },
  { name: 'the default', template: '{name}-{city}-{major}{year}', says: null },
  { name: 'a field that may be left out', template: '{name}-{phone?}', says: null },
  { name: 'left open', template: '{name}-{city', says: '没有成对' },
  { name: 'closed twice', template: '{name}}', says: '没有成对' },
  { name: 'nested', template: '{na{me}}', says: '没有成对' },
  { name: 'no name', template: '{}', says: '没有写字段名' },
  { name: 'twice', template: '{name}-{name?}', says: '写了两次' },
  { name: 'something unseen in it', template: '{name}\u200b-{city}', says: '看不见的字符' },
  { name: 'a terminal’s escape', template: '{name}\u001b[2J', says: '看不见的字符' },
  { name: '200 letters', template: `{name}${'一'.repeat(194)}`, says: null },
  { name: 'one letter more', template: `{name}${'一'.repeat(195)}`, says: '最多 200 个字' },
  { name: 'a question mark that is no ending', template: '{na?me}', says: '没有字段 {na?me}' },
  { name: 'unknown', template: '{name}-{town}', says: '没有字段 {town};可用:{name} {city}' },
])('$name', ({ template, says }) => {
  if (says === null) expect(templateProblem(template)).toBeNull();
  else expect(templateProblem(template)).toContain(says);
});

it('a group name has fields of its own', () => {
  expect(templateProblem('某大{place}群{number?}', GROUP_NAME_FIELDS)).toBeNull();
  expect(templateProblem('某大{place}群')).toContain('没有字段 {place}');
});
