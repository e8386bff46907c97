import type { Case } from '../case.js';
import type { Category } from '../category.js';
import type { Widening } from '../../policy/setting-names.js';
import type { Instant } from '../instant.js';
import type { Person } from '../action.js';
import type { OwnWord } from '../own-word.js';

interface ShownSetting {
  readonly name: string;
  readonly value: string;
  readonly hint: string;
}

/** What the commands that steer the bot answer: settings, rules, words, silence, frozen accounts, exports. */
export type ControlAnswer =
  | { readonly kind: 'settings'; readonly settings: readonly ShownSetting[]; readonly off: readonly string[] }
  | {
      readonly kind: 'no-setting';
      readonly typed: string;
      readonly names: readonly string[];
      /** The one that was probably meant. */
      readonly near: string | null;
    }
  | { readonly kind: 'bad-setting'; readonly name: string; readonly hint: string }
  | { readonly kind: 'setting-changed'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'confirm-setting';
      readonly name: string;
      /** What it lets the bot do. */
      readonly wider: Widening;
      readonly code: string;
      readonly seconds: number;
    }
  /** The brake on removals; `until`: lifted until then. */
  | {
      readonly kind: 'brake-shown';
      readonly limit: number;
      readonly removed: number;
      readonly until: Instant | null;
      readonly timezone: string;
    }
  | { readonly kind: 'category-switched'; readonly category: Category; readonly on: boolean }
  | {
      readonly kind: 'rules-listed';
      readonly ids: readonly string[];
      readonly observed: readonly string[];
      readonly doubted: readonly string[];
    }
  | { readonly kind: 'rule-switched'; readonly rule: string; readonly observed: boolean }
  | { readonly kind: 'own-words'; readonly words: readonly OwnWord[] }
  | { readonly kind: 'words-full'; readonly most: number }
  | { readonly kind: 'word-refused'; readonly word: string; readonly problem: string }
  | ({ readonly kind: 'word-tried'; readonly word: string } & Trial)
  | ({
      readonly kind: 'word-added';
      readonly word: string;
      readonly exception: boolean;
      readonly category: Category;
    } & Trial)
  | { readonly kind: 'no-word'; readonly word: string }
  | {
      readonly kind: 'word-dropped';
      readonly word: string;
      readonly cases: readonly Case[];
      readonly timezone: string;
      /** Confirms the reversal of those cases; null where there are none. */
      readonly code: string | null;
      readonly seconds: number;
    }
  | { readonly kind: 'word-reversed'; readonly word: string; readonly cases: number }
  | { readonly kind: 'quote-needed'; readonly usage: string }
  | { readonly kind: 'missed-noted'; readonly found: boolean; readonly warned: null }
  | { readonly kind: 'message-unknown' }
  | { readonly kind: 'withdrawing'; readonly inTime: boolean }
  | { readonly kind: 'quiet'; readonly minutes: number | null }
  | { readonly kind: 'quiet-too-long'; readonly most: number }
  | { readonly kind: 'frozen'; readonly member: Person }
  /** Who reports the own account. */
  | { readonly kind: 'frozen-own' }
  | { readonly kind: 'unfrozen'; readonly member: Person }
  | {
      readonly kind: 'export';
      readonly what: 'cases' | 'week' | 'audit' | 'register';
      /** The cases since then, for `week`; 0: all. */
      readonly from: Instant;
      readonly groupId: string;
      readonly timezone: string;
      /** The organisation's staff see the cases of exempt persons too. */
      readonly staff: boolean;
    };

/** What a word would have hit of what was said lately. `problem`: what harm it would do; null: none. */
interface Trial {
  readonly problem: string | null;
  readonly heard: number;
  readonly hits: number;
  readonly people: number;
}
