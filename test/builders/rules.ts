import type { Category } from '../../src/core/model/category.js';
import type { Certainty } from '../../src/core/model/finding.js';
import type { Rule } from '../../src/core/rules/rule.js';

interface Word {
  readonly category: Category;
  readonly certainty: Certainty;
  readonly score: number;
}

/** What the members of the scenes may not say. The engine that reads real language has its own tests. */
const WORDS: Readonly<Record<string, Word>> = {
  特价面膜加微信: { category: 'advertising', certainty: 'confirmed', score: 0.9 },
  长期招代理: { category: 'advertising', certainty: 'suspected', score: 0.6 },
  刷单先垫付: { category: 'fraud', certainty: 'confirmed', score: 0.96 },
  兼职日结私聊: { category: 'fraud', certainty: 'suspected', score: 0.65 },
  傻瓜笨蛋: { category: 'insult', certainty: 'confirmed', score: 0.85 },
  关于缴费的通知: { category: 'notice', certainty: 'confirmed', score: 0.93 },
  好像要发通知了: { category: 'notice', certainty: 'suspected', score: 0.6 },
  听说校区要搬: { category: 'rumour', certainty: 'suspected', score: 0.55 },
  仿冒登录页: { category: 'unsafe-link', certainty: 'confirmed', score: 1 },
};

/** A rule that finds each of the words, wherever it stands. */
export const WORD_RULE: Rule = {
  id: 'words',
  clauses: ['E三2'],
  message: ({ text }) =>
    Object.entries(WORDS).flatMap(([term, { category, certainty, score }]) => {
      const start = text.indexOf(term);
      if (start < 0) return [];
      const evidence = [{ start, end: start + term.length, text: term, term }];
      return [{ rule: 'words', category, certainty, clause: 'E三2', score, evidence }];
    }),
};

/** A rule with a bug: it throws at one word. */
export const THROWING_RULE: Rule = {
  id: 'throwing',
  clauses: [],
  message: ({ text }) => {
    if (text.includes('出错')) throw new Error('a bug of the rule');
    return [];
  },
};
