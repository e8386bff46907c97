import type { GroupNameField, GroupNameFields } from './parts.js';

export type GroupNameProblemCode =
  | 'missing'
  | 'order'
  | 'separator'
  | 'unknown-city'
  | 'unknown-industry'
  | 'bad-number'
  | 'bad-year'
  | 'extra';

/** One thing that is wrong. `field` null: the name as a whole; `text`: the words that stand in every name. */
export interface GroupNameProblem {
  readonly field: GroupNameField | 'text' | null;
  readonly code: GroupNameProblemCode;
  /** A Chinese sentence. */
  readonly message: string;
}

/** `suggestion` is a whole name that is ok itself, or null. `ok` exactly when there is no problem. */
export interface GroupNameResult {
  readonly name: string;
  readonly ok: boolean;
  readonly fields: GroupNameFields;
  readonly problems: readonly GroupNameProblem[];
  readonly suggestion: string | null;
}
