import type { Message } from '../model/message.js';
import type { Rule } from '../rules/rule.js';
import type { CardCheck } from './card.js';
import { remainderOf } from './remainder.js';
import { prohibitedWords } from './sentences.js';
import type { NameTables } from './tables.js';

/** What an organisation fills itself leads to a review of messages, and to nothing on a card. */
const LEFT_OUT: readonly string[] = ['organisation', 'rumour', 'secrets', 'privacy'];

/** Prohibited words on what is left of a card besides name, city and major (clause A4). */
export function prohibitedCheck(tables: NameTables, rules: readonly Rule[]): CardCheck {
  const prohibited = rules.find((rule) => rule.id === 'prohibited');
  return (card, fields) => {
    const text = remainderOf(card, fields, tables);
    const findings = prohibited?.message({ ...EMPTY, text }) ?? [];
    const meant = findings.filter((finding) => !LEFT_OUT.includes(finding.category));
    if (meant.length === 0) return [];
    const words = meant.flatMap((finding) => finding.evidence.map((evidence) => evidence.text));
    return [prohibitedWords(words.some((word) => fields.name?.includes(word) === true) ? 'name' : null)];
  };
}

const EMPTY: Message = {
  id: '',
  groupId: '',
  senderId: '',
  at: 0,
  kind: 'text',
  text: '',
  title: null,
  url: null,
  file: null,
  mentions: [],
  quote: null,
};
