import type { CardFields } from './card.js';
import { foldCard } from './fold.js';
import { simplified, type NameTables } from './tables.js';

/**
 * What of a card is not accounted for: the text without name, city and major. A name that begins with a common surname is
 * never looked into (a real name is never refused for what it resembles); any other stays.
 */
export function remainderOf(card: string, fields: CardFields, tables: NameTables): string {
  const { name = '', city = '', major = '' } = fields;
  const known = beginsCommonly(name, tables) ? [name, city, major] : [city, major];
  const rest = known.reduce((text, value) => text.replace(value, ' '), foldCard(card).text);
  return simplified(rest, tables);
}

function beginsCommonly(name: string, tables: NameTables): boolean {
  const plain = simplified(name, tables);
  return (
    tables.commonSurnames.includes(plain.slice(0, 1)) ||
    [...tables.compoundSurnames].some((surname) => plain.startsWith(surname)) ||
    plain.includes('·')
  );
}
