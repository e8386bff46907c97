import type { Random } from '../../src/train/random.js';
import { pick } from '../../src/train/random.js';

/** An event as a replay file has it, with its instant; `about` names the group that a command in private is about. */
export interface SceneEvent {
  readonly type: string;
  readonly at: string;
  readonly instant: number;
  readonly group?: string;
  readonly from?: string;
  readonly id?: string;
  readonly text?: string;
  readonly about?: string;
  readonly [key: string]: unknown;
}

/** A message by a plain member of a group that is not only watched: one case and one strike, whatever happens. */
export const AD = '特价面膜加微信';

export const CONFIG = `
groups:
  - { id: g1, mode: enforce, removal: auto }
  - { id: g2, mode: enforce, removal: ask }
`;

/** g3 stands in no file: it is only watched. */
const GROUPS = ['g1', 'g2', 'g3'] as const;

/** Monday, 08:50 in Shanghai: the digest, the audit of cards and the register's jobs fall due within the scene. */
const START = Date.parse('2026-03-02T08:50:00+08:00');
/** When the weekly digests of a scene fall due. */
export const DIGESTS: readonly number[] = [0, 7, 14].map((days) => START + 600_000 + days * 86_400_000);
const STEP = 20_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const NAMES = ['李雷', '韩梅', '周敏', '郑强', '吴芳', '赵敏', '孙宁', '钱塘'];

interface Draft extends Omit<SceneEvent, 'at' | 'instant'> {
  readonly type: string;
}

/** A morning in three groups, and two more Mondays: advertisements, fraud, owners who answer, joins, recalls. */
export function makeScene(random: Random, length: number): readonly SceneEvent[] {
  const drafts: Draft[] = GROUPS.map(meeting);
  for (let number = 0; number < length; number += 1) drafts.push(something(random, number));
  const morning = drafts.map((draft, index) => dated(draft, START + index * STEP));
  const later = [
    START + 12 * MINUTE + length * STEP,
    START + 75 * MINUTE + length * STEP,
    START + 2 * 60 * MINUTE + length * STEP,
    START + DAY,
    START + 7 * DAY + 20 * MINUTE,
    START + 7 * DAY + 2 * 60 * MINUTE,
    START + 14 * DAY + 20 * MINUTE,
  ];
  return [...morning, ...later.map((instant) => dated({ type: 'clock' }, instant))];
}

function meeting(group: string): Draft {
  const member = (name: string, index: number) => ({
    id: `${group}-m${index}`,
    name,
    // One card in four is not in order.
    card: index % 4 === 3 ? name : `${name}-武汉-化学${97 + (index % 3)}级`,
  });
  const owner = { id: `${group}-owner`, name: '群主', card: '王建国-北京-英语98级' };
  return {
    type: 'group',
    group,
    name: `${group}分会群`,
    owner: owner.id,
    admins: ['bot'],
    bot: 'admin',
    members: [owner, ...NAMES.map(member)],
  };
}

type Maker = (random: Random, number: number) => Draft;

const advertising: Maker = (random, number) => said(random, number, `${AD} ${number}`);
const fraud: Maker = (random, number) => said(random, number, `刷单先垫付 ${number}`);
const suspected: Maker = (random, number) => said(random, number, `长期招代理 ${number}`);
const plain: Maker = (random, number) => said(random, number, `大家早上好,今天第${number}句`);

const command: Maker = (random, number) => {
  const group = pick(GROUPS, random) ?? 'g1';
  const text = pick(['确认 {open}', '驳回 {open}', '撤销 {last}', '为什么 {last}', '案件'], random) ?? '案件';
  return { type: 'direct', from: `${group}-owner`, id: `d${number}`, text: `/${text}`, about: group };
};

const joining: Maker = (random, number) => {
  const group = pick(GROUPS, random) ?? 'g1';
  return { type: 'join', group, member: { id: `${group}-new${number}`, name: `新人${number}`, card: '' } };
};

/** Of a message two to six events ago; nothing happens where there was none. */
const recalling: Maker = (random, number) => ({
  type: 'recall',
  id: `m${number - 2 - Math.floor(random() * 5)}`,
});

const MAKERS: readonly (readonly [Maker, number])[] = [
  [advertising, 0.4],
  [fraud, 0.12],
  [suspected, 0.08],
  [command, 0.16],
  [joining, 0.06],
  [recalling, 0.08],
  [plain, 1],
];

function something(random: Random, number: number): Draft {
  let left = random();
  for (const [maker, share] of MAKERS) {
    if (left < share) return maker(random, number);
    left -= share;
  }
  return plain(random, number);
}

function said(random: Random, number: number, text: string): Draft {
  const group = pick(GROUPS, random) ?? 'g1';
  const from = `${group}-m${Math.floor(random() * NAMES.length)}`;
  return { type: 'message', group, from, id: `m${number}`, text };
}

function dated(draft: Draft, instant: number): SceneEvent {
  return { ...draft, type: draft.type, instant, at: new Date(instant).toISOString().replace('.000Z', 'Z') };
}
