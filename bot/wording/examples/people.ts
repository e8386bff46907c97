import type { FoundElsewhere, PeopleAnswer } from '../../../src/core/model/answers/people.js';
import type { PeopleTelling } from '../../../src/core/model/telling/people.js';
import { AUTHOR, NOW } from './model.js';

/** What is said about who somebody is, in every variant. */
export const PEOPLE_TELLINGS: Readonly<Record<PeopleTelling['kind'], readonly PeopleTelling[]>> = {
  'fee-scam': [{ kind: 'fee-scam' }],
  'fee-cleared': [{ kind: 'fee-cleared' }],
  returned: [true, false].map((banned) => ({ kind: 'returned', member: AUTHOR, banned })),
  'wrong-branch': [{ kind: 'wrong-branch', member: AUTHOR, city: '武汉', groupName: '武汉分会群' }],
  admitted: [{ kind: 'admitted', groupName: '分会群' }],
  'not-admitted': [{ kind: 'not-admitted', groupName: '分会群' }],
  leaving: [true, false].map((gone) => ({ kind: 'leaving', member: AUTHOR, gone })),
};

const timezone = 'Asia/Shanghai';
const row = { member: AUTHOR, problems: ['没有看到城市,请补上,例如“武汉”。'] };
const NOTHING = { added: [], removed: [], changed: [] };
const ENTRY = {
  name: '李雷',
  city: '武汉',
  major: '化学',
  year: '1997',
  department: '',
  title: '',
  phone: '',
  memberClass: null,
};
const FOUND: readonly FoundElsewhere[] = ([null, 'exempt', 'no-right', 'brake'] as const).map((kept) => ({
  groupName: '分会群',
  member: AUTHOR,
  kept,
}));
const CARD = '李雷-武汉-化学97级';
const DRAFT = { line: '真实姓名-杭州-计算机18级', blanks: ['真实姓名'] };

/** What is answered about who people are, in every variant. */
export const PEOPLE_ANSWERS: Readonly<Record<PeopleAnswer['kind'], readonly PeopleAnswer[]>> = {
  banned: [true, false].map((everywhere) => ({
    kind: 'banned',
    memberId: AUTHOR.id,
    name: AUTHOR.name,
    everywhere,
    present: everywhere,
  })),
  unbanned: [true, false].map((was) => ({ kind: 'unbanned', memberId: AUTHOR.id, was })),
  bans: [
    { kind: 'bans', bans: [], timezone },
    { kind: 'bans', bans: [{ scope: '*', memberId: 'u5', by: 'u1', at: NOW }], timezone },
    { kind: 'bans', bans: [{ scope: 'g1', memberId: 'u5', by: 'u1', at: NOW }], timezone },
  ],
  'ids-change': [{ kind: 'ids-change' }],
  farewell: [{ kind: 'farewell' }],
  cards: [
    { kind: 'cards', rows: [], format: '姓名-城市', total: 5, timezone },
    {
      kind: 'cards',
      rows: [
        { ...row, suggestion: CARD, draft: null, remindedAt: NOW, deadline: NOW },
        { ...row, suggestion: null, draft: DRAFT, remindedAt: null, deadline: null },
      ],
      format: '姓名-城市',
      total: 5,
      timezone,
    },
  ],
  'roster-in-private': [{ kind: 'roster-in-private' }],
  'roster-how': [{ kind: 'roster-how' }],
  'roster-unreadable': [{ kind: 'roster-unreadable' }],
  'roster-preview': [
    { kind: 'roster-preview', preview: { entries: [ENTRY], before: 0, difference: NOTHING, problems: [] } },
    {
      kind: 'roster-preview',
      preview: {
        entries: [ENTRY],
        before: 2,
        difference: { added: [ENTRY], removed: [ENTRY], changed: [ENTRY] },
        problems: ['第 3 行没有姓名,没有采用。'],
      },
    },
  ],
  'roster-imported': [{ kind: 'roster-imported', count: 12 }],
  'no-roster': [{ kind: 'no-roster' }],
  'card-line': [
    { problems: [], shown: 'already' as const },
    { problems: [], shown: 'not-yet' as const },
    { problems: ['分隔的符号不一样。'], shown: 'not-yet' as const, suggestion: '张三-北京-会计15级' },
    { problems: ['没有看到姓名。'], shown: 'not-yet' as const },
  ].map((over) => ({
    kind: 'card-line',
    groupName: '分会群',
    card: '张三-北京-会计-2015',
    suggestion: null,
    draft: null,
    format: '姓名-城市-专业年级',
    example: '张三-北京-化学97级',
    ...over,
  })),
  outsiders: [[], [AUTHOR]].map((members) => ({ kind: 'outsiders', members, total: 12 })),
  'roster-check': [true, false].map((phones) => ({
    kind: 'roster-check',
    phones,
    several: phones ? [{ member: AUTHOR, groups: ['行业群'] }] : [],
    check: {
      total: 5,
      listed: 1,
      matched: 0,
      unverified: phones ? [AUTHOR] : [],
      ambiguous: phones ? [{ member: AUTHOR, options: [ENTRY] }] : [],
      absent: [ENTRY],
      external: phones ? [AUTHOR] : [],
    },
  })),
  'member-verified': [{ kind: 'member-verified', member: AUTHOR }],
  classed: [null, 'teacher' as const].map((memberClass) => ({
    kind: 'classed',
    member: AUTHOR,
    memberClass,
  })),
  classes: [{ kind: 'classes' }],
  'admission-in-private': [{ kind: 'admission-in-private' }],
  'admission-which': [[], ['分会群', '行业群']].map((groups) => ({ kind: 'admission-which', groups })),
  'admission-inside': [{ kind: 'admission-inside', groupName: '分会群' }],
  'admission-ask': [
    { kind: 'admission-ask', groupName: '分会群', format: '姓名-城市', example: '张三-北京' },
  ],
  'admission-wrong': [
    { suggestion: null, draft: null },
    { suggestion: null, draft: DRAFT },
    { suggestion: CARD, draft: null },
  ].map((line) => ({ kind: 'admission-wrong', problems: row.problems, ...line })),
  'admission-taken': [{ kind: 'admission-taken', groupName: '分会群' }],
  'admission-refused': [{ kind: 'admission-refused' }],
  'offboard-list': [{ kind: 'offboard-list', code: 'L123', seconds: 60, rows: FOUND }],
  offboarded: [{ kind: 'offboarded', rows: FOUND }],
  'cards-off': [{ kind: 'cards-off' }],
  'cards-reminded': [0, 2].map((count) => ({ kind: 'cards-reminded', count })),
};
