import type { Answer } from '../../../src/core/model/answer.js';
import { DAY } from '../../../src/core/model/instant.js';
import { CODES_ANSWERS } from './codes.js';
import { CASE_ANSWERS, one } from './cases.js';
import { CONDUCT_ANSWERS } from './conduct.js';
import { CONTROL_ANSWERS } from './control.js';
import { DESK_ANSWERS } from './desk.js';
import { aStrike, AUTHOR, NOW, OWNER } from './model.js';
import { NOTICE_ANSWERS } from './notices.js';
import { PEOPLE_ANSWERS } from './people.js';
import { REGISTER_SENTENCES } from './register.js';
import { severalOf } from './several.js';
import { aWeek, BUSY_WEEK } from './week.js';

const ZONE = 'Asia/Shanghai';
const format = '姓名-城市-专业年级';
const example = '张三-北京-化学97级';

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
  failed: [3, 4, 5, 6, 7, 8],
  limits: { recall: 1 },
  lifted: NOW,
  heardAt: NOW,
  timezone: ZONE,
  warnings: [],
} as const;

/** Every kind of answer, in every variant that has words of its own. A kind left out does not compile. */
export const ANSWERS: Readonly<Record<Answer['kind'], readonly Answer[]>> = {
  ...CODES_ANSWERS,
  ...CONDUCT_ANSWERS,
  ...DESK_ANSWERS,
  ...CONTROL_ANSWERS,
  ...PEOPLE_ANSWERS,
  ...CASE_ANSWERS,
  'unknown-command': [
    { kind: 'unknown-command', typed: '状太', nearest: '状态', usage: '/状态', leads: true },
    ...['', '您好', '今天天气'].flatMap((typed) =>
      [true, false].map(
        (leads) => ({ kind: 'unknown-command', typed, nearest: null, usage: null, leads }) as const,
      ),
    ),
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
  'near-member': [{ kind: 'near-member', typed: '李磊', options: ['李雷-武汉-化学97级'] }],
  strikes: [
    ...[true, false].map((shared) => ({
      kind: 'strikes' as const,
      member: AUTHOR,
      active: 0,
      strikes: [],
      shared,
      elsewhere: [],
      now: NOW,
      timezone: ZONE,
    })),
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
        aStrike({ undecided: true }),
        aStrike({ groupId: 'g2' }),
      ],
      shared: true,
      elsewhere: [{ groupId: 'g2', name: '行业群' }],
      now: NOW,
      timezone: ZONE,
    },
  ],
  several: [{ kind: 'several', answers: severalOf(one) }],
  'too-many-numbers': [{ kind: 'too-many-numbers', most: 20 }],
  'help-outside': [{ kind: 'help-outside' }],
  warned: (['warning', 'removal'] as const).map((reached) => ({
    kind: 'warned',
    caseId: 12,
    member: AUTHOR,
    strikes: reached === 'warning' ? 1 : 3,
    reached,
  })),
  removing: [{ kind: 'removing', caseId: 12, member: AUTHOR }],
  protected: [{ kind: 'protected', member: OWNER }],
  brake: (['day', 'hour'] as const).map((span) => ({ kind: 'brake', limit: 3, span })),
  'cannot-remove': [{ kind: 'cannot-remove' }],
  rules: [
    { kind: 'rules', groupName: '分会群', format, example },
    { kind: 'rules', groupName: '分会群', format: null, example: '' },
  ],
  privacy: [true, false].flatMap((staffed) =>
    ['', '027-8390 0000'].flatMap((contact) =>
      [true, false].map((shared) => ({
        kind: 'privacy' as const,
        staffed,
        evidenceDays: 180,
        shared,
        contact,
      })),
    ),
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
