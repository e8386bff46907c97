import type { Answer } from '../../../src/core/model/answer.js';
import type { Case } from '../../../src/core/model/case.js';

/** What became of several numbers: some done, one of them with another, one not there. */
export function severalOf(one: Case): Extract<Answer, { kind: 'several' }>['answers'] {
  return [
    { id: 12, answer: { kind: 'confirmed', case: one, follows: 'removal', together: [13], graver: null } },
    { id: 15, answer: { kind: 'confirmed', case: one, follows: 'warning', together: [], graver: null } },
    { id: 99, answer: { kind: 'no-case', id: '99' } },
  ];
}
