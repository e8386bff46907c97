import type { CardOptions } from '../card/card.js';

/** What a group accepts on a card beyond the usual. */
export type CardManner = Required<Pick<CardOptions, 'graduation' | 'latinNames' | 'longestName'>>;

/** The card rule. `template` null: cards are not looked at. */
export interface CardSettings {
  readonly template: string | null;
  readonly deadlineDays: number;
  readonly manner: CardManner;
  /** Reminders wait on public holidays, too. */
  readonly pausesOnHolidays: boolean;
}

export const DEFAULT_DEADLINE_DAYS = 7;
/** Two to four characters; six where the owner says so. */
export const DEFAULT_MANNER: CardManner = { graduation: false, latinNames: false, longestName: 4 };
export const LONGEST_NAMES = { least: 2, most: 10 } as const;

/** The rule for a template, the rest as usual. */
export function cardSettings(template: string | null): CardSettings {
  return {
    template,
    deadlineDays: DEFAULT_DEADLINE_DAYS,
    manner: DEFAULT_MANNER,
    pausesOnHolidays: false,
  };
}
