import type { Category } from '../model/category.js';

/**
 * What follows on a confirmed finding of a category (clauses, table of responses).
 * `ladder`: a strike at each violation. `removal`: at the first violation, the owner alerted at once. `incident`: alert, no strike.
 * `review`: the owner decides, never more by itself. `note`: a kind word, never a strike. `deadline`: the card's own road.
 */
export type Response = 'ladder' | 'removal' | 'incident' | 'review' | 'note' | 'deadline';

const RESPONSES: Readonly<Record<Category, Response>> = {
  advertising: 'ladder',
  fraud: 'removal',
  gambling: 'removal',
  pornography: 'removal',
  violence: 'removal',
  'illegal-goods': 'removal',
  cult: 'removal',
  superstition: 'ladder',
  hatred: 'ladder',
  organisation: 'review',
  insult: 'ladder',
  rumour: 'review',
  privacy: 'ladder',
  secrets: 'review',
  soliciting: 'ladder',
  'induced-sharing': 'ladder',
  infringement: 'ladder',
  'unsafe-link': 'incident',
  'off-topic': 'note',
  card: 'deadline',
  'group-name': 'note',
  notice: 'ladder',
  impersonation: 'review',
  flood: 'note',
  duplicate: 'ladder',
  'quiet-hours': 'note',
  harassment: 'review',
  invitation: 'review',
  complaint: 'review',
  manual: 'ladder',
};

/** Gravest first: of several categories in one message the first decides. */
const GRAVITY: readonly Category[] = [
  'violence',
  'illegal-goods',
  'cult',
  'fraud',
  'pornography',
  'gambling',
  'impersonation',
  'unsafe-link',
  'notice',
  'privacy',
  'secrets',
  'hatred',
  'insult',
  'soliciting',
  'duplicate',
  'advertising',
  'superstition',
  'induced-sharing',
  'infringement',
  'organisation',
  'harassment',
  'rumour',
  'invitation',
  'complaint',
  'manual',
  'group-name',
  'card',
  'flood',
  'quiet-hours',
  'off-topic',
];

const RANK: ReadonlyMap<Category, number> = new Map(GRAVITY.map((category, index) => [category, index]));

export function responseTo(category: Category): Response {
  return RESPONSES[category];
}

/** Whether a confirmed finding of the category leads to a strike or a removal. */
export function punishes(category: Category): boolean {
  const response = responseTo(category);
  return response === 'ladder' || response === 'removal';
}

/** Severe matters do not wait for the morning. */
export function isSevere(category: Category): boolean {
  const response = responseTo(category);
  return response === 'removal' || response === 'incident';
}

/** Lower is graver. */
export function gravity(category: Category): number {
  return RANK.get(category) ?? GRAVITY.length;
}
