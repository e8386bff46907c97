import type { ConductTelling } from '../../../src/core/model/telling/conduct.js';

/** Every kind of telling about conduct, in every variant that has words of its own. */
export const CONDUCT_SENTENCES: Readonly<Record<ConductTelling['kind'], readonly ConductTelling[]>> = {
  'slow-down': (['burst', 'repeat', 'mentions', 'system-line', 'crash'] as const).map((reason) => ({
    kind: 'slow-down',
    reason,
    caseId: 12,
  })),
  'rest-hours': [{ kind: 'rest-hours', hours: '22:30-07:30', caseId: 12 }],
  'off-work': [{ kind: 'off-work', hours: '09:00-18:00', caseId: 12 }],
  'work-only': (['links', 'articles', 'images', 'chatter'] as const).map((what) => ({
    kind: 'work-only',
    what,
    caseId: 12,
  })),
};
