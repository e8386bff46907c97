import { z } from 'zod';
import { offTopicOf } from '../conduct/off-topic.js';
import { OFF_TOPIC_KINDS } from '../policy/conduct-settings.js';
import { defineRule } from './rule.js';

const CLAUSE = 'D1§10';

/**
 * What does not belong into a group for work: for `scan --preset work`. Looks for nothing unless told what; in a group the
 * settings say what is looked for, see `app/conduct`.
 */
export const offTopic = defineRule({
  id: 'off-topic',
  clauses: [CLAUSE, 'A7', 'B13', 'C4.1', 'D2三1.1', 'D3§7', 'D4§8(4)'],
  options: z.strictObject({ kinds: z.array(z.enum(OFF_TOPIC_KINDS)).default([]) }),
  create: ({ kinds }) => ({
    ...(kinds.length === 0 ? { needs: 0 } : {}),
    message(message) {
      const found = offTopicOf(message, kinds, []);
      if (found === null) return [];
      const { start, end, what } = found;
      const evidence = [{ start, end, text: message.text.slice(start, end), term: what }];
      return [
        {
          rule: 'off-topic',
          category: 'off-topic',
          certainty: 'suspected',
          clause: CLAUSE,
          score: 0.6,
          evidence,
        },
      ];
    },
  }),
});
