import { z } from 'zod';
import type { Finding } from '../model/finding.js';
import { defineRule, judgedText } from './rule.js';

const CLAUSE = 'D1§8(四)';
// The mark of the national standard: level, star, term. Without the star the words are ordinary talk.
const MARK =
  /(?:绝\s?密|机\s?密|秘\s?密)\s*[★☆✩✭*]|[绝機机秘]密级|(?:密级|密別|密级别)\s*[:：]?\s*(?:绝密|机密|秘密)|[（(【[](?:绝密|机密|秘密)[）)】\]]/gu;
const NONE: readonly Finding[] = [];

/** Classification marks (绝密★, 机密★, 秘密★). Never more than a review; the words belong to the lexicon. */
export const secrets = defineRule({
  id: 'secrets',
  clauses: [CLAUSE, 'A7', 'B5'],
  options: z.strictObject({}),
  create() {
    return {
      message(message) {
        const text = judgedText(message);
        if (!text.includes('密')) return NONE;
        const evidence = Array.from(text.matchAll(MARK), ({ index, 0: mark }) => ({
          start: index,
          end: index + mark.length,
          text: mark,
          term: '密级标志',
        }));
        if (evidence.length === 0) return NONE;
        return [
          {
            rule: 'secrets',
            category: 'secrets',
            certainty: 'suspected',
            clause: CLAUSE,
            score: 0.8,
            evidence,
          },
        ];
      },
    };
  },
});
