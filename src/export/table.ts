export type { Cell, Table } from '../core/wording/tables.js';

/** Names and texts come from people: characters that no spreadsheet may hold are left out. */
export function cellText(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').slice(0, 32_000);
}
