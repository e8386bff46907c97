import { expect } from 'vitest';
import type { DeskGroup, DeskWorld } from '../harness/desk.js';
import type { Given } from './given.js';

const PEOPLE = ['owner', 'admin', 'ann', 'ben', 'carl', 'guest', 'staff'];

/** Gives the command over the real Wechaty in a group of its own; looks at the answer and at what it left. */
export async function play(world: DeskWorld, key: string, row: Given): Promise<void> {
  const group = await world.group(key);
  const given = String((await row.before?.(group, world)) ?? '');
  const [saidBefore, toldBefore] = [group.said.length, group.told(row.by).length];
  await give(group, row, given);
  const lines = row.aloud === true ? group.said.slice(saidBefore) : group.told(row.by).slice(toldBefore);
  expect(lines.map(({ text }) => text).join('\n---\n')).toMatch(row.answer);
  if (row.effect === undefined) return;
  const [look, want] = row.effect;
  expect(typeof look === 'string' ? group.sql(look) : look(group)).toEqual(named(group, want));
}

function give(group: DeskGroup, row: Given, given: string): Promise<unknown> {
  const line = String(named(group, row.line.replace('{}', given)));
  if (row.where === 'private') return group.direct(row.by, line);
  const mentions = PEOPLE.filter((one) => line.includes(`@${one}`));
  const text = mentions.reduce((all, one) => all.replace(`@${one}`, group.at(one)), line);
  return group.say(row.by, text, row.quotes === true ? { mentions, quote: given } : { mentions });
}

/** `$ann` in what is wanted is her id in this group. */
function named(group: DeskGroup, want: unknown): unknown {
  if (Array.isArray(want)) return want.map((one) => named(group, one));
  if (typeof want !== 'string') return want;
  return want.replaceAll(
    /\$(\w+)/gu,
    (_, name: string) => ({ room: group.room, topic: group.topic })[name] ?? group.id(name),
  );
}
