/** What may not be said: clauses 3.1 … 3.18, in the order of the table. */
export const CONTENT_CATEGORIES = [
  'advertising',
  'fraud',
  'gambling',
  'pornography',
  'violence',
  'illegal-goods',
  'cult',
  'superstition',
  'hatred',
  'organisation',
  'insult',
  'rumour',
  'privacy',
  'secrets',
  'soliciting',
  'induced-sharing',
  'infringement',
  'unsafe-link',
  'off-topic',
] as const;

/**
 * Names, groups, notices and conduct over time: clauses 1, 2, 4 and 7; `complaint`: what somebody complains of where no quoted words say
 * what it is; `manual`: what a person decided without naming a category.
 */
const CONDUCT_CATEGORIES = [
  'card',
  'group-name',
  'notice',
  'impersonation',
  'flood',
  'duplicate',
  'quiet-hours',
  'harassment',
  'invitation',
  'complaint',
  'manual',
] as const;

export type ContentCategory = (typeof CONTENT_CATEGORIES)[number];
export type Category = ContentCategory | (typeof CONDUCT_CATEGORIES)[number];

export const CATEGORIES: readonly Category[] = [...CONTENT_CATEGORIES, ...CONDUCT_CATEGORIES];

export function isCategory(word: string): word is Category {
  return (CATEGORIES as readonly string[]).includes(word);
}
