import type { CardField, CardProblem } from './card.js';
import type { Fault } from './reading.js';
import type { TemplatePart } from './template.js';
import type { YearFault } from './year.js';

/** How the separators of a card differ from what the template wants. */
export type SeparatorFault = 'none' | 'doubled' | 'other' | 'stray';

const FIELD_WORDS: Readonly<Record<CardField, string>> = {
  name: '姓名',
  city: '城市',
  major: '专业',
  year: '年级',
  department: '部门',
  title: '职务',
  class: '班级',
  id: '编号',
  phone: '电话',
};

export function fieldWord(field: CardField): string {
  return FIELD_WORDS[field];
}

const EXAMPLES: Readonly<Partial<Record<CardField, string>>> = {
  city: '武汉',
  major: '化学',
  year: '97级',
};

/** 姓名-城市-专业年级: the template in a person's words. */
export function describeTemplate(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : FIELD_WORDS[part.field])).join('');
}

export function missing(field: CardField): CardProblem {
  const example = EXAMPLES[field];
  const tail = example === undefined ? '' : `,例如“${example}”`;
  return { field, code: 'missing', message: `没有看到${FIELD_WORDS[field]},请补上${tail}。` };
}

/** Several at once in one sentence. */
export function missingTogether(fields: readonly CardField[]): string {
  return `还没有写${fields.map((field) => FIELD_WORDS[field]).join('、')},请补上。`;
}

export function faulty(field: CardField, fault: Fault): CardProblem {
  switch (fault.kind) {
    case 'not-a-name':
      return { field, code: 'not-a-name', message: '姓名一项请写真实姓名,不用昵称、职务或店名。' };
    case 'unknown-city':
      return { field, code: 'unknown-city', message: '城市一项没有认出来,请写所在的城市,例如“武汉”。' };
    case 'near-city':
      return { field, code: 'unknown-city', message: '城市一项只写城市的名字就好,例如“武汉”。' };
    case 'province':
      return { field, code: 'unknown-city', message: '城市一项只写了省份,请写到城市,例如“武汉”。' };
    case 'unknown-major':
      return { field, code: 'unknown-major', message: '专业一项没有认出来,请写所学的专业,例如“化学”。' };
    case 'malformed':
      return {
        field,
        code: 'missing',
        message: `${FIELD_WORDS[field]}一项没有认出来,请再看一下写法。`,
      };
    case 'bad-year':
      return { field, code: 'bad-year', message: YEAR_SENTENCES[fault.fault] };
  }
}

const YEAR_SENTENCES: Readonly<Record<YearFault, string>> = {
  form: '年级请写成两位数字加“级”,例如“97级”。',
  numerals: '年级请用阿拉伯数字,例如“97级”。',
  founded: '年级早于建校的年份,请再看一下。',
  future: '年级还没有到,请再看一下。',
  graduation: '请写入学的年级,例如“97级”,不写毕业的“届”。',
};

export function outOfOrder(format: string): CardProblem {
  return { field: null, code: 'order', message: `各项的顺序请按 ${format} 来写。` };
}

export function badSeparator(fault: SeparatorFault, format: string): CardProblem {
  return { field: null, code: 'separator', message: separatorSentence(fault, format) };
}

function separatorSentence(fault: SeparatorFault, format: string): string {
  switch (fault) {
    case 'none':
      return `各项之间要隔开,请按 ${format} 来写。`;
    case 'doubled':
      return `分隔的符号重复了,一个就够,请按 ${format} 来写。`;
    case 'other':
      return `分隔的符号不一样,请按 ${format} 来写。`;
    case 'stray':
      return '名片的开头或结尾多了一个分隔符号,请去掉。';
  }
}

export function superfluous(format: string): CardProblem {
  return { field: null, code: 'extra', message: `名片里多了别的内容,只写 ${format} 就好。` };
}

export function claimedOffice(field: CardField | null): CardProblem {
  return {
    field,
    code: 'impersonation',
    message: '名片里像是写了官方机构或职务的名称,没有担任的请不写;担任的请群主确认。',
  };
}

export function prohibitedWords(field: CardField | null): CardProblem {
  return { field, code: 'prohibited', message: '名片里有不合适的词,请去掉。' };
}

export function unseen(): CardProblem {
  return { field: null, code: 'extra', message: '名片里有看不见的字符,请去掉。' };
}
