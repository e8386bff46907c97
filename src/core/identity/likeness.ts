import { countCharacters, isHan } from '../card/script.js';

/** How near a name comes to another: `same` once what cannot be seen is gone, `alike` to a quick eye or ear. */
export type Likeness = 'same' | 'alike';

export interface LikenessTables {
  /** Traditional characters and foreign letters with what they are read as. */
  readonly simple: ReadonlyMap<string, string>;
  /** Characters that a quick eye takes for each other, each with the first of its row: 囯 → 国. */
  readonly twins: ReadonlyMap<string, string>;
  /** The sound of a text without tones; homophones sound the same. */
  readonly sound: (text: string) => string;
}

export type Compare = (name: string, known: string) => Likeness | null;

const SHORTEST = 2;
/** Two-character names sound alike too often. */
const SHORTEST_HEARD = 3;
const MOST_ADDED = 6;
const UNSEEN = /[\p{C}\p{M}\p{Z}\u115f\u1160\u3164\u2800\uffa0]/gu;
const MARKS = /[\p{P}\p{S}]/gu;

/** Makes the comparison of two names (clauses A4, D1§6). The empty name is like no other. */
export function createComparison(tables: LikenessTables): Compare {
  const fold = (name: string): string => foldName(name, tables);
  const look = (name: string): string =>
    Array.from(name, (character) => tables.twins.get(character) ?? character).join('');
  return (name, known) => {
    const [a, b] = [fold(name), fold(known)];
    if (countCharacters(a) < SHORTEST || countCharacters(b) < SHORTEST) return null;
    if (a === b) return 'same';
    const isAlike = look(a) === look(b) || soundsLike(a, b, tables) || wearsName(look(a), look(b));
    return isAlike ? 'alike' : null;
  };
}

/** Widths, cases, traditional characters, look-alike letters, spaces, marks and everything invisible are one. */
function foldName(name: string, { simple }: LikenessTables): string {
  const plain = name.normalize('NFKC').replace(UNSEEN, '').replace(MARKS, '').toLowerCase();
  return Array.from(plain, (character) => simple.get(character) ?? character).join('');
}

function soundsLike(a: string, b: string, { sound }: LikenessTables): boolean {
  if (!isHan(a) || !isHan(b) || countCharacters(a) !== countCharacters(b)) return false;
  return countCharacters(a) >= SHORTEST_HEARD && sound(a) === sound(b);
}

/** 王建国老师, 王建国1: the whole name with something put on. */
function wearsName(name: string, known: string): boolean {
  const added = countCharacters(name) - countCharacters(known);
  if (!isHan(known) || countCharacters(known) < SHORTEST_HEARD) return false;
  return added > 0 && added <= MOST_ADDED && name.includes(known);
}
