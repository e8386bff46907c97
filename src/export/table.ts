export type { Cell, Table } from '../core/wording/tables.js';

/** Names and texts come from people: characters that no spreadsheet may hold, or that turn the direction of reading, are left out. */
export function cellText(text: string): string {
  return text
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .slice(0, 32_000);
}
