import type { Action } from '../../src/core/model/action.js';
import type { Answer } from '../../src/core/model/answer.js';
import type { Telling } from '../../src/core/model/telling.js';
import type { Category } from '../../src/core/model/category.js';
import type { PeriodCounts, WeekTotals } from '../../src/core/digest/totals.js';
import { DAY } from '../../src/core/model/instant.js';
import { CONTROL_ANSWERS } from './sentences/control.js';
import { DESK_ANSWERS, DESK_TELLINGS } from './sentences/desk.js';
import { PEOPLE_ANSWERS, PEOPLE_TELLINGS } from './sentences/people.js';
import { REGISTER_SENTENCES, REGISTER_TOLD } from './sentences/register.js';
import { CONDUCT_ANSWERS, CONDUCT_SENTENCES } from './sentences/conduct.js';
import { aCase, aFinding, aStrike, AUTHOR, NOW, OWNER } from './model.js';
import { NOTICE_ANSWERS, NOTICE_TELLINGS, SUBMISSIONS } from './notice-sentences.js';

/** A word that no sentence may hold. */
export const OFFENCE = '加微信领取';
/** A number that no sentence may hold. */
export const NUMBER = '13812348000';

const ZONE = 'Asia/Shanghai';
const TERMS = [OFFENCE, NUMBER, '代理'];

const NO_COUNTS: PeriodCounts = {
  messages: 0,
  violations: 0,
  reviews: 0,
  warnings: 0,
  removals: 0,
  reversals: 0,
  failed: 0,
  byCategory: {},
  byRule: {},
  rules: {},
  mistaken: 0,
  joined: 0,
  left: 0,
};

export function aWeek(over: Partial<WeekTotals> = {}): WeekTotals {
  return {
    ...NO_COUNTS,
    groupId: 'g1',
    groupName: '分会群',
    timezone: ZONE,
    from: NOW - 7 * DAY,
    to: NOW,
    observed: false,
    open: { requests: 0, cards: 0, actions: 0, oldestRequestAt: null },
    ladder: [],
    days: [],
    previous: NO_COUNTS,
    ...over,
  };
}

const BUSY_WEEK = aWeek({
  messages: 862,
  violations: 3,
  reviews: 2,
  warnings: 2,
  removals: 1,
  failed: 1,
  byCategory: { advertising: 3, fraud: 1 },
  open: { requests: 1, cards: 2, actions: 1, oldestRequestAt: NOW - DAY },
  ladder: [{ memberId: 'u5', name: '李雷', strikes: 2 }],
  previous: { ...NO_COUNTS, messages: 900, violations: 3 },
});

const WARNED = { beforeRemoval: true, heldSince: null, timezone: ZONE };
const base = { groupId: 'g1', member: AUTHOR };
const told = { to: OWNER, terms: TERMS, score: 1, groupName: '分会群' };

/** Every kind of action about a case of the category, in every variant that has words of its own. */
export function actionsAbout(category: Category): readonly Action[] {
  // What makes a post look official is no offence and is shown as it stands, numbers apart.
  const shown = ['notice', 'invitation'].includes(category) ? { terms: ['各位校友', `电话${NUMBER}`] } : {};
  const of = { ...base, about: { caseId: 12, rule: 'prohibited', category } };
  const byHand = { ...base, about: { caseId: 12, rule: 'manual', category } };
  const removed = { strikes: 3, days: 90 };
  const asks = ['removal', 'hand-removal', 'review', 'notice'] as const;
  // What a complainant says are the complainant's own words; numbers in it are masked all the same.
  const complaint = { ask: 'complaint', leadsTo: 'warning', terms: [`一直打扰我,电话${NUMBER}`] } as const;
  const steps = ['warning', 'final', 'removal', 'review', 'note', 'none'] as const;
  return [
    ...[1, 2].flatMap((count) =>
      (['warning', 'final'] as const).flatMap((step): readonly Action[] => [
        { kind: 'warn', ...of, step, terms: TERMS, count, ...WARNED },
        { kind: 'warn', ...of, step, terms: TERMS, count, ...WARNED, heldSince: NOW },
        { kind: 'warn', ...of, step, terms: [], count, ...WARNED },
        { kind: 'warn', ...of, step, terms: [], count, ...WARNED, decided: true },
        { kind: 'warn', ...of, step, terms: [], count, ...WARNED, heldSince: NOW, decided: true },
        { kind: 'warn', ...byHand, step, terms: [], count, ...WARNED, beforeRemoval: false },
      ]),
    ),
    { kind: 'removal-notice', ...of, strikes: 3 },
    { kind: 'removal-notice', ...of, strikes: 1 },
    { kind: 'removal-notice', ...byHand, strikes: 0 },
    { kind: 'removal-report', ...of, ...removed, to: OWNER },
    { kind: 'removal-report', ...of, strikes: 1, days: null, to: OWNER },
    ...asks.flatMap((ask) =>
      steps.map((leadsTo): Action => ({ kind: 'request', ...of, ...told, ...shown, ask, leadsTo })),
    ),
    { kind: 'request', ...of, ...told, terms: [], ask: 'review', leadsTo: 'none' },
    { kind: 'request', ...of, ...told, ...shown, ask: 'review', leadsTo: 'none', again: true },
    { kind: 'request', ...of, ...told, ...complaint },
    { kind: 'request', ...of, ...told, ...complaint, terms: [], again: true },
    { kind: 'alert', ...of, ...told, ...shown },
    { kind: 'notice-note', ...of },
    ...(['none', 'expired', 'subject', 'organisation'] as const).map((noRight): Action => ({
      kind: 'notice-advice',
      ...of,
      noRight,
    })),
    ...SUBMISSIONS.map((submission): Action => ({
      kind: 'request',
      ...of,
      ...told,
      ...shown,
      ask: 'submission',
      leadsTo: 'none',
      submission,
    })),
    ...steps.map((leadsTo): Action => ({
      kind: 'request',
      ...of,
      about: { ...of.about, rule: 'notice-safety' },
      ...told,
      ...shown,
      ask: 'notice',
      leadsTo,
    })),
    { kind: 'notice-cleared', ...of },
    { kind: 'reversed', ...of, removed: true },
    { kind: 'reversed', ...of, removed: false },
  ];
}

const card = { format: '姓名-城市-专业年级', example: '张三-北京-化学97级', timezone: ZONE };
const CARD = '张三-北京-化学97级';
const suggestions = [null, CARD];
const deadlines = [null, NOW + 7 * DAY];

/** The actions that are about no offence. */
export const OTHER_ACTIONS: readonly Action[] = [
  { kind: 'introduce', groupId: 'g1' },
  { kind: 'digest', groupId: 'g1', to: OWNER, totals: BUSY_WEEK },
  { kind: 'reply', groupId: 'g1', to: OWNER, caseId: null, answer: { kind: 'no-group' } },
  ...suggestions.flatMap((suggestion) =>
    deadlines.flatMap((deadline): readonly Action[] => [
      ...(['join', 'wrong', 'reminder', 'second'] as const).map((stage): Action => ({
        kind: 'card-note',
        ...base,
        about: null,
        ...card,
        stage,
        problems: ['没有看到城市,请补上,例如“武汉”。', '年级请写成两位数字加“级”,例如“97级”。'],
        suggestion,
        draft: suggestion,
        formal: suggestion === null,
        deadline,
      })),
      ...(['reminder', 'second'] as const).map((stage): Action => ({
        kind: 'card-roll',
        groupId: 'g1',
        about: null,
        ...card,
        stage,
        entries: [{ member: AUTHOR, suggestion }],
        deadline,
      })),
    ]),
  ),
];

const one = aCase({
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
const groups = [
  { id: 'g1', name: '分会群' },
  { id: 'g2', name: '行业群' },
];
const status = {
  groupName: '分会群',
  mode: 'enforce',
  removal: 'ask',
  canRemove: true,
  ownerKnown: true,
  openCases: 1,
  waiting: 2,
  cards: 3,
  warnings: [],
} as const;

/** Every kind of answer, in every variant that has words of its own. A kind left out does not compile. */
export const ANSWERS: Readonly<Record<Answer['kind'], readonly Answer[]>> = {
  ...CONDUCT_ANSWERS,
  ...DESK_ANSWERS,
  ...CONTROL_ANSWERS,
  ...PEOPLE_ANSWERS,
  'unknown-command': [
    { kind: 'unknown-command', typed: '状太', nearest: '状态' },
    { kind: 'unknown-command', typed: '', nearest: null },
  ],
  refused: (['staff', 'owner', 'admin', 'member'] as const).map((least) => ({ kind: 'refused', least })),
  usage: [{ kind: 'usage', usage: '/模式 观察|执行' }],
  help: [
    {
      kind: 'help',
      entries: [{ name: '帮助', alias: 'help', usage: '/帮助 [命令]', summary: '看您在这里能用什么' }],
    },
  ],
  status: [
    { kind: 'status', status },
    {
      kind: 'status',
      status: {
        ...status,
        mode: 'observe',
        removal: 'never',
        canRemove: false,
        ownerKnown: false,
        warnings: ['缺少词库'],
      },
    },
  ],
  groups: [
    { kind: 'groups', groups, chosen: 0 },
    { kind: 'groups', groups: [], chosen: null },
  ],
  mode: (['observe', 'enforce'] as const).flatMap((mode) =>
    [true, false].map((changed) => ({ kind: 'mode', mode, changed })),
  ),
  'no-member': [
    { kind: 'no-member', typed: '赵六' },
    { kind: 'no-member', typed: '' },
  ],
  'which-member': [
    { kind: 'which-member', typed: '王芳', options: ['王芳-武汉-会计05级', '王芳-上海-英语09级'] },
  ],
  'seen-gone': [{ kind: 'seen-gone', case: aCase() }],
  'no-case': [
    { kind: 'no-case', id: '99' },
    { kind: 'no-case', id: '' },
  ],
  strikes: [
    { kind: 'strikes', member: AUTHOR, active: 0, strikes: [], now: NOW, timezone: ZONE },
    {
      kind: 'strikes',
      member: AUTHOR,
      active: 2,
      strikes: [
        aStrike(),
        aStrike({ expiresAt: NOW + DAY }),
        aStrike({ expiresAt: NOW }),
        aStrike({ observed: true }),
        aStrike({ reversedAt: NOW }),
      ],
      now: NOW,
      timezone: ZONE,
    },
  ],
  case: [{ kind: 'case', case: one, events: [opened, overturned], timezone: ZONE }],
  cases: [
    { kind: 'cases', title: '待您定夺的案件', cases: [], timezone: ZONE },
    { kind: 'cases', title: '待您定夺的案件', cases: Array.from({ length: 12 }, () => one), timezone: ZONE },
  ],
  why: [
    {
      kind: 'why',
      why: {
        case: one,
        events: [opened],
        actions: [{ kind: '提醒本人', state: '已完成' }],
        silent: ['notice'],
        timezone: ZONE,
      },
    },
    {
      kind: 'why',
      why: {
        case: aCase({ findings: [], observed: true, exempt: true }),
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
  })),
  rejected: [0, 1].map((strikes) => ({ kind: 'rejected', case: one, strikes })),
  overturned: [true, false].flatMap((removed) =>
    [0, 1].map((strikes) => ({ kind: 'overturned', case: one, strikes, removed })),
  ),
  warned: [{ kind: 'warned', caseId: 12, member: AUTHOR, strikes: 1 }],
  'confirm-removal': [{ kind: 'confirm-removal', member: AUTHOR, code: 'A123', seconds: 60 }],
  'bad-code': [{ kind: 'bad-code' }],
  removing: [{ kind: 'removing', caseId: 12, member: AUTHOR }],
  protected: [{ kind: 'protected', member: OWNER }],
  brake: [{ kind: 'brake', limit: 3 }],
  'cannot-remove': [{ kind: 'cannot-remove' }],
  rules: [
    { kind: 'rules', groupName: '分会群', format: card.format, example: card.example },
    { kind: 'rules', groupName: '分会群', format: null, example: '' },
  ],
  privacy: [true, false].flatMap((staffed) =>
    ['', '027-8390 0000'].map((contact) => ({ kind: 'privacy', staffed, evidenceDays: 180, contact })),
  ),
  'my-data': [null, 2].flatMap((erased) =>
    [0, 3].map((cases) => ({
      kind: 'my-data',
      data: { cases, strikes: 1, openCases: 1, evidence: cases, cardWatch: true },
      evidenceDays: 180,
      erased,
    })),
  ),
  digest: [
    { kind: 'digest', totals: aWeek() },
    { kind: 'digest', totals: BUSY_WEEK },
    { kind: 'digest', totals: { ...BUSY_WEEK, observed: true } },
  ],
  ...REGISTER_SENTENCES,
  'choose-group': [{ kind: 'choose-group', groups }],
  'no-group': [{ kind: 'no-group' }],
  ...NOTICE_ANSWERS,
};

/** Every kind of telling, in every variant that has words of its own. A kind left out does not compile. */
export const TELLINGS: Readonly<Record<Telling['kind'], readonly Telling[]>> = {
  ...DESK_TELLINGS,
  ...CONDUCT_SENTENCES,
  ...PEOPLE_TELLINGS,
  ...REGISTER_TOLD,
  ...NOTICE_TELLINGS,
};
