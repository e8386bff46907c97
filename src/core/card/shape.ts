import type { CardField } from './card.js';
import type { TemplatePart } from './template.js';

/**
 * One way to write a card: groups of fields with text between them. `lead` stands before the first group, `tail` after
 * the last; `between[i]` between group i and i + 1.
 */
export interface Shape {
  readonly lead: string;
  readonly groups: readonly (readonly CardField[])[];
  readonly between: readonly string[];
  readonly tail: string;
}

/** The shape of a filled-in template, and beside it the one with the year after a dash (化学-97级). */
export function shapesOf(parts: readonly TemplatePart[]): readonly Shape[] {
  const shape = shapeOf(parts);
  const index = shape.groups.findIndex((group) => group.length === 2 && group[1] === 'year');
  const group = shape.groups[index];
  if (group === undefined) return [shape];
  const groups = [...shape.groups];
  groups.splice(index, 1, group.slice(0, 1), group.slice(1));
  const between = [...shape.between];
  between.splice(index, 0, '-');
  return [shape, { ...shape, groups, between }];
}

/** Whether only meaning can part the fields of a group; a year at the end of a pair is told by its digits. */
export function isGlued(group: readonly CardField[]): boolean {
  return group.length > 2 || (group.length === 2 && group[1] !== 'year');
}

function shapeOf(parts: readonly TemplatePart[]): Shape {
  const groups: CardField[][] = [];
  const texts: string[] = [''];
  for (const part of parts) {
    if (part.kind === 'text') texts[groups.length] = `${texts[groups.length] ?? ''}${part.text}`;
    else if (groups.length > 0 && texts[groups.length] === undefined) groups.at(-1)?.push(part.field);
    else groups.push([part.field]);
  }
  const between = texts.slice(1, groups.length);
  return { lead: texts[0] ?? '', groups, between, tail: texts[groups.length] ?? '' };
}

/** Cuts a folded card at the separators of a shape; null where they are not all there, in order, once each. */
export function cutByShape(text: string, shape: Shape): readonly string[] | null {
  const bare = peel(text, shape);
  if (bare === null) return null;
  const pieces: string[] = [];
  let rest = bare;
  for (const separator of shape.between) {
    const at = rest.indexOf(separator);
    if (at < 0) return null;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at + separator.length);
  }
  pieces.push(rest.trim());
  return pieces;
}

function peel(text: string, shape: Shape): string | null {
  if (!text.startsWith(shape.lead) || !text.endsWith(shape.tail)) return null;
  if (text.length < shape.lead.length + shape.tail.length) return null;
  return text.slice(shape.lead.length, text.length - shape.tail.length);
}
