import { meantBy, STANDING_IN } from './aliases.js';
import { leadingNumber } from './case-numbers.js';
import { splitLine, type Typed } from './parse.js';

/** A command as far as its writing goes. */
export interface Written {
  /** Chinese first. */
  readonly names: readonly string[];
  readonly usage: string;
}

/**
 * What a person who writes in haste means: 好。 is 好, 踢 is 移出, 确认12 is 确认 12, 名册核对 is 名册 核对. Nothing else is made of a line:
 * where none of it fits, it comes back as it was typed.
 */
export function recognise(line: string, commands: readonly Written[]): Typed | null {
  const typed = splitLine(line);
  if (typed === null) return null;
  const bare = {
    name: typed.name.replace(/(?<=.)[。.!~,?、…\uff01\uff5e\uff0c\uff1f]+$/u, ''),
    rest: typed.rest,
  };
  return (
    known(typed, commands) ??
    known(bare, commands) ??
    standingIn(bare) ??
    glued(line.trim(), commands) ??
    typed
  );
}

function known(typed: Typed, commands: readonly Written[]): Typed | null {
  return commands.some(({ names }) => names.includes(typed.name)) ? typed : null;
}

function standingIn({ name, rest }: Typed): Typed | null {
  const meant = meantBy(name, leadingNumber(rest) === null ? 'alone' : 'numbered');
  return meant === null ? null : { name: meant, rest };
}

/** A name, or a word that stands in for it, with what follows written right behind it. */
function glued(line: string, commands: readonly Written[]): Typed | null {
  const heads = [...commands.flatMap(({ names }) => names), ...STANDING_IN].toSorted(
    (a, b) => b.length - a.length,
  );
  for (const head of heads) {
    if (!line.toLowerCase().startsWith(head)) continue;
    const rest = line.slice(head.length).trim();
    const command = commands.find(({ names }) => names.includes(head));
    const typed = command === undefined ? standingIn({ name: head, rest }) : { name: head, rest };
    if (typed !== null && (isNumbered(rest) || startsWithSubWord(rest, command))) return typed;
  }
  return null;
}

function isNumbered(rest: string): boolean {
  return leadingNumber(rest) !== null || /^(?:[#@\uff20]|\d|[a-z]\d{3}$)/iu.test(rest);
}

function startsWithSubWord(rest: string, command: Written | undefined): boolean {
  const words = (command?.usage ?? '').split(/[\s|[\]()]+/u).slice(1);
  return words.some((word) => word.length > 1 && !/[@编原内名码]/u.test(word) && rest.startsWith(word));
}

const GREETING =
  /^(?:您好|你好|hi|hello|哈喽|在吗|在么|在不在|早上好|早|晚上好|谢谢|谢谢您|谢了|辛苦了)[。.!~?\uff01\uff5e\uff1f呀啊]*$/iu;

/** Words of courtesy that ask for nothing. */
export function isGreeting(line: string): boolean {
  return GREETING.test(line.trim());
}
