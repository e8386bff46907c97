import type { NoticesAnswer } from '../../../src/core/model/answer/notices.js';
import type { Submission } from '../../../src/core/model/submission.js';
import type { NoticeStepKind } from '../../../src/core/model/notice.js';
import type { NoticesTelling } from '../../../src/core/model/telling/notices.js';
import type { Change } from '../../../src/core/notice/compare.js';
import { STANDINGS } from '../../../src/core/model/register.js';
import { DAY } from '../../../src/core/model/instant.js';
import { aCase, AUTHOR, NOW } from './model.js';

const ZONE = 'Asia/Shanghai';
const number = 'T-2026-008';
const title = '关于收取会费的通知';
const ends = [null, NOW + 30 * DAY] as const;
const levels = ['organisation', 'branch'] as const;
const at = { timezone: ZONE };
const CHANGES: readonly Change[] = [
  { kind: 'account', before: ['6222021001111222'], after: ['6230580099998888'] },
  { kind: 'contact', before: [], after: ['13812348000'] },
  { kind: 'amount', before: ['200'], after: ['2000'] },
  { kind: 'date', before: ['03-10'], after: ['03-05'] },
  { kind: 'time', before: ['09:00'], after: ['10:00'] },
  { kind: 'link', before: ['a.example.org/x'], after: ['b.example.net/x'] },
  { kind: 'payment-code', before: [], after: ['收款码'] },
];
const kinds = CHANGES.map(({ kind }) => kind);

/** Every round of a submission before those who approve it. */
export const SUBMISSIONS: readonly Submission[] = (['first', 'again', 'deputy'] as const).flatMap((round) =>
  [1, 2].map((needed) => ({
    author: AUTHOR,
    text: '各位校友:周六登山。\n东门集合。',
    source: '秘书处',
    validUntil: needed === 1 ? null : NOW + DAY,
    round,
    answerBy: NOW + DAY,
    approvals: { given: needed - 1, needed },
    timezone: ZONE,
  })),
);

export const NOTICE_TELLINGS: Readonly<Record<NoticesTelling['kind'], readonly NoticesTelling[]>> = {
  'notice-published': ends.map((validUntil) => ({
    kind: 'notice-published',
    number,
    text: '关于收取会费的通知\r\n\r\n各位校友:请缴费。 ',
    issuer: '分会群',
    validUntil,
    ...at,
  })),
  'notice-recognised': levels.map((level) => ({
    kind: 'notice-recognised',
    number,
    title,
    postedAt: NOW,
    level,
    ...at,
  })),
  'notice-recognised-author': [0, 1].map((strikes) => ({
    kind: 'notice-recognised-author',
    number,
    title,
    strikes,
  })),
  'notice-not-official': [{ kind: 'notice-not-official', postedAt: NOW, ...at }],
  'notice-withdrawn': [{ kind: 'notice-withdrawn', number, title }],
  'notice-changed': [{ kind: 'notice-changed', number, kinds }],
  'notice-changed-sender': [
    { kind: 'notice-changed-sender', caseId: 12, number, kinds: ['account', 'account'] },
  ],
  'notice-changed-owner': [true, false].map((exempt) => ({
    kind: 'notice-changed-owner',
    caseId: 12,
    number,
    groupName: '分会群',
    name: AUTHOR.name,
    changes: CHANGES,
    exempt,
  })),
  'submission-published': [{ kind: 'submission-published', caseId: 12, number }],
  'submission-waits': [{ kind: 'submission-waits', caseId: 12, until: NOW + DAY, ...at }],
  'submission-rejected': ['', '时间写错了'].map((reason) => ({
    kind: 'submission-rejected',
    caseId: 12,
    title,
    reason,
  })),
  'submission-lapsed': [{ kind: 'submission-lapsed', caseId: 12, title }],
  'publisher-granted': [[], ['活动', '缴费']].flatMap((subjects) =>
    ends.map((until) => ({ kind: 'publisher-granted', groupName: '分会群', subjects, until, ...at })),
  ),
};

const notice = {
  number,
  title,
  level: 'branch',
  subject: '缴费',
  groupName: '分会群',
  publishedAt: NOW,
  validUntil: NOW + DAY,
  timezone: ZONE,
  facts: CHANGES.flatMap(({ kind, after }) => after.map((value) => ({ kind, value }))),
} as const;

const STEPS: readonly NoticeStepKind[] = [
  'posted',
  'claimed',
  'drafted',
  'submitted',
  'asked',
  'asked-again',
  'deputy-asked',
  'approved',
  'published',
  'recognised',
  'rejected',
  'lapsed',
  'withdrawn',
];

export const NOTICE_ANSWERS: Readonly<Record<NoticesAnswer['kind'], readonly NoticesAnswer[]>> = {
  authorised: [[], ['活动']].flatMap((subjects) =>
    ends.map((until) => ({ kind: 'authorised', member: AUTHOR, subjects, until, ...at })),
  ),
  revoked: [true, false].map((had) => ({ kind: 'revoked', member: AUTHOR, had })),
  'unknown-subject': [{ kind: 'unknown-subject', typed: '钓鱼', known: ['公告', '活动'] }],
  'past-day': [{ kind: 'past-day', typed: '2月30日' }],
  recognised: [0, 1].map((strikes) => ({ kind: 'recognised', caseId: 12, number, strikes })),
  'no-notice': (['other', 'copy', 'forgotten', 'official'] as const).map((why) => ({
    kind: 'no-notice',
    case: aCase(),
    why,
  })),
  'notice-taken-back': [number, null].map((taken) => ({
    kind: 'notice-taken-back',
    caseId: 12,
    number: taken,
  })),
  verified: (['genuine', 'expired', 'withdrawn'] as const).flatMap((verdict) =>
    levels.map((level) => ({ kind: 'verified', verdict, notice: { ...notice, level } })),
  ),
  'verified-changed': [
    { kind: 'verified-changed', notice, changes: CHANGES },
    { kind: 'verified-changed', notice: { ...notice, validUntil: null }, changes: [] },
  ],
  'verified-group': [null, ...STANDINGS].map((standing) => ({
    kind: 'verified-group',
    name: '武汉轻工大学北京校友分会群1',
    standing,
    since: NOW,
    ...at,
  })),
  'verified-unknown': [
    { number, looks: null },
    { number: null, looks: null },
    { number: null, looks: 'fraud' as const },
  ].map((over) => ({ kind: 'verified-unknown', ...over })),
  'draft-kept': [
    { kind: 'draft-kept', missing: ['source'] },
    { kind: 'draft-kept', missing: ['source', 'validity'] },
  ],
  submitted: [{ kind: 'submitted', caseId: 12, asked: 1, answerBy: NOW + DAY, ...at }],
  'nobody-approves': levels.map((level) => ({ kind: 'nobody-approves', level })),
  'submission-approved': [{ kind: 'submission-approved', caseId: 12, left: 1 }],
  'approved-before': [{ kind: 'approved-before', caseId: 12 }],
  'own-submission': [{ kind: 'own-submission', caseId: 12 }],
  publishing: [{ kind: 'publishing', caseId: 12, number }],
  'publishing-later': [{ kind: 'publishing-later', caseId: 12, from: NOW + DAY, perDay: 3, ...at }],
  'submission-turned-down': [{ kind: 'submission-turned-down', caseId: 12 }],
  'submission-steps': [
    {
      kind: 'submission-steps',
      caseId: 12,
      title,
      steps: STEPS.map((kind, index) => ({
        noticeId: 1,
        at: NOW,
        kind,
        actor: index % 2 === 0 ? 'bot' : 'u1',
        about: index % 3 === 0 ? 'u2' : '',
      })),
      ...at,
    },
  ],
};
