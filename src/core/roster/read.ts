import { MEMBER_CLASSES, type MemberClass, type RosterEntry } from '../model/people.js';

/** A row of a list that is no entry: `row` counted from 1 as a spreadsheet shows it, `message` a Chinese sentence. */
export interface RosterProblem {
  readonly row: number;
  readonly message: string;
}

export interface RosterReading {
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

type Column = Exclude<keyof RosterEntry, 'memberClass'> | 'memberClass';

const HEADS: Readonly<Record<Column, RegExp>> = {
  name: /^(?:姓名|名字|学生姓名|校友姓名|name)$/iu,
  city: /^(?:城市|所在城市|工作城市|现居(?:地|城市)?|所在地|地区|city)$/iu,
  major: /^(?:专业|专业名称|所学专业|院系专业|major)$/iu,
  year: /^(?:年级|入学年份|入学年|级|届|year)$/iu,
  department: /^(?:部门|单位|院系|学院|处室|department)$/iu,
  title: /^(?:职务|职位|岗位|头衔|title)$/iu,
  phone: /^(?:电话|手机|手机号码?|联系电话|联系方式|phone|mobile)$/iu,
  memberClass: /^(?:类别|身份|人员类别|class)$/iu,
};
const WITHOUT_HEAD: readonly Column[] = ['name', 'city', 'major', 'year', 'department', 'title', 'phone'];
const LONGEST = 60;

/** How people write a class, first the usual way. */
export const CLASS_WORDS: Readonly<Record<MemberClass, readonly string[]>> = {
  staff: ['教职工', '员工', '职工', '工作人员'],
  student: ['学生', '在校生'],
  alumni: ['校友', '毕业生'],
  'third-party': ['第三类人员', '第三方', '外包', '流动人员'],
  external: ['外部联系人', '外部', '校外'],
  leader: ['领导', '校领导'],
  teacher: ['老师', '教师', '班主任'],
};

export function readClass(text: string): MemberClass | null {
  const typed = text.trim().toLowerCase();
  return MEMBER_CLASSES.find((one) => one === typed || CLASS_WORDS[one].includes(typed)) ?? null;
}

/** Reads the rows of a spreadsheet. The first row names the columns; without such a row they stand in the usual order. */
export function readRoster(rows: readonly (readonly string[])[]): RosterReading {
  const heads = (rows[0] ?? []).map(columnOf);
  const hasHead = heads.includes('name');
  const columns = hasHead ? heads : WITHOUT_HEAD;
  const entries: RosterEntry[] = [];
  const problems: RosterProblem[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if ((hasHead && index === 0) || row.every((cell) => cell.trim() === '')) continue;
    const entry = entryOf(row, columns);
    const key = entryKey(entry);
    if (entry.name === '')
      problems.push({ row: index + 1, message: `第 ${index + 1} 行没有姓名,没有采用。` });
    else if (seen.has(key))
      problems.push({ row: index + 1, message: `第 ${index + 1} 行和前面重复,没有采用。` });
    else entries.push(entry);
    seen.add(key);
  }
  return { entries, problems };
}

function columnOf(head: string): Column | null {
  const plain = head.replace(/[\s*::()()]/gu, '');
  const names: readonly Column[] = [
    'name',
    'city',
    'major',
    'year',
    'department',
    'title',
    'phone',
    'memberClass',
  ];
  return names.find((column) => HEADS[column].test(plain)) ?? null;
}

function entryOf(row: readonly string[], columns: readonly (Column | null)[]): RosterEntry {
  const value = (column: Column): string =>
    (row[columns.indexOf(column)] ?? '').normalize('NFKC').trim().slice(0, LONGEST);
  return {
    name: value('name').replaceAll(/\s/gu, ''),
    city: value('city'),
    major: value('major'),
    year: yearOf(value('year')),
    department: value('department'),
    title: value('title'),
    phone: value('phone'),
    memberClass: columns.includes('memberClass') ? readClass(value('memberClass')) : null,
  };
}

/** 97级 and 97 are 1997, 2005-09 is 2005; two digits belong to the last hundred years or so. */
function yearOf(text: string): string {
  const four = /(?:19|20)\d{2}/u.exec(text)?.[0];
  if (four !== undefined) return four;
  const two = /(?<!\d)\d{2}(?!\d)/u.exec(text)?.[0];
  return two === undefined ? '' : Number(two) > 40 ? `19${two}` : `20${two}`;
}

/** What makes two lines the same person's. */
export function entryKey({ name, major, year }: RosterEntry): string {
  return [name, major, year].join('|');
}
