/** The fields a card template may name. */
const CARD_FIELDS = ['name', 'city', 'major', 'year', 'department', 'title', 'class', 'id', 'phone'] as const;
export type CardField = (typeof CARD_FIELDS)[number];

export type CardProblemCode =
  | 'missing'
  | 'order'
  | 'separator'
  | 'not-a-name'
  | 'unknown-city'
  | 'unknown-major'
  | 'bad-year'
  | 'prohibited'
  | 'impersonation'
  | 'extra';

/** One thing that is wrong; `field` is null where it concerns the card as a whole. `message` is a Chinese sentence. */
export interface CardProblem {
  readonly field: CardField | null;
  readonly code: CardProblemCode;
  readonly message: string;
}

/** Only the fields that were found. `year` is four digits. */
export type CardFields = Readonly<Partial<Record<CardField, string>>>;

/** `suggestion` is a whole card that parses ok itself, or null. `ok` exactly when there is no problem. */
export interface CardResult {
  readonly card: string;
  readonly ok: boolean;
  readonly fields: CardFields;
  readonly problems: readonly CardProblem[];
  readonly suggestion: string | null;
}

/** A further look at a card that was read: prohibited words, impersonation. Runs on suggestions too. */
export type CardCheck = (card: string, fields: CardFields) => readonly CardProblem[];

export interface CardOptions {
  /** The first year anybody entered the organisation, four digits. */
  readonly founded: number;
  /** The current year: two digits later than this belong to the last century, four digits are in the future. */
  readonly thisYear: number;
  /** Whether a year of graduation (97届) is accepted. Default false. */
  readonly graduation?: boolean;
  /** Longest Chinese name without a dot, in characters. Default 4. */
  readonly longestName?: number;
  /** Whether Latin names are accepted. Default false. */
  readonly latinNames?: boolean;
  /** The organisation's own majors, beside the table. */
  readonly majors?: readonly string[];
  readonly checks?: readonly CardCheck[];
}

export function isCardField(word: string): word is CardField {
  return (CARD_FIELDS as readonly string[]).includes(word);
}
