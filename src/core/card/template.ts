import { isCardField, type CardField } from './card.js';

/** A field of a template; an optional one (`{phone?}`) may be left out together with the text before it. */
export interface FieldPart {
  readonly kind: 'field';
  readonly field: CardField;
  readonly optional: boolean;
}

export interface TextPart {
  readonly kind: 'text';
  /** Folded: a dash is `-`, without spaces around. */
  readonly text: string;
}

export type TemplatePart = FieldPart | TextPart;

export interface CardTemplate {
  readonly parts: readonly TemplatePart[];
  readonly fields: readonly FieldPart[];
}

const MOST_OPTIONAL = 4;
const DASHES = /[‐‑‒–—―−﹣-]/gu;
const TOKEN = /\{([^{}]*)\}|[^{}]+|[{}]/gu;

/** Reads `{name}-{city}-{major}{year}`. Throws an Error whose message is one Chinese sentence. */
export function parseTemplate(template: string): CardTemplate {
  const parts = [...template.matchAll(TOKEN)].flatMap((match) => readToken(match[0], match[1]));
  const fields = parts.filter((part) => part.kind === 'field');
  checkFields(fields);
  return { parts, fields };
}

function readToken(token: string, inner: string | undefined): readonly TemplatePart[] {
  if (token === '{' || token === '}') {
    throw new Error(`名片格式的花括号不成对:每一项写成 {name} 这样,前后各一个花括号。`);
  }
  if (inner === undefined) return readText(token);
  const optional = inner.endsWith('?');
  const field = optional ? inner.slice(0, -1) : inner;
  if (!isCardField(field)) {
    throw new Error(
      `名片格式里没有“${inner}”这一项,可用的有 name、city、major、year、department、title、class、id、phone。`,
    );
  }
  return [{ kind: 'field', field, optional }];
}

function readText(token: string): readonly TextPart[] {
  const folded = token.normalize('NFKC').replace(DASHES, '-');
  const text = folded.trim() === '' ? ' ' : folded.trim();
  return [{ kind: 'text', text }];
}

function checkFields(fields: readonly FieldPart[]): void {
  if (fields.length === 0) throw new Error('名片格式里至少要有一项,例如 {name}-{city}-{major}{year}。');
  const names = fields.map((part) => part.field);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`名片格式里“${twice}”写了两次,每一项只能写一次。`);
  if (fields.every((part) => part.optional)) throw new Error('名片格式里至少要有一项是必填的。');
  if (fields.filter((part) => part.optional).length > MOST_OPTIONAL) {
    throw new Error(`名片格式里选填的项最多 ${MOST_OPTIONAL} 个。`);
  }
}

/** Every way to fill the template in: each optional field present or left out, the fullest first. */
export function variantsOf(template: CardTemplate): readonly (readonly TemplatePart[])[] {
  const optional = template.fields.filter((part) => part.optional);
  const choices = Array.from({ length: 2 ** optional.length }, (_, bits) =>
    optional.filter((_part, index) => (bits & (1 << index)) !== 0),
  );
  return choices.map((left) => without(template.parts, left));
}

function without(parts: readonly TemplatePart[], left: readonly FieldPart[]): readonly TemplatePart[] {
  const kept: TemplatePart[] = [];
  for (const part of parts) {
    if (part.kind === 'text' || !left.includes(part)) kept.push(part);
    else if (kept.at(-1)?.kind === 'text' && kept.length > 1) kept.pop();
  }
  const leading = parts[0]?.kind === 'field' && kept[0]?.kind === 'text';
  return leading ? kept.slice(1) : kept;
}
