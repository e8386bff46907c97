/** What the bot says to a group without having been asked (clauses 6.3, 6.6, 7.§11). */
export interface Reminders {
  /** How often the rules of the group are told, on a Monday morning. */
  readonly rules: RulesTold;
  /** A word about fraud, links and clearing one's own chat history, once a month. */
  readonly safety: 'off' | 'monthly';
  /** Who is greeted on joining: those whose card is not in order, everybody, or nobody. */
  readonly welcome: Welcome;
  /** Whether the digest tells what members did well (D7§11). */
  readonly goodConduct: 'off' | 'on';
}

export const RULES_TOLD = ['off', 'weekly', 'monthly'] as const;
export type RulesTold = (typeof RULES_TOLD)[number];
export const SAFETY_TOLD = ['off', 'monthly'] as const;
export const WELCOMES = ['cards', 'all', 'off'] as const;
export type Welcome = (typeof WELCOMES)[number];
export const SWITCHES = ['off', 'on'] as const;

export const DEFAULT_REMINDERS = {
  rules: 'off',
  safety: 'off',
  welcome: 'cards',
  goodConduct: 'off',
} as const satisfies Reminders;

/** Which reminders are told on a Monday whose day of the month this is: monthly ones on the first, and the third. */
export function toldOn(reminders: Reminders, dayOfMonth: number): readonly ('rules' | 'safety')[] {
  const isFirst = dayOfMonth <= 7;
  const isThird = dayOfMonth > 14 && dayOfMonth <= 21;
  const rules = reminders.rules === 'weekly' || (reminders.rules === 'monthly' && isFirst);
  return [
    ...(rules ? (['rules'] as const) : []),
    ...(reminders.safety === 'monthly' && isThird ? (['safety'] as const) : []),
  ];
}

type ReminderChange = (reminders: Reminders, value: string) => Reminders | null;

function among<K extends keyof Reminders>(key: K, allowed: readonly Reminders[K][]): ReminderChange {
  return (reminders, value) => {
    const wanted = allowed.find((one) => one === value);
    return wanted === undefined ? null : { ...reminders, [key]: wanted };
  };
}

/** The reminders that an owner may change by command, by key. Null: the value does not fit. */
export const REMINDER_CHANGES: readonly (readonly [string, ReminderChange])[] = [
  ['reminders.rules', among('rules', RULES_TOLD)],
  ['reminders.safety', among('safety', SAFETY_TOLD)],
  ['reminders.welcome', among('welcome', WELCOMES)],
  ['reminders.good-conduct', among('goodConduct', SWITCHES)],
];
