import type { CardField } from './card.js';
import { unitKinds, type Candidate, type UnitKind } from './candidate.js';
import type { SeparatorFault } from './sentences.js';

/** The text between two fields that were found, before the first (`before` null) or after the last (`after` null). */
export interface Gap {
  readonly before: Candidate | null;
  readonly after: Candidate | null;
  readonly text: string;
  readonly leftovers: readonly Leftover[];
}

/** A piece of the card that is no field and no separator. */
export interface Leftover {
  readonly start: number;
  readonly text: string;
  /** It touches a name that was found (张三😊): it is then the name that is not written properly. */
  readonly touchesName: boolean;
}

export function gapsOf(text: string, chosen: readonly Candidate[]): readonly Gap[] {
  const kinds = unitKinds(text);
  return Array.from({ length: chosen.length + 1 }, (_, index) => {
    const before = chosen[index - 1] ?? null;
    const after = chosen[index] ?? null;
    const start = before?.end ?? 0;
    const end = after?.start ?? text.length;
    const leftovers = leftoversIn(text, [start, end], { kinds, before, after });
    return { before, after, text: text.slice(start, end), leftovers };
  });
}

interface Around {
  readonly kinds: readonly UnitKind[];
  readonly before: Candidate | null;
  readonly after: Candidate | null;
}

function leftoversIn(
  text: string,
  [start, end]: readonly [number, number],
  around: Around,
): readonly Leftover[] {
  const found: Leftover[] = [];
  let at = start;
  while (at < end) {
    const from = at;
    while (at < end && around.kinds[at] !== 'separator') at++;
    if (at > from)
      found.push({ start: from, text: text.slice(from, at), touchesName: touches(from, at, around) });
    while (at < end && around.kinds[at] === 'separator') at++;
  }
  return found;
}

function touches(from: number, to: number, { before, after }: Around): boolean {
  return (before?.field === 'name' && before.end === from) || (after?.field === 'name' && after.start === to);
}

/** The separators a template wants: between which fields, and which. `null` stands for the edge of the card. */
export type WantedSeparator = (before: CardField | null, after: CardField | null) => string;

/** What is wrong with the separator in a gap; null where it is right, or where something else fills the gap. */
export function judgeGap(gap: Gap, wanted: WantedSeparator): SeparatorFault | null {
  if (gap.leftovers.length > 0) return null;
  const want = wanted(gap.before?.field ?? null, gap.after?.field ?? null);
  const have = gap.text.trim();
  if (have === want.trim() && (want !== ' ' || gap.text !== '')) return null;
  if (gap.before === null || gap.after === null) return 'stray';
  if (want === '' && (have === '' || have === '-') && holdsYear(gap)) return null;
  if (gap.text === '') return 'none';
  return want !== '' && have !== '' && have.replaceAll(want, '').trim() === '' ? 'doubled' : 'other';
}

function holdsYear(gap: Gap): boolean {
  return gap.before?.field === 'year' || gap.after?.field === 'year';
}
