import { CATEGORIES, type Category, CONTENT_CATEGORIES, isCategory } from '../model/category.js';
import { categoryName } from './names.js';

/** Short words that owners use for a category, besides its name and its English word. */
const WORDS: Readonly<Record<string, Category>> = {
  广告: 'advertising',
  推销: 'advertising',
  欺诈: 'fraud',
  诈骗: 'fraud',
  赌博: 'gambling',
  色情: 'pornography',
  暴力: 'violence',
  违禁品: 'illegal-goods',
  邪教: 'cult',
  迷信: 'superstition',
  歧视: 'hatred',
  辱骂: 'insult',
  人身攻击: 'insult',
  谣言: 'rumour',
  隐私: 'privacy',
  涉密: 'secrets',
  拉票: 'soliciting',
  募捐: 'soliciting',
  诱导转发: 'induced-sharing',
  侵权: 'infringement',
  链接: 'unsafe-link',
  无关: 'off-topic',
};

/** Words of a reason that name conduct rather than content. */
const CONDUCT_WORDS: Readonly<Record<string, Category>> = {
  刷屏: 'flood',
  骚扰: 'harassment',
  骂人: 'insult',
};

/** The category that a word means; null: none. */
export function categoryOfName(word: string): Category | null {
  if (isCategory(word)) return word;
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  return CATEGORIES.find((category) => categoryName(category) === word) ?? null;
}

/** Longest first: 人身攻击 is not read as a shorter word inside it. */
const IN_REASONS: readonly (readonly [string, Category])[] = [
  ...Object.entries({ ...WORDS, ...CONDUCT_WORDS }),
  ...CONTENT_CATEGORIES.map((category) => [categoryName(category), category] as const),
].toSorted(([a], [b]) => b.length - a.length);

/** The category that somebody's reason speaks of (老是发广告); `manual` where it names none. */
export function categoryOfReason(reason: string): Category {
  return IN_REASONS.find(([word]) => reason.includes(word))?.[1] ?? 'manual';
}
