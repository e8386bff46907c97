import type { Answer } from '../../../src/core/model/answer.js';
import type { CaseAnswer } from '../../../src/core/wording/case-answer.js';
import { aCase, aFinding, NOW, NUMBER, OFFENCE } from './model.js';

const ZONE = 'Asia/Shanghai';

/** A case with several findings, one of them without evidence. */
export const one = aCase({
  findings: [
    aFinding({ evidence: [{ start: 0, end: 5, text: OFFENCE, term: OFFENCE }] }),
    aFinding({
      category: 'privacy',
      certainty: 'suspected',
      evidence: [{ start: 6, end: 17, text: NUMBER, term: 'mobile' }],
    }),
    aFinding({ evidence: [] }),
  ],
  score: 1,
});
const opened = { caseId: 12, at: NOW, kind: 'opened', actor: 'bot', reason: '' } as const;
const overturned = { ...opened, kind: 'overturned', actor: 'u1', reason: '看错了' } as const;

/** Answers about cases. */
export const CASE_ANSWERS: Readonly<Record<CaseAnswer['kind'], readonly Answer[]>> = {
  'seen-gone': [{ kind: 'seen-gone', cases: [aCase(), aCase({ id: 13 })] }],
  'no-case': [
    { kind: 'no-case', id: '99' },
    { kind: 'no-case', id: '' },
  ],
  case: [[], [aCase({ id: 13 })]].map((joined) => ({
    kind: 'case',
    case: one,
    joined,
    events: [opened, overturned],
    timezone: ZONE,
  })),
  cases: [
    { kind: 'cases', title: '待您定夺的案件', cases: [], together: {}, timezone: ZONE },
    {
      kind: 'cases',
      title: '待您定夺的案件',
      cases: Array.from({ length: 12 }, () => one),
      together: {},
      timezone: ZONE,
    },
    {
      kind: 'cases',
      title: '待您定夺的案件',
      cases: [one, aCase({ id: 13 })],
      together: { [one.id]: [13] },
      timezone: ZONE,
    },
  ],
  why: [
    {
      kind: 'why',
      why: {
        case: one,
        joined: [aCase({ id: 13 })],
        events: [opened],
        actions: [{ kind: '提醒本人', state: '已完成' }],
        silent: (['looked', 'off', 'probation'] as const).map((why) => ({ rule: 'notice', why })),
        timezone: ZONE,
      },
    },
    {
      kind: 'why',
      why: {
        case: aCase({ findings: [], observed: true, exempt: true }),
        joined: [],
        events: [],
        actions: [],
        silent: [],
        timezone: ZONE,
      },
    },
  ],
  'already-answered': (['open', 'closed', 'confirmed', 'rejected', 'overturned'] as const).map((state) => ({
    kind: 'already-answered',
    case: aCase({ status: state }),
  })),
  'not-asked': [{ kind: 'not-asked', case: one }],
  confirmed: (['removal', 'warning', 'nothing'] as const).map((follows) => ({
    kind: 'confirmed',
    case: one,
    follows,
    together: follows === 'removal' ? [13, 15] : [],
    graver: follows === 'warning' ? 15 : null,
  })),
  rejected: [0, 2].map((strikes) => ({
    kind: 'rejected',
    case: one,
    strikes,
    together: strikes === 0 ? [] : [13],
    graver: strikes === 0 ? 15 : null,
  })),
  overturned: [true, false].flatMap((removed) =>
    [
      { strikes: 0, next: null },
      { strikes: 1, next: { kind: 'exception' as const, word: OFFENCE } },
      { strikes: 1, next: { kind: 'rule' as const, rule: 'prohibited' } },
    ].map((over) => ({
      kind: 'overturned',
      case: one,
      removed,
      told: !removed,
      along: removed ? [] : [14],
      waiting: removed ? [] : [13],
      together: removed ? [13] : [],
      ...over,
    })),
  ),
};
