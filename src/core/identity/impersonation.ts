import type { Finding } from '../model/finding.js';
import { type Member, shownName } from '../model/member.js';
import type { Compare, Likeness } from './likeness.js';

/** Whose name nobody else may bear: by what makes them so. */
export type Standing = 'owner' | 'admin' | 'staff' | 'bot' | 'teacher';

export interface Known {
  readonly standing: Standing;
  readonly member: Member;
}

/** Whom a member could be taken for. `twin`: the whole shown name is the same, not the person's name alone. */
export interface Resemblance {
  readonly known: Known;
  readonly likeness: Likeness;
  readonly isTwin: boolean;
  readonly text: string;
}

/** What is read out of a shown name: the person's own name. */
export type NameOf = (shown: string) => string;

/** Names of contacts as short as these are shared by too many: 小王, 老王. */
const SHORTEST_CONTACT = 3;

/** The nearest of those whose names are protected; null where there is none. A member is never compared with himself. */
export function resembles(
  member: Member,
  known: readonly Known[],
  { compare, nameOf }: { readonly compare: Compare; readonly nameOf: NameOf },
): Resemblance | null {
  const shown = shownName(member);
  const found = known
    .filter((one) => one.member.id !== member.id)
    .flatMap((one): readonly Resemblance[] => {
      const isTwin = compare(shown, shownName(one.member)) === 'same';
      const likeness = isTwin
        ? 'same'
        : nearest(namesOf(member, nameOf), namesOf(one.member, nameOf), compare);
      return likeness === null ? [] : [{ known: one, likeness, isTwin, text: shown }];
    });
  return found.sort((a, b) => weight(b) - weight(a))[0] ?? null;
}

function weight({ likeness, isTwin }: Resemblance): number {
  return (isTwin ? 2 : 0) + (likeness === 'same' ? 1 : 0);
}

/** The name on the card, and the contact's where it is long enough to be somebody's. */
function namesOf(member: Member, nameOf: NameOf): readonly string[] {
  const onCard = nameOf(shownName(member));
  const isOwn = member.name.length >= SHORTEST_CONTACT || member.card.trim() === '';
  return isOwn ? [onCard, member.name] : [onCard];
}

function nearest(names: readonly string[], known: readonly string[], compare: Compare): Likeness | null {
  const found = names.flatMap((name) => known.map((other) => compare(name, other)));
  if (found.includes('same')) return 'same';
  return found.includes('alike') ? 'alike' : null;
}

const SCORES: Readonly<Record<Likeness, number>> = { same: 0.8, alike: 0.7 };
const TWIN_SCORE = 0.95;
const OFFICE_SCORE = 0.6;
const AVATAR_SCORE = 0.65;

/** How a finding names what it rests on; `wording/likeness` has the words. */
function termOf(standing: Standing, isTwin: boolean): string {
  return `${isTwin ? 'same' : 'like'}-${standing}`;
}

/** Suspected, always: who somebody is, a person finds out. */
export function likenessFinding({ known, likeness, isTwin, text }: Resemblance): Finding {
  return finding(text, termOf(known.standing, isTwin), isTwin ? TWIN_SCORE : SCORES[likeness]);
}

/** The same picture alone: many a person has a second account. */
export function avatarFinding(shown: string, { standing }: Known): Finding {
  return finding(shown, `avatar-${standing}`, AVATAR_SCORE);
}

export function officeFinding(shown: string): Finding {
  return finding(shown, 'office', OFFICE_SCORE);
}

/** About one person and several accounts, or the other way round. */
export function personFinding(shown: string, term: 'changed-hands' | 'two-accounts'): Finding {
  return finding(shown, term, OFFICE_SCORE);
}

function finding(text: string, term: string, score: number): Finding {
  const evidence = [{ start: 0, end: text.length, text, term }];
  return {
    rule: 'impersonation',
    category: 'impersonation',
    certainty: 'suspected',
    clause: 'A4',
    score,
    evidence,
  };
}
