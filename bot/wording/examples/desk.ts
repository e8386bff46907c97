import type { DeskAnswer } from '../../../src/core/model/answers/desk.js';
import type { OwnCaseAnswer } from '../../../src/core/model/answers/own-case.js';
import type { DeskTelling } from '../../../src/core/model/telling/desk.js';
import { OWN_CASE_ANSWERS } from './own-case.js';
import { aCase, AUTHOR, NOW, OFFENCE } from './model.js';

const timezone = 'Asia/Shanghai';
const REFUSALS = ['not-yours', 'nothing-done', 'open', 'often', 'late', 'decided-by-higher'] as const;

export const DESK_ANSWERS: Readonly<
  Record<(DeskAnswer | OwnCaseAnswer)['kind'], readonly (DeskAnswer | OwnCaseAnswer)[]>
> = {
  ...OWN_CASE_ANSWERS,
  'complaint-taken': [true, false].map((joined) => ({ kind: 'complaint-taken', caseId: 12, joined })),
  'complaint-limit': [{ kind: 'complaint-limit', most: 5 }],
  'complaint-nowhere': [{ kind: 'complaint-nowhere' }],
  'complaint-self': [{ kind: 'complaint-self' }],
  'appeal-taken': [{ kind: 'appeal-taken', caseId: 12 }],
  'appeal-refused': REFUSALS.map((why) => ({ kind: 'appeal-refused', caseId: 12, why })),
  'in-appeal': [{ kind: 'in-appeal', caseId: 12 }],
  'appeal-kept': [{ kind: 'appeal-kept', caseId: 12 }],
  'other-decides': [{ kind: 'other-decides', caseId: 12 }],
  'done-by-other': (['warning', 'removal'] as const).map((what) => ({
    kind: 'done-by-other',
    caseId: 12,
    member: AUTHOR,
    what,
  })),
  claimed: (['you', 'other'] as const).map((by) => ({ kind: 'claimed', case: aCase(), by })),
  exempted: [null, NOW].map((until) => ({ kind: 'exempted', member: AUTHOR, until, timezone })),
  'settled-in': [{ kind: 'settled-in', groupName: '分会群', preset: 'alumni' }],
  'exemption-over': [{ kind: 'exemption-over', member: AUTHOR }],
};

const of = { caseId: 12, groupName: '分会群' };

export const DESK_TELLINGS: Readonly<Record<DeskTelling['kind'], readonly DeskTelling[]>> = {
  befriend: [{ kind: 'befriend' }],
  'complaint-result': (['upheld', 'noted', 'rejected', 'withdrawn'] as const).map((result) => ({
    kind: 'complaint-result',
    caseId: 12,
    result,
  })),
  'complaint-late': [{ kind: 'complaint-late', ...of }],
  appeal: ['', '我没有发广告'].flatMap((reason) =>
    [true, false].map((again) => ({ kind: 'appeal', ...of, memberName: '李雷', reason, again })),
  ),
  'complaint-noted': [true, false].map((mayAppeal) => ({ kind: 'complaint-noted', caseId: 12, mayAppeal })),
  'appeal-kept': [{ kind: 'appeal-kept', caseId: 12 }],
  'still-waiting': [3, 30].map((count) => ({
    kind: 'still-waiting',
    groupName: '北京分会群',
    caseIds: Array.from({ length: count }, (_, index) => index + 12),
  })),
  'appeal-granted': [{ kind: 'appeal-granted', caseId: 12 }],
  quiet: [{ kind: 'quiet', minutes: 10 }],
  'quiet-over': [{ kind: 'quiet-over' }],
  'recall-please': [{ kind: 'recall-please' }],
  'recall-by-hand': [{ kind: 'recall-by-hand', name: '李雷' }],
  'stolen-over': [{ kind: 'stolen-over' }],
  'stolen-guidance': [{ kind: 'stolen-guidance' }],
  stolen: [{ kind: 'stolen', name: '李雷', groupName: '分会群' }],
  'first-meeting': [true, false].flatMap((yes) =>
    [null, '{name}-{city}-{major}{year}'].map((template) => ({
      kind: 'first-meeting',
      groupName: '分会群',
      canRemove: yes,
      ownerKnown: yes,
      preset: 'alumni',
      template,
    })),
  ),
  'kept-back': [
    { kind: 'kept-back', what: 'case', ...of },
    { kind: 'kept-back', what: 'digest', groupName: '分会群' },
  ],
  outage: (['unheard', 'unsent'] as const).map((what) => ({
    kind: 'outage',
    what,
    from: NOW,
    to: NOW + 1_500_000,
    timezone,
  })),
  'organisation-week': [
    { kind: 'organisation-week', week: { timezone, from: NOW, to: NOW + 1, groups: [] } },
  ],
  'rules-told': [
    { kind: 'rules-told', groupName: '北京分会群', format: null, example: '' },
    { kind: 'rules-told', groupName: '北京分会群', format: '姓名-城市', example: '张三-北京' },
  ],
  'safety-told': [{ kind: 'safety-told' }],
  welcome: [{ kind: 'welcome' }],
  upward: (['warning', 'final', 'removal', 'review', 'note', 'none'] as const).map((step) => ({
    kind: 'upward',
    ...of,
    category: 'fraud',
    step,
    status: step === 'removal' ? 'open' : 'closed',
  })),
  joined: [1, 5].map((count) => ({
    kind: 'joined',
    caseId: 12,
    about: { caseId: 13, rule: 'prohibited', category: 'fraud' },
    member: { id: 'u5', name: '李雷-武汉-化学97级' },
    terms: [OFFENCE],
    score: 0.92,
    groupName: '分会群',
    count,
  })),
  'joined-more': (['removal', 'warning', 'none'] as const).map((leadsTo, index) => ({
    kind: 'joined-more',
    caseId: 12,
    leadsTo,
    groupName: '分会群',
    member: { id: 'u5', name: '李雷-武汉-化学97级' },
    caseIds: Array.from({ length: 1 + index * 6 }, (_, more) => 13 + more),
    categories: [[], ['fraud' as const], ['fraud' as const, 'advertising' as const]][index] ?? [],
  })),
  'upward-more': [
    { kind: 'upward-more', groupName: '分会群', cases: 1, from: 13, to: 13, categories: ['fraud'] },
    {
      kind: 'upward-more',
      groupName: '分会群',
      cases: 6,
      from: 13,
      to: 19,
      categories: ['fraud', 'gambling'],
    },
  ],
  'trial-over': [0, 2].map((n) => ({
    kind: 'trial-over',
    groupName: '分会群',
    week: { messages: 862, warnings: n, removals: n, reviews: n, cards: n },
  })),
  'rule-doubted': [{ kind: 'rule-doubted', rule: 'notice', reversals: 3, cases: 5 }],
};
