import type { Person } from '../../../src/core/model/action.js';
import type { Case } from '../../../src/core/model/case.js';
import type { Finding } from '../../../src/core/model/finding.js';
import type { Strike } from '../../../src/core/model/strike.js';

/** Monday 2 March 2026, 09:00 in Shanghai. */
export const NOW = Date.parse('2026-03-02T09:00:00+08:00');

export const OWNER: Person = { id: 'u1', name: '王建国-北京-食品98级' };
export const AUTHOR: Person = { id: 'u5', name: '李雷-武汉-化学97级' };

/** A word that no sentence may hold. */
export const OFFENCE = '加微信领取';
/** A number that no sentence may hold. */
export const NUMBER = '13812348000';

export function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'prohibited',
    category: 'advertising',
    certainty: 'confirmed',
    clause: 'E三2(5)',
    score: 0.9,
    evidence: [{ start: 0, end: 3, text: '加微信', term: '加微信' }],
    ...over,
  };
}

export function aStrike(over: Partial<Strike> = {}): Strike {
  return {
    id: 1,
    groupId: 'g1',
    memberId: 'u5',
    caseId: 1,
    at: NOW,
    expiresAt: null,
    observed: false,
    reversedAt: null,
    undecided: false,
    ...over,
  };
}

export function aCase(over: Partial<Case> = {}): Case {
  return {
    id: 12,
    groupId: 'g1',
    memberId: 'u5',
    memberName: AUTHOR.name,
    subject: 'message:g1:m1',
    at: NOW,
    verdict: 'violation',
    category: 'advertising',
    score: 0.9,
    findings: [aFinding()],
    step: 'warning',
    strikes: 1,
    observed: false,
    exempt: false,
    status: 'closed',
    ...over,
  };
}
