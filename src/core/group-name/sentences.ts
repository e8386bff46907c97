import type { GroupNameProblem } from './name.js';
import { type GroupNameField, type Part, partsOf } from './parts.js';

const FIELD_WORDS: Readonly<Record<GroupNameField, string>> = {
  place: '地名',
  industry: '行业名称',
  number: '序号',
  year: '年级',
  major: '专业',
  city: '城市',
  department: '部门',
  class: '班级',
  name: '名称',
};

const EXAMPLES: Readonly<Partial<Record<GroupNameField, string>>> = {
  place: '北京',
  city: '北京',
  industry: '食品',
  number: '1',
  year: '97级',
};

/** 某校+地名+校友分会群(+序号): the template in a person's words. */
export function describeGroupName(parts: readonly Part[]): string {
  return parts.map(wordOf).join('');
}

/** All the formats that a name may have, as people read them. */
export function shownGroupNames(templates: readonly string[]): string {
  return templates.map((template) => describeGroupName(partsOf(template))).join(' 或 ');
}

function wordOf(part: Part, index: number): string {
  const word = part.kind === 'text' ? part.text : FIELD_WORDS[part.field];
  const plus = index === 0 ? '' : '+';
  return part.kind === 'field' && part.optional ? `(${plus}${word})` : `${plus}${word}`;
}

export function missingText(text: string): GroupNameProblem {
  return { field: 'text', code: 'missing', message: `群名里要有“${text}”。` };
}

export function missingField(field: GroupNameField): GroupNameProblem {
  const example = EXAMPLES[field];
  const tail = example === undefined ? '' : `,例如“${example}”`;
  return { field, code: 'missing', message: `没有看到${FIELD_WORDS[field]},请补上${tail}。` };
}

/** What stands where the field should be is none. */
export function unknownField(field: GroupNameField): GroupNameProblem {
  const word = FIELD_WORDS[field];
  switch (field) {
    case 'place':
    case 'city':
      return { field, code: 'unknown-city', message: `${word}没有认出来,请写省、市或地区名,例如“北京”。` };
    case 'industry':
      return { field, code: 'unknown-industry', message: `${word}没有认出来,请写行业,例如“食品”。` };
    case 'number':
      return badNumber();
    case 'year':
      return { field, code: 'bad-year', message: '年级请写成两位数字加“级”,例如“97级”。' };
    case 'major':
    case 'department':
    case 'class':
    case 'name':
      return { field, code: 'missing', message: `${word}没有认出来,请再看一下写法。` };
  }
}

export function badNumber(): GroupNameProblem {
  return { field: 'number', code: 'bad-number', message: '序号请写成数字,放在规定的位置,例如“1”。' };
}

export function wrongOrder(shape: string): GroupNameProblem {
  return { field: null, code: 'order', message: `顺序请按 ${shape}。` };
}

export function strayMarks(): GroupNameProblem {
  return { field: null, code: 'separator', message: '各部分连着写,不用空格、横线、括号等隔开。' };
}

export function unseenMarks(): GroupNameProblem {
  return { field: null, code: 'separator', message: '里面有看不见的字符,请去掉。' };
}

export function extraText(): GroupNameProblem {
  return { field: null, code: 'extra', message: '多了格式以外的内容,请去掉。' };
}
