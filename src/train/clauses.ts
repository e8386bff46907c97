import type { ContentCategory } from '../core/model/category.js';

/** Clauses that the categories rest on (spec, section 3). */
export const CLAUSES: Readonly<Partial<Record<ContentCategory, string>>> = {
  advertising: 'E三2(5)',
  fraud: 'A5',
  gambling: 'A5',
  pornography: 'E三2(3)',
  violence: 'E三2(2)',
  'illegal-goods': 'A5',
  cult: 'E三2(2)',
  superstition: 'E三2(2)',
  hatred: 'E三2(2)',
  insult: 'EM7(五)',
  rumour: 'E三2(4)',
  privacy: 'E三2(6)',
  soliciting: 'EM7(七)',
};
