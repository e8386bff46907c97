import type { Person } from '../../src/core/model/action.js';
import type { Case } from '../../src/core/model/case.js';
import type { Finding } from '../../src/core/model/finding.js';
import type { Group } from '../../src/core/model/group.js';
import type { Member } from '../../src/core/model/member.js';
import type { Message } from '../../src/core/model/message.js';
import type { Strike } from '../../src/core/model/strike.js';
import type { Standing } from '../../src/core/policy/plan.js';
import { DEFAULT_STRIKES } from '../../src/core/policy/settings.js';

/** Monday 2 March 2026, 09:00 in Shanghai. */
export const NOW = Date.parse('2026-03-02T09:00:00+08:00');

export const OWNER: Person = { id: 'u1', name: '王建国-北京-食品98级' };
export const AUTHOR: Person = { id: 'u5', name: '李雷-武汉-化学97级' };
export const STAFF: Person = { id: 'u0', name: 'u0' };

export function aMember(over: Partial<Member> = {}): Member {
  return { id: 'u5', name: '李雷', card: '李雷-武汉-化学97级', ...over };
}

export function aGroup(over: Partial<Group> = {}): Group {
  return {
    id: 'g1',
    name: '分会群',
    ownerId: 'u1',
    adminIds: ['u2'],
    botRole: 'admin',
    botId: 'bot',
    ...over,
  };
}

export function aMessage(over: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    groupId: 'g1',
    senderId: 'u5',
    at: NOW,
    kind: 'text',
    text: '大家好',
    title: null,
    url: null,
    file: null,
    mentions: [],
    quote: null,
    ...over,
  };
}

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

/** A plain member of a group whose owner is known and in which the bot may remove. */
export function aStanding(over: Partial<Standing> = {}): Standing {
  return {
    groupId: 'g1',
    groupName: '分会群',
    member: AUTHOR,
    exempt: false,
    noRight: 'none',
    strikes: 0,
    removalPending: false,
    responsible: OWNER,
    staff: [STAFF],
    canRemove: true,
    removal: 'ask',
    ladder: DEFAULT_STRIKES,
    timezone: 'Asia/Shanghai',
    ...over,
  };
}
