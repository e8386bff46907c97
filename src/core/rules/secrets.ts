import { z } from 'zod';
import type { Finding } from '../model/finding.js';
import { defineRule, judgedText } from './rule.js';
import { TRAITS } from '../text/traits.js';

const CLAUSE = 'D1§8(四)';
// Between the characters of a mark: blanks, zero-width characters and signs that break it up.
const GAP = '[\\s\\u200b-\\u200f\\ufeff·.\\-_]{0,2}';
const LEVEL = `(?:[绝絕]${GAP}密|[机機]${GAP}密|秘${GAP}密)`;
// How such papers are to be kept, and what the words mean.
const TALKED_OF =
  '别?的?(?:文件|材料|资料|电脑|计算机|设备|岗位|人员|U盘)?(?:要|应|需|须|必须|不能|不得|怎么|是什么|和)';
// The mark of the national standard: level, star, term. Without the star the words are ordinary talk.
const MARK = new RegExp(
  [
    `${LEVEL}${GAP}[★☆✩✭✯⭐*＊]`,
    `[绝絕机機秘]${GAP}密${GAP}[级級](?!别?考|${TALKED_OF})`,
    `密${GAP}[级級]别?\\s*[:：]?\\s*${LEVEL}`,
    `[（(【\\[〔]\\s*${LEVEL}\\s*[）)】\\]〕]`,
    `[绝絕]${GAP}密${GAP}(?:启用前|★)`,
  ].join('|'),
  'gu',
);
const NONE: readonly Finding[] = [];

/** Classification marks (绝密★, 机密★, 秘密★). Never more than a review; the words belong to the lexicon. */
export const secrets = defineRule({
  id: 'secrets',
  clauses: [CLAUSE, 'A7', 'B5'],
  options: z.strictObject({}),
  create() {
    return {
      needs: TRAITS.secrecy,
      message(message) {
        const text = judgedText(message);
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
