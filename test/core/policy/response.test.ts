import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Category } from '../../../src/core/model/category.js';
import { gravity, isSevere, punishes, type Response, responseTo } from '../../../src/core/policy/response.js';

/** The table of responses in the clauses, word for word; what a person decides without naming a category is a strike. */
const TABLE: Readonly<Record<Response, readonly Category[]>> = {
  ladder: [
    'advertising',
    'insult',
    'hatred',
    'superstition',
    'privacy',
    'soliciting',
    'induced-sharing',
    'infringement',
    'notice',
    'duplicate',
    'manual',
  ],
  removal: ['fraud', 'gambling', 'pornography', 'violence', 'illegal-goods', 'cult'],
  incident: ['unsafe-link'],
  review: ['organisation', 'secrets', 'rumour', 'impersonation', 'invitation', 'harassment', 'complaint'],
  note: ['flood', 'quiet-hours', 'off-topic', 'group-name'],
  deadline: ['card'],
};

const ROWS = Object.entries(TABLE).flatMap(([response, categories]) =>
  categories.map((category) => ({ category, response })),
);

describe('responseTo', () => {
  it('the table answers for every category once', () => {
    expect(ROWS.map(({ category }) => category).toSorted()).toEqual([...CATEGORIES].toSorted());
  });

  it.each(ROWS)('$category: $response', ({ category, response }) => {
    expect(responseTo(category)).toBe(response);
    expect(punishes(category)).toBe(response === 'ladder' || response === 'removal');
    expect(isSevere(category)).toBe(response === 'removal' || response === 'incident');
  });

  it('no two categories are equally grave', () => {
    expect(new Set(CATEGORIES.map(gravity)).size).toBe(CATEGORIES.length);
  });
});
