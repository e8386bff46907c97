/** Fields that a card may have. `{phone?}`: may be left out. */
const CARD_FIELDS = ['name', 'city', 'major', 'year', 'department', 'title', 'class', 'id', 'phone'] as const;

/** Fields that a group's name may have. */
export const GROUP_NAME_FIELDS = [
  'place',
  'industry',
  'number',
  'year',
  'major',
  'city',
  'department',
  'class',
  'name',
] as const;

/** What `qunshao group-name` checks by where nothing is configured: branches and trades, as EM4(六) names them. */
export const ALUMNI_GROUP_NAMES: readonly string[] = [
  '武汉轻工大学{place}校友分会群{number?}',
  '武汉轻工大学{industry}校友群{number?}',
];

/** Controls, direction marks, halves of characters: the bot would repeat them to the group. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const LONGEST = 200;

const FIELD = /\{([^{}]*)\}/gu;

/** Checks one `{…}`, given the fields before it. */
function fieldProblem(name: string, before: readonly string[], fields: readonly string[]): string | null {
  if (name === '') return '花括号里没有写字段名';
  if (before.includes(name)) return `字段 {${name}} 写了两次`;
  if (fields.includes(name)) return null;
  return `没有字段 {${name}};可用:${fields.map((field) => `{${field}}`).join(' ')}`;
}

/** What is wrong with a template such as `{name}-{city}`, as a Chinese clause without a full stop; null where nothing is. */
export function templateProblem(template: string, fields: readonly string[] = CARD_FIELDS): string | null {
  if (UNSEEN.test(template)) return '里面有看不见的字符;请重新写一遍,不要粘贴';
  if (template.length > LONGEST) return `太长了;最多 ${LONGEST} 个字`;
  if (/[{}]/u.test(template.replace(FIELD, ''))) return '花括号没有成对';
  const names = [...template.matchAll(FIELD)].map(([, inside = '']) => inside.replace(/\?$/u, ''));
  if (names.length === 0) return '至少要有一个字段,比如 {name}';
  const problems = names.map((name, index) => fieldProblem(name, names.slice(0, index), fields));
  return problems.find((problem) => problem !== null) ?? null;
}
