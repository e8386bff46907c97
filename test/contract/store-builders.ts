import type { Action } from '../../src/core/model/action.js';
import type { AuditEntry } from '../../src/core/model/audit.js';
import type { Finding } from '../../src/core/model/finding.js';
import type { CardWatch, GroupRecord, NewAction, NewCase, NewStrike } from '../../src/ports.js';

/** Beyond 2^31, as every real instant is. */
export const NOW = 1_772_413_200_000;

let subjects = 0;

export function aFinding(over: Partial<Finding> = {}): Finding {
  const evidence = [{ start: 2, end: 4, text: '代理', term: '代理' }];
  return {
    rule: 'prohibited',
    category: 'advertising',
    certainty: 'confirmed',
    clause: 'E三2(1)',
    score: 0.875,
    evidence,
    ...over,
  };
}

export function aCase(over: Partial<NewCase> = {}): NewCase {
  subjects += 1;
  return {
    groupId: 'g1',
    memberId: 'u5',
    memberName: '李雷-武汉-化学97级',
    subject: `message:g1:${subjects}`,
    at: NOW,
    verdict: 'violation',
    category: 'advertising',
    score: 0.875,
    findings: [aFinding()],
    step: 'warning',
    strikes: 1,
    observed: false,
    exempt: false,
    status: 'closed',
    ...over,
  };
}

export function aStrike(over: Partial<NewStrike> = {}): NewStrike {
  return { groupId: 'g1', memberId: 'u5', at: NOW, expiresAt: null, observed: false, ...over };
}

export function aWarning(groupId: string, caseId: number): Action {
  const about = { caseId, rule: 'prohibited', category: 'advertising' } as const;
  return {
    kind: 'warn',
    groupId,
    step: 'warning',
    terms: ['代理'],
    count: 1,
    beforeRemoval: false,
    heldSince: null,
    timezone: 'Asia/Shanghai',
    member: { id: 'u5', name: '李雷' },
    about,
  };
}

export function aRemoval(groupId: string, caseId: number): Action {
  const about = { caseId, rule: 'prohibited', category: 'advertising' } as const;
  return {
    kind: 'remove',
    groupId,
    terms: [],
    score: 1,
    strikes: 3,
    days: 90,
    decidedBy: 'bot',
    owner: null,
    member: { id: 'u5', name: '李雷' },
    about,
  };
}

export function aRequest(groupId: string, caseId: number): Action {
  const about = { caseId, rule: 'prohibited', category: 'advertising' } as const;
  const to = { id: 'u1', name: '王建国' };
  const member = { id: 'u5', name: '李雷' };
  return {
    kind: 'request',
    groupId,
    to,
    member,
    ask: 'removal',
    leadsTo: 'removal',
    terms: [],
    score: 0.9,
    groupName: '一群',
    about,
  };
}

export function aPlan(over: Partial<NewAction> = {}): NewAction {
  return { groupId: 'g1', stage: 'live', dueAt: NOW, action: { kind: 'introduce', groupId: 'g1' }, ...over };
}

export function aGroup(over: Partial<GroupRecord> = {}): GroupRecord {
  const group = {
    id: 'g1',
    name: '一群',
    ownerId: 'u1',
    adminIds: ['u2', 'u3'],
    botRole: 'admin',
    botId: 'b0',
  } as const;
  return { group, firstSeenAt: NOW, introducedAt: null, left: false, ...over };
}

export function aWatch(over: Partial<CardWatch> = {}): CardWatch {
  return {
    groupId: 'g1',
    memberId: 'u5',
    memberName: '李雷',
    problems: ['missing', 'bad-year'],
    since: NOW,
    remindedAt: null,
    secondAt: null,
    deadline: null,
    caseId: null,
    ...over,
  };
}

export function anEntry(over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: NOW,
    actor: 'bot',
    kind: 'case-opened',
    groupId: 'g1',
    data: { case: 1, observed: false },
    ...over,
  };
}
