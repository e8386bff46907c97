import type { CardDraft } from '../card/draft.js';

const FIELDS: Readonly<Record<string, { readonly label: string; readonly example: string }>> = {
  name: { label: '姓名', example: '张三' },
  city: { label: '城市', example: '北京' },
  major: { label: '专业', example: '化学' },
  year: { label: '年级', example: '97级' },
  department: { label: '部门', example: '教务处' },
  title: { label: '职务', example: '科员' },
  class: { label: '班级', example: '三班' },
  id: { label: '工号', example: '2097' },
  phone: { label: '电话', example: '138****0000' },
};

/** A template as people read it: `姓名-城市-专业年级`, and an example of it. */
export function shownFormat(template: string): { readonly format: string; readonly example: string } {
  return { format: fill(template, 'label'), example: fill(template, 'example') };
}

/** The line to copy, whole or with what is to be filled in. Null: there is none. */
export function copyText(suggestion: string | null, draft: CardDraft | null): string | null {
  if (suggestion !== null) return `复制这一行就好:${suggestion}`;
  if (draft === null) return null;
  return draft.blanks.length === 0
    ? `复制这一行就好:${draft.line}`
    : `复制这一行,把${blanksText(draft.blanks)}换成您的:${draft.line}`;
}

/** Where nothing of a card is known: 复制这一行,换成您的:真实姓名-城市-专业年级(比如 张三-北京-化学97级) */
export function templateText({
  format,
  example,
}: {
  readonly format: string;
  readonly example: string;
}): string {
  return `复制这一行,换成您的:${format.replace('姓名', '真实姓名')}(比如 ${example})`;
}

/** “城市”“年级”(比如 北京、97级) */
export function blanksText(blanks: readonly string[]): string {
  const fields = Object.values(FIELDS);
  const examples = blanks.flatMap((blank) => fields.find(({ label }) => label === blank)?.example ?? []);
  const named = blanks.map((blank) => `“${blank}”`).join('');
  return examples.length === 0 ? named : `${named}(比如 ${examples.join('、')})`;
}

/** A format as people write it, as a template: `姓名-城市` → `{name}-{city}`. */
export function fieldOfLabel(format: string): string {
  return Object.entries(FIELDS).reduce(
    (text, [field, { label }]) => text.replace(label, `{${field}}`),
    format,
  );
}

function fill(template: string, part: 'label' | 'example'): string {
  return template.replaceAll(/\{([a-z]+)\??\}/gu, (whole, field: string) => FIELDS[field]?.[part] ?? whole);
}
