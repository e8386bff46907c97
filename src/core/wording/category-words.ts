import { CATEGORIES, type Category, isCategory } from '../model/category.js';
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

/** The category that a word means; null: none. */
export function categoryOfName(word: string): Category | null {
  if (isCategory(word)) return word;
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  return CATEGORIES.find((category) => categoryName(category) === word) ?? null;
}
