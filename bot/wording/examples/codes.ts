import type { Answer } from '../../../src/core/model/answer.js';
import { aCase, AUTHOR, OFFENCE } from './model.js';

const timezone = 'Asia/Shanghai';
const codes = [
  { code: 'W388', seconds: 42, task: { kind: 'removal', name: AUTHOR.name } },
  { code: 'A123', seconds: 12, task: { kind: 'setting', name: '移出' } },
  { code: 'B007', seconds: 5, task: { kind: 'reverse-word', word: OFFENCE } },
  { code: 'C040', seconds: 1, task: { kind: 'offboard', name: AUTHOR.name, count: 3 } },
] as const;
const seven = Array.from({ length: 7 }, (_, index) => aCase({ id: index + 12, status: 'open' }));

export const CODES_ANSWERS: Readonly<Record<'codes' | 'confirm-removal' | 'bad-code', readonly Answer[]>> = {
  'confirm-removal': [{ kind: 'confirm-removal', member: AUTHOR, code: 'A123', seconds: 60 }],
  'bad-code': [{ kind: 'bad-code' }],
  codes: (['asked', 'dropped', 'lapsed'] as const).flatMap((about) =>
    [[], seven].map(
      (cases) => ({ kind: 'codes', about, codes, cases, together: { 12: [19, 20] }, timezone }) as const,
    ),
  ),
};
