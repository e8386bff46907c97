/** A cell: text or a number. Text is always text: a spreadsheet never takes it for a formula. */
export type Cell = string | number;

/** A sheet to be written: a head and rows of the same length. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Names and texts come from people: characters that no spreadsheet may hold are left out. */
export function cellText(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').slice(0, 32_000);
}
