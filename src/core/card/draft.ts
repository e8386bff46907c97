import type { CardField, CardFields, CardOptions, CardProblem } from './card.js';
import { fieldWord } from './sentences.js';
import type { TemplatePart } from './template.js';

/** A line to copy where not all of a card is known: `真实姓名-杭州-计算机18级`, with what its owner has to fill in. */
export interface CardDraft {
  readonly line: string;
  /** The words that stand for what is missing, in the order of the line. */
  readonly blanks: readonly string[];
}

export interface Drafting {
  readonly card: string;
  readonly fields: CardFields;
  readonly problems: readonly CardProblem[];
  readonly required: readonly CardField[];
  readonly variants: readonly (readonly TemplatePart[])[];
  readonly checks: NonNullable<CardOptions['checks']>;
  /** How a value that was found is written in a card. */
  readonly write: (field: CardField) => string;
}

/** Null where nothing is known, or what is known is not for everybody's eyes. */
export function draftOf(drafting: Drafting): CardDraft | null {
  const known = new Set(Object.keys(drafting.fields).filter((field) => !isUnfit(field, drafting.problems)));
  const { required, variants } = drafting;
  const parts = variants.find((variant) =>
    variant.every((part) => part.kind === 'text' || known.has(part.field) || required.includes(part.field)),
  );
  if (parts === undefined) return null;
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
  if (!fields.some((field) => known.has(field))) return null;
  const shown = (field: CardField) => (known.has(field) ? drafting.write(field) : blankFor(field));
  const line = parts.map((part) => (part.kind === 'text' ? part.text : shown(part.field))).join('');
  const isFit = drafting.checks.every((check) => check(line, {}).length === 0);
  return isFit ? { line, blanks: fields.filter((field) => !known.has(field)).map(blankFor) } : null;
}

function isUnfit(field: string, problems: readonly CardProblem[]): boolean {
  return problems.some(
    (problem) =>
      problem.field === field && (problem.code === 'prohibited' || problem.code === 'impersonation'),
  );
}

function blankFor(field: CardField): string {
  return field === 'name' ? '真实姓名' : fieldWord(field);
}
