import { z } from 'zod';
import { findHandles } from '../lexicon/handles.js';
import type { Finding } from '../model/finding.js';
import { defineRule, judgedText } from './rule.js';
import { TRAITS } from '../text/traits.js';

const CLAUSE = 'E三2(5)';
const SCORE = 0.65;
const NONE: readonly Finding[] = [];

/** A contact handle in disguise: whoever hides how to be reached has something to sell. Only asks for a review. */
export const contact = defineRule({
  id: 'contact',
  clauses: [CLAUSE],
  options: z.strictObject({}),
  create() {
    return {
      needs: TRAITS.numbers,
      message(message) {
        const text = judgedText(message);
        const handles = findHandles(text);
        if (handles.length === 0) return NONE;
        const evidence = handles.map(({ start, end }) => ({
          start,
          end,
          text: text.slice(start, end),
          term: '伪装的联系方式',
        }));
        return [
          {
            rule: 'contact',
            category: 'advertising',
            certainty: 'suspected',
            clause: CLAUSE,
            score: SCORE,
            evidence,
          },
        ];
      },
    };
  },
});
