import { cardSettings } from '../../src/core/policy/card-settings.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/error.js';
import { parseConfig } from '../../src/config/parse.js';
import { DEFAULT_REMINDERS } from '../../src/core/policy/reminders.js';
import { DEFAULT_CONDUCT } from '../../src/core/policy/conduct-settings.js';
import { NO_ORGANISATION, settingsOf } from '../../src/core/policy/settings.js';

function refusal(text: string): readonly string[] {
  try {
    parseConfig(text, 'q.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('an empty configuration is all defaults', () => {
  it.each([
    { name: 'empty file', text: '' },
    { name: 'only a comment', text: '# 没有内容\n' },
    { name: 'only a BOM', text: '\uFEFF' },
    { name: 'empty sections, their lines commented out', text: 'organisation:\ngroups:\n#  - id: x\n' },
    { name: 'an empty map', text: '{}' },
  ])('$name', ({ text }) => {
    expect(parseConfig(text, 'q.yaml')).toEqual({
      config: {
        organisation: NO_ORGANISATION,
        groups: [],
        database: 'data/qunshao.db',
        webhook: null,
        operating: { listen: null, beyondLoopback: false },
        backup: { at: 'daily 03:30', keep: 7, directory: null },
      },
      warnings: [],
    });
  });
});

it('fills in what a listed group leaves out', () => {
  const { config } = parseConfig("groups:\r\n  - id: 'g1'\r\n", 'q.yaml');
  expect(settingsOf(config, 'g1', '')).toEqual({
    preset: 'alumni',
    mode: 'enforce',
    removal: 'ask',
    card: cardSettings('{name}-{city}-{major}{year}'),
    strikes: { warn: 1, final: 2, remove: 3, expireDays: 90 },
    publishers: [],
    notices: { approvals: 1, deadlineHours: 24, deputyId: null, perDay: 3 },
    digest: { at: 'Mon 09:00', timezone: 'Asia/Shanghai' },
    evidenceDays: 180,
    ownerId: null,
    adminIds: [],
    suspendedIds: [],
    exemptIds: [],
    frozenIds: [],
    quietUntil: null,
    brakeLiftedUntil: null,
    observedRules: [],
    doubtedRules: [],
    offCategories: [],
    sizeLimit: 300,
    conduct: DEFAULT_CONDUCT,
    reminders: DEFAULT_REMINDERS,
    leaving: 'record',
    exemptClasses: [],
    classExemptIds: [],
    respectedIds: [],
  });
});

it('reads everything that can be written', () => {
  const text = `
organisation: { name: 某大校友总会, words: [某某大学], admins: [u0], founded: 1951, group-name: "某大{place}群{number?}", strikes: shared, contact: 027-1 }
groups:
  - id: g1
    preset: work
    mode: observe
    owner: u1
    admins: [u2]
    removal: auto
    size-limit: 500
    card: { template: "{name}-{phone?}", deadline-days: 3 }
    strikes: { warn: 2, final: 2, remove: 5, expire-days: never }
    publishers: [{ id: u7, subjects: [活动], until: 2026-12-31 }]
    notices: { approvals: 2, deadline-hours: 6, deputy: u3, per-day: 1 }
    digest: { at: 周五 18:00, timezone: America/New_York }
    evidence-days: 30
    reminders: { rules: monthly, safety: monthly, welcome: all, good-conduct: on }
    conduct:
      quiet-hours: 22:30-07:30
      working-hours: 9:00-18:00
      probation-days: 7
      domains: ["*.Example.edu.cn"]
      off-topic: [chatter]
      pictures: ignore
database: postgres://u:p@localhost/q
`;
  const { config } = parseConfig(text, 'q.yaml');
  expect(config.organisation).toEqual({
    name: '某大校友总会',
    words: ['某某大学'],
    admins: ['u0'],
    founded: 1951,
    groupNames: ['某大{place}群{number?}'],
    majors: [],
    strikes: 'shared',
    operator: '',
    contact: '027-1',
    approval: '',
  });
  expect(config.database).toBe('postgres://u:p@localhost/q');
  expect(settingsOf(config, 'g1', '')).toEqual({
    preset: 'work',
    mode: 'observe',
    removal: 'auto',
    card: { ...cardSettings('{name}-{phone?}'), deadlineDays: 3 },
    strikes: { warn: 2, final: 2, remove: 5, expireDays: null },
    publishers: [{ id: 'u7', subjects: ['活动'], until: Date.parse('2027-01-01T00:00:00-05:00') }],
    notices: { approvals: 2, deadlineHours: 6, deputyId: 'u3', perDay: 1 },
    digest: { at: '周五 18:00', timezone: 'America/New_York' },
    evidenceDays: 30,
    ownerId: 'u1',
    adminIds: ['u2'],
    suspendedIds: [],
    exemptIds: [],
    frozenIds: [],
    quietUntil: null,
    brakeLiftedUntil: null,
    reminders: { rules: 'monthly', safety: 'monthly', welcome: 'all', goodConduct: 'on' },
    observedRules: [],
    doubtedRules: [],
    offCategories: [],
    sizeLimit: 500,
    leaving: 'record',
    exemptClasses: [],
    classExemptIds: [],
    respectedIds: [],
    conduct: {
      quietHours: { from: 1350, to: 450 },
      workingHours: { from: 540, to: 1080 },
      probationDays: 7,
      domains: ['example.edu.cn'],
      offTopic: ['chatter'],
      pictures: 'ignore',
    },
  });
});

it.each([
  { preset: 'work', template: '{name}-{department}-{title}' },
  { preset: 'teaching', template: '{name}-{class}' },
  { preset: 'plain', template: null },
])('the preset $preset brings its own card', ({ preset, template }) => {
  const { config } = parseConfig(
    `groups: [{ id: g, preset: ${preset}, card: { deadline-days: 2 } }]`,
    'q.yaml',
  );
  expect(settingsOf(config, 'g', '').card).toEqual({ ...cardSettings(template), deadlineDays: 2 });
});

describe('what is wrong is told with line, column, path and what to do', () => {
  const group = (lines: string): string => `groups:\n  - id: g1\n${lines}`;
  it.each([
    {
      name: 'a group name with a field that is none',
      text: "organisation: { group-name: '某大{plaice}群' }",
      at: '1:29',
      says: '没有字段 {plaice}',
    },
    {
      name: 'one of several group names',
      text: "organisation: { group-name: ['某大{place}群', '某大{'] }",
      at: '1:29',
      says: '花括号没有成对',
    },
    {
      name: 'a group name that is a number',
      text: 'organisation: { group-name: 7 }',
      at: '1:29',
      says: '应是一个群名格式,或几个格式的列表',
    },
    { name: 'a list at the top', text: '- a', at: '1:1', says: '应是一组“键: 值”,现在是列表' },
    {
      name: 'unknown key at the top',
      text: 'database: a\ngroup: []',
      at: '2:1',
      says: 'group 没有这一项;是不是想写 groups?',
    },
    {
      name: 'unknown key in a group',
      text: group('    strkes: {}'),
      at: '3:5',
      says: 'groups[0].strkes 没有这一项;是不是想写 strikes?',
    },
    {
      name: 'underscore for hyphen',
      text: group('    card: { deadline_days: 3 }'),
      at: '3:13',
      says: '是不是想写 deadline-days?',
    },
    {
      name: 'a key in the wrong place',
      text: group('    timezone: UTC'),
      at: '3:5',
      says: '应写在 groups[].digest.timezone',
    },
    {
      name: 'a key like nothing',
      text: 'zzzzzzzz: 1',
      at: '1:1',
      says: '没有这一项;这里可用:organisation、groups、database',
    },
    { name: 'the key __proto__', text: '__proto__: { a: 1 }', at: '1:1', says: '__proto__ 没有这一项' },
    {
      name: 'an id with leading zeros, unquoted',
      text: 'groups:\n  - id: 00123',
      at: '2:9',
      says: 'groups[0].id 应是文字,现在是数字;加上引号:"00123"',
    },
    {
      name: 'a 20-digit id, unquoted',
      text: group('    owner: 12345678901234567890'),
      at: '3:12',
      says: '"12345678901234567890"',
    },
    {
      name: 'a number among ids',
      text: group('    admins: [u1, 7]'),
      at: '3:18',
      says: 'groups[0].admins[1] 应是文字,现在是数字;加上引号:"7"',
    },
    {
      name: 'a key without a value',
      text: group('    owner:'),
      at: '3:11',
      says: 'groups[0].owner 没有写值',
    },
    { name: 'an empty id', text: "groups: [{ id: '' }]", at: '1:16', says: 'groups[0].id 是空的' },
    { name: 'a map for a list', text: 'groups: { id: g1 }', at: '1:9', says: 'groups 应是列表' },
    {
      name: 'text for a number',
      text: group('    strikes: { warn: 一 }'),
      at: '3:22',
      says: 'groups[0].strikes.warn 应是整数,现在是文字 一',
    },
    { name: 'half a strike', text: group('    strikes: { warn: 1.5 }'), at: '3:22', says: '应是整数' },
    { name: 'no strikes at all', text: group('    strikes: { warn: 0 }'), at: '3:22', says: '太小;最少 1' },
    {
      name: 'steps going down',
      text: group('    strikes: { warn: 1, final: 3, remove: 2 }'),
      at: '3:43',
      says: 'groups[0].strikes.remove remove(2)小于 final(3)',
    },
    {
      name: 'a step past a default',
      text: group('    strikes:\n      warn: 4'),
      at: '4:7',
      says: 'final(2)小于 warn(4)',
    },
    {
      name: 'quiet hours that are none',
      text: group('    conduct: { quiet-hours: night }'),
      at: '3:29',
      says: 'groups[0].conduct.quiet-hours 时段读不懂:写成 "22:30-07:30"',
    },
    {
      name: 'an address for a domain',
      text: group('    conduct: { domains: ["a b"] }'),
      at: '3:26',
      says: 'groups[0].conduct.domains[0] 不是域名',
    },
    {
      name: 'a kind of off-topic that there is not',
      text: group('    conduct: { off-topic: [link] }'),
      at: '3:28',
      says: '是不是想写 links?',
    },
    {
      name: 'an expiry in words',
      text: group('    strikes: { expire-days: nie }'),
      at: '3:29',
      says: '应是 1 到 3650 的整数(天),或 never',
    },
    {
      name: 'an unknown mode',
      text: group('    mode: enforced'),
      at: '3:11',
      says: '不能是 enforced;是不是想写 enforce?可选:observe、enforce',
    },
    {
      name: 'an unknown preset',
      text: group('    preset: 5'),
      at: '3:13',
      says: '可选:alumni、work、teaching、plain',
    },
    {
      name: 'an unknown zone',
      text: group('    digest: { timezone: Asia/Shangai }'),
      at: '3:25',
      says: '没有这个时区:是不是想写 Asia/Shanghai?',
    },
    {
      name: 'Beijing for a zone',
      text: group('    digest: { timezone: Asia/Beijing }'),
      at: '3:25',
      says: 'Asia/Shanghai',
    },
    {
      name: 'an offset for a zone',
      text: group('    digest: { timezone: "+08:00" }'),
      at: '3:25',
      says: 'Asia/Shanghai',
    },
    { name: 'an unknown time', text: group('    digest: { at: Mon 25:00 }'), at: '3:19', says: '时间读不懂' },
    {
      name: 'a template without an end',
      text: group('    card: { template: "{name" }'),
      at: '3:23',
      says: '花括号没有成对',
    },
    {
      name: 'a template with an unknown field',
      text: group('    card: { template: "{nmae}" }'),
      at: '3:23',
      says: '没有字段 {nmae};可用:{name}',
    },
    {
      name: 'a day that is not',
      text: group('    publishers: [{ id: u, until: 2026-02-30 }]'),
      at: '3:34',
      says: '不是日期',
    },
    {
      name: 'a publisher without an id',
      text: group('    publishers:\n      - subjects: [a]'),
      at: '4:9',
      says: 'groups[0].publishers[0].id 没有写',
    },
    {
      name: 'a group without id and name',
      text: 'groups:\n  - id: a\n  - mode: observe',
      at: '3:5',
      says: 'groups[1] 这个群既没有 id 也没有 name',
    },
    {
      name: 'the same id twice',
      text: 'groups:\n  - id: a\n  - id: a',
      at: '3:9',
      says: 'groups[1].id 和 groups[0] 的 id 一样',
    },
    {
      name: 'the same name twice',
      text: 'groups: [{ name: a }, { name: a }]',
      at: '1:31',
      says: 'groups[1].name 和 groups[0] 的 name 一样',
    },
    {
      name: 'another database',
      text: 'database: mysql://u:p@h/x',
      at: '1:11',
      says: '不支持 mysql:// 数据库',
    },
    {
      name: 'a fault behind a byte order mark',
      text: '\uFEFFdatabase: ""',
      at: '1:11',
      says: '数据库没有写',
    },
    { name: 'CRLF', text: 'database: a\r\nx: 1', at: '2:1', says: 'x 没有这一项' },
    {
      name: 'a value through an alias',
      text: 'organisation: { founded: &n 1951, name: *n }',
      at: '1:41',
      says: '应是文字',
    },
    { name: 'syntax: a tab', text: 'groups:\n\t- id: a', at: '2:1', says: '缩进不能用 Tab' },
    { name: 'syntax: a key twice', text: 'database: a\ndatabase: b', at: '2:1', says: '这一项写了两次' },
    { name: 'syntax: two colons', text: 'database: a: b', at: '1:11', says: '两个冒号' },
    { name: 'syntax: two documents', text: 'database: a\n---\ndatabase: b', at: '2:1', says: '一份配置' },
    {
      name: 'syntax: alias to nothing',
      text: 'groups:\n  - name: *校友*',
      at: '1:1',
      says: '文字以 * 开头时要加引号',
    },
  ])('$name', ({ text, at, says }) => {
    const [first = ''] = refusal(text);
    const [line, column] = at.split(':');
    expect(first).toMatch(`q.yaml 第 ${line} 行 第 ${column} 列:`);
    expect(first).toContain(says);
    expect(first).toContain(`(q.yaml:${at})`);
  });

  it('lists every problem, in the order of the file', () => {
    const lines = refusal('groups:\n  - id: 7\n    mod: observe\n    removal: maybe\nx: 1');
    expect(lines.map((line) => /:(\d+):\d+\)$/.exec(line)?.[1])).toEqual(['2', '3', '4', '5']);
  });

  it('stops listing after twenty', () => {
    const many = Array.from({ length: 30 }, (_, index) => `x${index}: 1`).join('\n');
    const lines = refusal(many);
    expect(lines).toHaveLength(21);
    expect(lines[20]).toContain('还有 10 处');
  });

  it('never repeats a password', () => {
    expect(refusal('database: mysql://u:secret@h/x').join('')).not.toContain('secret');
    expect(refusal('database: "postgres://u:se cret@:h:x/"').join('')).not.toContain('cret');
  });
});

it('warns of a protected word of one character', () => {
  expect(parseConfig('organisation: { words: [轻, 某某大学] }', 'q.yaml').warnings).toEqual([
    'q.yaml:organisation.words 里的“轻”只有一个字,容易误伤,建议写全称',
  ]);
});

describe('whatever the text, the only error is a ConfigError', () => {
  const sound = (text: string): void => {
    for (const line of refusal(text)) expect(line).toMatch(/^q\.yaml .*\d|^q\.yaml 还有/u);
  };
  const word = fc.constantFrom(
    'groups:',
    'organisation:',
    '  - id: ',
    '    card: {',
    '}',
    '[',
    ']',
    '\n',
    ' ',
    '- ',
    '*a',
    '&a',
    '? ',
    '"',
    "'",
    '|',
    '>',
    '!x',

    'strikes: { warn: 9 }',
    '__proto__: 1',
    'constructor: 2',
    '<<: *a',
    '1: 2',
    '~: 3',
    '.inf',
    '\t',
    '---',
    '%TAG',
    '\uD800',
    '群',
  );
  it('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), sound));
  });
  it('any heap of YAML pieces', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => sound(words.join(''))),
      { numRuns: 500 },
    );
  });
  it('nesting without end', () => {
    sound('['.repeat(20_000));
    sound(`groups: ${'['.repeat(3000)}${']'.repeat(3000)}`);
  });
  it('anchors that multiply', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    expect(refusal(lines.join('\n'))[0]).toContain('引用得太多');
  });
});

it.each([
  { text: "group-name: '某大{place}群'", want: ['某大{place}群'] },
  { text: "group-name: ['某大{place}群', '某大{industry}群']", want: ['某大{place}群', '某大{industry}群'] },
  { text: 'group-name:', want: [] },
])('$text', ({ text, want }) => {
  expect(parseConfig(`organisation:\n  ${text}\n`, 'q.yaml').config.organisation.groupNames).toEqual(want);
});
