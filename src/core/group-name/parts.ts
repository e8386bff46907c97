import { GROUP_NAME_FIELDS } from '../policy/template.js';

export type GroupNameField = (typeof GROUP_NAME_FIELDS)[number];

/** One piece of a template: words that stand in every name, or a field. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: GroupNameField; readonly optional: boolean };

/** What was read for each field of a name. */
export type GroupNameFields = Readonly<Partial<Record<GroupNameField, string>>>;

/** Takes a sound template (see `templateProblem`) apart, in order. */
export function partsOf(template: string): readonly Part[] {
  const pieces = template.split(/(\{[^{}]*\})/u).filter((piece) => piece !== '');
  return pieces.map((piece): Part => {
    const inside = /^\{([^{}?]*)(\??)\}$/u.exec(piece);
    if (inside === null) return { kind: 'text', text: piece };
    // An unknown name cannot be: it was checked with the template.
    const field = GROUP_NAME_FIELDS.find((name) => name === inside[1]) ?? 'name';
    return { kind: 'field', field, optional: inside[2] === '?' };
  });
}

/** Writes a name from its fields; null where a required one is missing. */
export function fill(parts: readonly Part[], fields: GroupNameFields): string | null {
  const written = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return fields[part.field] ?? (part.optional ? '' : null);
  });
  return written.includes(null) ? null : written.join('');
}
