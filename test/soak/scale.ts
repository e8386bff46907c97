import { round } from '../bench/measure.js';
import { soakedBot } from './bot.js';
import { meetings, talk, type Town } from './town.js';

/** What a town of one size costs. */
export interface TownCost {
  /** Processor time of one ordinary message, µs: a machine that is busy with something else does not change it much. */
  readonly message: number;
  /** Processor time of meeting a member for the first time, µs: card, likeness, who it is. */
  readonly meeting: number;
  /** Heap after a full collection, MB; the simulated chat with all its members is in it. */
  readonly heapMB: number;
}

export interface ScaleFigures {
  readonly groups: Readonly<Record<string, TownCost>>;
  readonly members: Readonly<Record<string, TownCost>>;
  /** A message in the largest town against one in the smallest. */
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
  // The compiler warms up on a town that does not count.
  await cost(PLAIN, messages);
  const byGroups: Record<string, TownCost> = {};
  for (const count of groups)
    byGroups[count] = await cost({ ...PLAIN, groups: count, members: 10 }, messages);
  const byMembers: Record<string, TownCost> = {};
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

/** Best of three stretches after one that warms up. */
async function cost(town: Town, messages: number): Promise<TownCost> {
  const bot = await soakedBot();
  const met = await processorTime(() => bot.play(meetings(town)));
  const stretches: number[] = [];
  const all = [...talk(town, messages * 4)];
  for (let stretch = 0; stretch < 4; stretch += 1) {
    const events = all.slice(stretch * messages, (stretch + 1) * messages);
    stretches.push(await processorTime(() => bot.play(events)));
  }
  globalThis.gc?.();
  const heapMB = round(process.memoryUsage().heapUsed / (1024 * 1024), 1);
  await bot.close();
  return {
    message: round(Math.min(...stretches.slice(1)) / messages, 2),
    meeting: round(met / (town.groups * town.members), 1),
    heapMB,
  };
}

/** µs of this process, its own and the kernel's for it. */
async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function ratio(costs: readonly TownCost[]): number {
  return round((costs.at(-1)?.message ?? 0) / (costs[0]?.message ?? 1), 2);
}
