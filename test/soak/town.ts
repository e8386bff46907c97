import type { ReplayEvent } from '../../src/simulate/event.js';
import { advertisement, createDice, ordinary } from '../bench/chat.js';

/** A made-up town of groups: how many, how large, how much of what is said breaks the rules. */
export interface Town {
  readonly groups: number;
  /** In each group. */
  readonly members: number;
  /** How many messages of a thousand break the rules. */
  readonly perMille: number;
  /** Between two messages of the whole town, ms. */
  readonly everyMs: number;
}

export interface TownEvent {
  readonly event: ReplayEvent;
  readonly at: number;
}

const START = Date.parse('2026-03-02T09:00:00+08:00');
/** Groups are met one after the other before anybody speaks. */
const MEETING_MS = 100;

/** The groups of a town, met. */
export function* meetings(town: Town): Generator<TownEvent> {
  for (let group = 0; group < town.groups; group += 1) {
    const at = START + group * MEETING_MS;
    yield { at, event: { ...meeting(town, group), at: new Date(at).toISOString() } };
  }
}

/** What is said in it, evenly over its groups, the same each time. */
export function* talk(town: Town, messages: number): Generator<TownEvent> {
  const dice = createDice(20260302);
  const from = START + town.groups * MEETING_MS + 60_000;
  for (let index = 0; index < messages; index += 1) {
    const at = from + index * town.everyMs;
    const group = dice(town.groups);
    const text = dice(1000) < town.perMille ? advertisement(dice) : ordinary(dice);
    const sender = `g${group}u${2 + dice(town.members - 2)}`;
    yield {
      at,
      event: {
        type: 'message',
        at: new Date(at).toISOString(),
        group: `g${group}`,
        from: sender,
        id: `m${index}`,
        kind: 'text',
        text,
      },
    };
  }
}

function meeting(town: Town, group: number) {
  const members = Array.from({ length: town.members }, (_, index) => ({
    id: `g${group}u${index}`,
    name: `校友${index}`,
    card: `${nameOf(index)}-北京-化学97级`,
  }));
  return {
    type: 'group' as const,
    group: `g${group}`,
    name: `武汉轻工大学北京校友分会群${group + 1}`,
    owner: `g${group}u0`,
    admins: [`g${group}u1`],
    bot: 'admin' as const,
    members,
  };
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];

/** Five hundred different people: names that are alike would be somebody's namesake. */
export function nameOf(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '王';
  const given = GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? '伟';
  return index < SURNAMES.length * GIVEN.length ? `${surname}${given}` : `${surname}${given}${given}`;
}
