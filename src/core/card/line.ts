import type { CardProblem } from './card.js';
import type { CardParser } from './compile.js';

/** One output line of `qunshao card`. A field that was not found is absent. */
export interface CardLine {
  readonly card: string;
  readonly ok: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly CardProblem[];
  readonly suggestion: string | null;
}

export function cardLine(card: string, parser: CardParser): CardLine {
  const { ok, fields, problems, suggestion } = parser.parse(card);
  return { card, ok, fields: { ...fields }, problems, suggestion };
}
