import type { About, Action } from '../../../src/core/model/action.js';
import type { Category } from '../../../src/core/model/category.js';
import { DAY } from '../../../src/core/model/instant.js';
import { AUTHOR, NOW, NUMBER, OFFENCE, OWNER } from './model.js';
import { SUBMISSIONS } from './notices.js';
import { BUSY_WEEK } from './week.js';

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

/** Examples of one kind of action, in every variant that has words of its own; about a case of the category where it is about a case. */
type Examples<Kind extends Action['kind']> = (category: Category) => readonly Of<Kind>[];

const TERMS = [OFFENCE, NUMBER, '代理'];
const WARNED = { beforeRemoval: true, heldSince: null, timezone: 'Asia/Shanghai' };
const base = { groupId: 'g1', member: AUTHOR };
const told = { to: OWNER, terms: TERMS, score: 1, groupName: '分会群' };
const STEPS = ['warning', 'final', 'removal', 'review', 'note', 'none'] as const;

function about(category: Category, rule = 'prohibited'): typeof base & { readonly about: About } {
  return { ...base, about: { caseId: 12, rule, category } };
}

/** What makes a post look official is no offence and is shown as it stands, numbers apart. */
function shown(category: Category): { readonly terms?: readonly string[] } {
  return category === 'notice' || category === 'invitation' ? { terms: ['各位校友', `电话${NUMBER}`] } : {};
}

const warn: Examples<'warn'> = (category) =>
  [1, 2].flatMap((count) =>
    (['warning', 'final'] as const).flatMap((step) => {
      const of = { kind: 'warn' as const, ...about(category), step, count, ...WARNED };
      return [
        { ...of, terms: TERMS },
        { ...of, terms: TERMS, heldSince: NOW },
        { ...of, terms: [] },
        { ...of, terms: TERMS, shared: true as const },
        { ...of, terms: [], decided: true as const },
        { ...of, terms: [], heldSince: NOW, decided: true as const },
        { ...of, ...about(category, 'manual'), terms: [], beforeRemoval: false },
      ];
    }),
  );

const request: Examples<'request'> = (category) => {
  const of = { kind: 'request' as const, ...about(category), ...told, ...shown(category) };
  const review = { ...of, ask: 'review' as const, leadsTo: 'none' as const };
  // What a complainant says are the complainant's own words; numbers in it are masked all the same.
  const complaint = { ...of, ask: 'complaint' as const, leadsTo: 'warning' as const };
  const safety = { ...of, ...about(category, 'notice-safety'), ask: 'notice' as const };
  return [
    ...(['removal', 'hand-removal', 'review', 'notice'] as const).flatMap((ask) =>
      STEPS.map((leadsTo) => ({ ...of, ask, leadsTo })),
    ),
    { ...review, terms: [] },
    { ...review, again: true },
    { ...review, together: [9, 10] },
    { ...complaint, terms: [`一直打扰我,电话${NUMBER}`] },
    { ...complaint, terms: [], again: true },
    ...SUBMISSIONS.map((submission) => ({ ...review, ask: 'submission' as const, submission })),
    ...STEPS.map((leadsTo) => ({ ...safety, leadsTo })),
  ];
};

const card = { format: '姓名-城市-专业年级', example: '张三-北京-化学97级', timezone: 'Asia/Shanghai' };
const CARD = '张三-北京-化学97级';
const DRAFT = { line: '真实姓名-杭州-计算机18级', blanks: ['真实姓名'] };
const CARDS = [
  { suggestion: null, draft: null },
  { suggestion: null, draft: DRAFT },
  { suggestion: CARD, draft: null },
].flatMap((line) => [null, NOW + 7 * DAY].map((deadline) => ({ ...line, deadline })));

const cardNote: Examples<'card-note'> = () =>
  CARDS.flatMap(({ suggestion, draft, deadline }) =>
    (['join', 'wrong', 'reminder', 'second'] as const).map((stage) => ({
      kind: 'card-note',
      ...base,
      about: null,
      ...card,
      stage,
      problems: ['没有看到城市,请补上,例如“武汉”。', '年级请写成两位数字加“级”,例如“97级”。'],
      suggestion,
      draft,
      formal: suggestion === null,
      deadline,
    })),
  );

const cardRoll: Examples<'card-roll'> = () =>
  CARDS.flatMap(({ suggestion, draft, deadline }) =>
    (['reminder', 'second'] as const).map((stage) => {
      const entries = [{ member: AUTHOR, suggestion, draft }];
      return { kind: 'card-roll', groupId: 'g1', about: null, ...card, stage, entries, deadline };
    }),
  );

/** What is done rather than said has no words. */
const deed = (): readonly never[] => [];

/** A kind left out does not compile. */
export const ACTIONS: { readonly [Kind in Action['kind']]: Examples<Kind> } = {
  introduce: () => [{ kind: 'introduce', groupId: 'g1' }],
  warn,
  'removal-notice': (category) => [
    { kind: 'removal-notice', ...about(category), strikes: 3 },
    { kind: 'removal-notice', ...about(category), strikes: 1 },
    { kind: 'removal-notice', ...about(category, 'manual'), strikes: 0 },
  ],
  'removal-report': (category) => [
    { kind: 'removal-report', ...about(category), strikes: 3, days: 90, to: OWNER },
    { kind: 'removal-report', ...about(category), strikes: 1, days: null, to: OWNER },
  ],
  request,
  alert: (category) => [{ kind: 'alert', ...about(category), ...told, ...shown(category) }],
  'notice-note': (category) => [{ kind: 'notice-note', ...about(category) }],
  'notice-advice': (category) =>
    (['none', 'expired', 'subject', 'organisation'] as const).map((noRight) => ({
      kind: 'notice-advice',
      ...about(category),
      noRight,
    })),
  'notice-cleared': (category) => [{ kind: 'notice-cleared', ...about(category) }],
  'card-note': cardNote,
  'card-roll': cardRoll,
  reversed: (category) => [true, false].map((removed) => ({ kind: 'reversed', ...about(category), removed })),
  digest: () => [{ kind: 'digest', groupId: 'g1', to: OWNER, totals: BUSY_WEEK }],
  reply: () => [{ kind: 'reply', groupId: 'g1', to: OWNER, caseId: null, answer: { kind: 'no-group' } }],
  tell: () => [
    {
      kind: 'tell',
      groupId: 'g1',
      to: null,
      mentions: [AUTHOR],
      about: null,
      urgency: 'at-once',
      audience: 'service',
      telling: { kind: 'recall-please' },
    },
  ],
  remove: deed,
  accept: deed,
  recall: deed,
  rename: deed,
  announce: deed,
  invite: deed,
  report: deed,
};

/** Every kind of action about a case of the category. */
export function actionsAbout(category: Category): readonly Action[] {
  return Object.values(ACTIONS).flatMap((examples): readonly Action[] => examples(category));
}
