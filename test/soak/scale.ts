import { round } from '../bench/measure.js';
import { soakedBot } from './bot.js';
import { meetings, talk, type Town } from './town.js';

/** Cost of one ordinary message, µs, as the town grows. */
export interface ScaleFigures {
  readonly groups: Readonly<Record<string, number>>;
  readonly members: Readonly<Record<string, number>>;
  /** The largest against the smallest. */
  readonly groupsRatio: number;
  readonly membersRatio: number;
}

export interface ScaleSizes {
  /** Groups of ten members. */
  readonly groups: readonly number[];
  /** Members over a hundred groups. */
  readonly members: readonly number[];
  readonly messages: number;
}

export async function scale({ groups, members, messages }: ScaleSizes): Promise<ScaleFigures> {
  const byGroups: Record<string, number> = {};
  for (const count of groups)
    byGroups[count] = await cost({ ...PLAIN, groups: count, members: 10 }, messages);
  const byMembers: Record<string, number> = {};
  for (const count of members)
    byMembers[count] = await cost({ ...PLAIN, groups: 100, members: count / 100 }, messages);
  return {
    groups: byGroups,
    members: byMembers,
    groupsRatio: ratio(Object.values(byGroups)),
    membersRatio: ratio(Object.values(byMembers)),
  };
}

const PLAIN: Town = { groups: 10, members: 100, perMille: 0, everyMs: 10 };

/** Best of three stretches after one that warms up: the machine may be busy with something else. */
async function cost(town: Town, messages: number): Promise<number> {
  const bot = await soakedBot();
  await bot.play(meetings(town));
  const stretches: number[] = [];
  const all = [...talk(town, messages * 4)];
  for (let stretch = 0; stretch < 4; stretch += 1) {
    const events = all.slice(stretch * messages, (stretch + 1) * messages);
    const started = performance.now();
    await bot.play(events);
    stretches.push(((performance.now() - started) * 1000) / messages);
  }
  await bot.close();
  return round(Math.min(...stretches.slice(1)), 2);
}

function ratio(costs: readonly number[]): number {
  return round((costs.at(-1) ?? 0) / (costs[0] ?? 1), 2);
}
