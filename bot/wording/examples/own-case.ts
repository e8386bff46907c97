import type { OwnCase, OwnCaseAnswer } from '../../../src/core/model/answers/own-case.js';
import { NOW } from './model.js';

const one: OwnCase = {
  id: 12,
  at: NOW,
  category: 'advertising',
  step: 'warning',
  groupName: '分会群',
  timezone: 'Asia/Shanghai',
  standing: 'appealable',
  isOpen: false,
};

export const OWN_CASE_ANSWERS: Readonly<Record<OwnCaseAnswer['kind'], readonly OwnCaseAnswer[]>> = {
  'own-cases': [
    { kind: 'own-cases', cases: [one] },
    { kind: 'own-cases', cases: [{ ...one, step: 'review', standing: 'open', isOpen: true }] },
    { kind: 'own-cases', cases: [{ ...one, standing: 'in-appeal' }] },
    {
      kind: 'own-cases',
      cases: [
        { ...one, id: 16, category: 'fraud', step: 'removal', isOpen: true },
        { ...one, id: 15, category: 'fraud', step: 'removal' },
        { ...one, id: 14, category: 'manual', step: 'final' },
        { ...one, id: 13, category: 'card', step: 'review' },
        one,
      ],
    },
    { kind: 'own-cases', cases: [{ ...one, category: 'impersonation', step: 'review' }] },
  ],
};
