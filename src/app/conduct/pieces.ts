import type { Finding } from '../../core/model/finding.js';
import { type Instant, MINUTE } from '../../core/model/instant.js';
import type { Message } from '../../core/model/message.js';
import { findAcross } from '../../core/rules/pieces.js';
import type { Rule } from '../../core/rules/rule.js';
import { createRecent } from './recent.js';

/** Reads what a member writes in pieces, whoever speaks in between. In memory only, and bounded. */
export interface PieceWatch {
  /** What a message says: by itself, as it was found, or else with those before it. What has been found is not read again. */
  see(message: Message, alone: readonly Finding[]): readonly Finding[];
}

/** Pieces follow each other within this time. */
const WITHIN: Instant = 2 * MINUTE;
/** A text of more units is whole, not a piece. */
const LONGEST = 40;
/** So many earlier pieces are read with the newest one. */
const PIECES = 2;
/** Members of all groups together whose last words are remembered, at least. */
const MEMBERS = 2000;
const NONE: readonly Finding[] = [];

interface Written {
  readonly texts: readonly string[];
  readonly at: Instant;
}

export function createPieceWatch(rules: readonly Rule[]): PieceWatch {
  const written = createRecent<Written>(MEMBERS);
  const before = (key: string, at: Instant): readonly string[] => {
    const known = written.get(key);
    return known === undefined || at - known.at > WITHIN ? [] : known.texts;
  };
  return {
    see(message, alone) {
      const key = keyOf(message);
      if (alone.length > 0) written.delete(key);
      if (alone.length > 0 || !isPiece(message)) return alone;
      const { text, at } = message;
      const texts = before(key, at);
      const found = texts.length === 0 ? NONE : findAcross(rules, message, texts);
      if (found.length > 0) written.delete(key);
      else written.set(key, { texts: [...texts, text].slice(-PIECES), at });
      return found;
    },
  };
}

/** A command is none: it quotes, or means something else. */
function isPiece({ kind, text }: Message): boolean {
  return kind === 'text' && text !== '' && text.length <= LONGEST && !text.startsWith('/');
}

function keyOf({ groupId, senderId }: Message): string {
  return `${groupId} ${senderId}`;
}
