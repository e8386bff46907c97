import type { Answer } from '../../../src/core/model/answer.js';
import type { RegisterAnswer } from '../../../src/core/model/answer/register.js';
import { STANDINGS } from '../../../src/core/model/register.js';
import type { Telling } from '../../../src/core/model/telling.js';
import type { Overlap, RegisterTelling } from '../../../src/core/model/telling/register.js';
import { AUTHOR, NOW, OWNER } from './model.js';

const ZONE = 'Asia/Shanghai';
const groupName = '某大北京校友会';
const NAME = '某大北京校友分会群';
const problems = ['群名里要有“校友分会群”。', '没有看到地名,请补上,例如“北京”。'];
const missing = ['群主电话', '管理员2', '用途'];
const OVERLAPS: readonly Overlap[] = [null, NAME].map((into) => ({
  place: '北京',
  groups: [
    { name: `${NAME}1`, members: 120, limit: 300 },
    { name: `${NAME}2`, members: 40, limit: 300 },
  ],
  shared: 30,
  people: 130,
  into,
}));

const blank = {
  groupName,
  standing: 'preparing',
  purpose: null,
  place: null,
  posts: [],
  missing,
  ownerKnown: false,
  appliedAt: null,
  approvedAt: null,
  approval: null,
  members: 0,
  limit: 300,
  timezone: ZONE,
} as const;
const posts = [
  { post: 'owner', name: '王建国', title: '会长', phone: '138****8000' },
  { post: 'admin1', name: '周敏', title: '', phone: '' },
] as const;

export const REGISTER_SENTENCES: Readonly<Record<RegisterAnswer['kind'], readonly Answer[]>> = {
  register: [
    { kind: 'register', view: blank },
    {
      kind: 'register',
      view: {
        ...blank,
        posts,
        place: '北京',
        purpose: '联络',
        missing: [],
        ownerKnown: true,
        appliedAt: NOW,
      },
    },
    {
      kind: 'register',
      view: { ...blank, standing: 'official', approvedAt: NOW, approval: '校友总会〔2026〕1号。' },
    },
    { kind: 'register', view: { ...blank, approvedAt: NOW, approval: '' } },
  ],
  'register-in-private': [{ kind: 'register-in-private' }],
  'register-unread': [{ kind: 'register-unread', line: '会长是老王' }],
  'register-filled': [[], missing].map((left) => ({
    kind: 'register-filled',
    filled: ['群主'],
    missing: left,
  })),
  'register-applied': [true, false].flatMap((staffed) =>
    [[], missing].map((left) => ({ kind: 'register-applied', missing: left, staffed })),
  ),
  'register-decided': [true, false].map((approved) => ({ kind: 'register-decided', groupName, approved })),
  'register-listed': [true, false].flatMap((listed) =>
    [true, false].map((changed) => ({ kind: 'register-listed', name: NAME, listed, changed })),
  ),
  'size-applied': [{ kind: 'size-applied', wanted: 500 }],
  'size-approved': [{ kind: 'size-approved', groupName, limit: 500 }],
  standing: [
    {
      kind: 'standing',
      view: {
        groupName,
        standing: 'suspended',
        since: NOW,
        warnings: 1,
        suspended: ['王建国'],
        events: [
          { at: NOW, kind: 'applied', member: null, detail: '' },
          { at: NOW, kind: 'warned', member: '王建国', detail: '请按时备案!' },
        ],
        timezone: ZONE,
      },
    },
  ],
  'standing-set': STANDINGS.flatMap((standing) =>
    [true, false].map((changed) => ({ kind: 'standing-set', groupName, standing, changed })),
  ),
  renaming: [{ kind: 'renaming', name: NAME }],
  'rename-by-hand': [{ kind: 'rename-by-hand', name: NAME }],
  'name-in-order': [{ kind: 'name-in-order', name: NAME }],
  'name-unfit': [null, NAME].map((suggestion) => ({
    kind: 'name-unfit',
    name: groupName,
    problems,
    suggestion,
  })),
  'nothing-offered': [{ kind: 'nothing-offered' }],
  appointed: [true, false].map((changed) => ({ kind: 'appointed', member: AUTHOR, changed })),
  dismissed: [{ kind: 'dismissed', member: AUTHOR }],
  'platform-office': (['owner', 'admin'] as const).map((office) => ({
    kind: 'platform-office',
    member: OWNER,
    office,
  })),
  'not-in-office': [{ kind: 'not-in-office', member: AUTHOR }],
  'several-members': [
    { kind: 'several-members', typed: '王芳', options: ['王芳-武汉-会计05级', '王芳-上海-英语09级'] },
  ],
  'handed-over': [null, [], [AUTHOR]].flatMap((admins) =>
    [true, false].map((onPlatform) => ({ kind: 'handed-over', owner: OWNER, admins, onPlatform })),
  ),
  rights: [true, false].flatMap((suspended) =>
    [true, false].map((changed) => ({ kind: 'rights', member: OWNER, suspended, changed })),
  ),
  'office-warned': [{ kind: 'office-warned', member: OWNER, caseId: 12, count: 2 }],
  'group-claimed': [{ kind: 'group-claimed', groupName }],
  'claim-refused': (['code', 'owned', 'often'] as const).map((reason) => ({ kind: 'claim-refused', reason })),
  branch: [
    { kind: 'branch', typed: '', understood: false, groups: [] },
    { kind: 'branch', typed: '火星', understood: false, groups: [] },
    { kind: 'branch', typed: '北京', understood: true, groups: [] },
    {
      kind: 'branch',
      typed: '北京',
      understood: true,
      groups: [
        { name: NAME, standing: 'official', fit: 'place' },
        { name: NAME, standing: 'preparing', fit: 'wider' },
      ],
    },
  ],
  about: [
    { kind: 'about', organisation: '', operator: '', contact: '', approval: '' },
    {
      kind: 'about',
      organisation: '某大校友总会',
      operator: '校友总会办公室',
      contact: '027-8390 0000',
      approval: '校友总会〔2026〕1号。',
    },
  ],
  copied: [0, 3].map((count) => ({ kind: 'copied', from: groupName, count })),
  'no-such-group': [{ kind: 'no-such-group', typed: '上海群' }],
  overlaps: [[], OVERLAPS].map((overlaps) => ({ kind: 'overlaps', overlaps })),
};

export const REGISTER_TOLD: Readonly<Record<RegisterTelling['kind'], readonly Telling[]>> = {
  'group-name-wrong': [null, NAME].flatMap((suggestion) =>
    [true, false].map((canRename) => ({
      kind: 'group-name-wrong',
      groupName,
      problems,
      format: '某大+地名+校友分会群(+序号)',
      suggestion,
      canRename,
      accept: canRename ? ('/好' as const) : ('/改群名' as const),
    })),
  ),
  'rename-by-hand': [{ kind: 'rename-by-hand', groupName, name: NAME }],
  'register-missing': [true, false].map((last) => ({ kind: 'register-missing', groupName, missing, last })),
  'register-applied': [null, 2].flatMap((number) =>
    [[], missing].map((left) => ({ kind: 'register-applied', groupName, missing: left, number })),
  ),
  'register-approved': ['', '〔2026〕1号'].map((approval) => ({
    kind: 'register-approved',
    groupName,
    approval,
  })),
  'register-returned': ['', '请补电话。'].map((reason) => ({ kind: 'register-returned', groupName, reason })),
  'size-near': [true, false].map((staffed) => ({
    kind: 'size-near',
    groupName,
    members: 270,
    limit: 300,
    staffed,
  })),
  'size-full': [true, false].map((staffed) => ({
    kind: 'size-full',
    groupName,
    members: 301,
    limit: 300,
    staffed,
  })),
  'size-applied': [{ kind: 'size-applied', groupName, members: 301, wanted: 500 }],
  'size-approved': [{ kind: 'size-approved', groupName, limit: 500 }],
  'standing-changed': STANDINGS.flatMap((standing) =>
    ['', '群主失联!'].map((reason) => ({ kind: 'standing-changed', groupName, standing, reason })),
  ),
  'owner-new': [null, '王建国'].map((before) => ({ kind: 'owner-new', groupName, before })),
  'owner-changed': [null, '王建国'].map((before) => ({
    kind: 'owner-changed',
    groupName,
    before,
    now: '周敏',
  })),
  appointed: [{ kind: 'appointed', groupName }],
  dismissed: [{ kind: 'dismissed', groupName }],
  'rights-suspended': [{ kind: 'rights-suspended', groupName }],
  'rights-restored': [{ kind: 'rights-restored', groupName }],
  'office-warned': ['', '请尽快核实群成员。'].map((reason) => ({
    kind: 'office-warned',
    groupName,
    reason,
    count: 1,
  })),
  'owner-claimed': [{ kind: 'owner-claimed', groupName, member: '王建国' }],
  overlaps: [{ kind: 'overlaps', overlaps: OVERLAPS }],
  'invitation-note': [true, false].map((staffed) => ({
    kind: 'invitation-note',
    names: ['某大深圳校友交流群', '某大上海群'],
    staffed,
  })),
};
