import type { CardCheck } from './card.js';
import { remainderOf } from './remainder.js';
import { anyOf } from './script.js';
import { claimedOffice } from './sentences.js';
import type { NameTables } from './tables.js';

/**
 * Whether a card claims an office (官方, 校友总会, 班主任 …: clauses A4, D1§6). Who holds one writes it nowhere on the default card;
 * where the template has a field for it, what stands in that field is not looked at here.
 */
export function officeCheck(tables: NameTables): CardCheck {
  const office = anyOf(tables.notNames.offices);
  return (card, fields) => {
    const rest = [fields.department, fields.title, fields.class].reduce<string>(
      (text, value) => (value === undefined ? text : text.replace(value, ' ')),
      remainderOf(card, fields, tables),
    );
    return office.test(rest) ? [claimedOffice(fields.name === undefined ? 'name' : null)] : [];
  };
}
