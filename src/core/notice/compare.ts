import { type Fact, type FactKind, factsOf } from './facts.js';
import { isSameTime } from './time-of-day.js';

/** One kind of fact in which a copy differs: what the register has, what the copy has. Either may be empty. */
export interface Change {
  readonly kind: FactKind;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * What a text is to a published notice. `same`: unchanged, or an unchanged part of it. `changed`: the same words with another
 * account, amount, date or link. `reworded`: like it, but not it. `other`: nothing to do with it.
 */
export type Likeness =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'reworded' }
  | { readonly kind: 'other' };

/** A published text made ready for comparison. */
export interface Original {
  readonly folded: string;
  readonly grams: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  readonly turns: ReadonlySet<string>;
}

const GRAM = 3;
const RELATED = 0.6;
const ALIKE = 0.95;
const LEAST_EXCERPT = 12;
const LEAST_SHARE = 0.25;
/** Words that turn a notice into its contrary, or into another demand. */
const TURNS =
  /取消|照常|延期|推迟|暂停|停止|恢复|作废|无需|不需|不用|不必|不得|必须|务必|停用|启用|免费|收费|补缴|加收|重新|退/gu;

/** Letters, digits and Han alone: spaces, marks and ornament make no difference to what is said. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Without digits: an account number changed must not make the texts unlike. */
function gramsOf(folded: string): ReadonlySet<string> {
  const bare = folded.replaceAll(/[\da-z]/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= bare.length; at++) grams.add(bare.slice(at, at + GRAM));
  return grams;
}

export function originalOf(text: string): Original {
  const folded = fold(text);
  return { folded, grams: gramsOf(folded), facts: factsOf(text), turns: new Set(text.match(TURNS)) };
}

/** Compares a text with a published one. An empty text is like nothing. */
export function compare(original: Original, text: string): Likeness {
  const copy = originalOf(text);
  if (copy.folded === '' || original.folded === '') return { kind: 'other' };
  const changes = changesOf(original, copy);
  if (changes.length === 0 && isPartOf(copy.folded, original.folded)) return { kind: 'same' };
  const likeness = shared(original.grams, copy.grams);
  if (likeness < RELATED) return { kind: 'other' };
  if (changes.length > 0) return { kind: 'changed', changes };
  const turned = [...copy.turns].some((turn) => !original.turns.has(turn));
  return likeness >= ALIKE && !turned ? { kind: 'same' } : { kind: 'reworded' };
}

/** A quotation counts from a quarter of the notice on: two words of it are anybody's words. */
function isPartOf(copy: string, original: string): boolean {
  if (copy === original) return true;
  return copy.length >= Math.max(LEAST_EXCERPT, original.length * LEAST_SHARE) && original.includes(copy);
}

/** The share of the copy's grams that the original has, or the other way round where more was added than kept. */
function shared(original: ReadonlySet<string>, copy: ReadonlySet<string>): number {
  const common = [...copy].filter((gram) => original.has(gram)).length;
  const least = Math.min(original.size, copy.size);
  return least < LEAST_EXCERPT / 2 ? 0 : common / least;
}

/** Kinds in which the copy says something that the original does not. What it leaves out is no change. */
function changesOf(original: Original, copy: Original): readonly Change[] {
  const kinds = [...new Set(copy.facts.map(({ kind }) => kind))];
  return kinds.flatMap((kind): readonly Change[] => {
    const before = valuesOf(original, kind);
    const after = valuesOf(copy, kind);
    const isSame = kind === 'time' ? isSameTime : (one: string, other: string): boolean => one === other;
    const fresh = after.filter((value) => !before.some((one) => isSame(one, value)));
    if (fresh.length === 0) return [];
    return [
      { kind, before: before.filter((value) => !after.some((one) => isSame(one, value))), after: fresh },
    ];
  });
}

function valuesOf({ facts }: Original, kind: FactKind): readonly string[] {
  return facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
}
