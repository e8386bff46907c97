import { DAY, type Instant } from '../core/model/instant.js';

/** Who put an offending text before the bot to have it verified, and how often. Lost on restart: nothing rests on it alone. */
export interface PassedOn {
  /** False while it is still taken for good faith. */
  isOften(groupId: string, memberId: string, at: Instant): boolean;
}

/** So many in a day are an honest question each; who goes on spreads them. */
const FREE = 2;
/** When so many members are remembered, those of yesterday are let go of. */
const REMEMBERED = 1000;

export function createPassedOn(): PassedOn {
  const times = new Map<string, readonly Instant[]>();
  return {
    isOften(groupId, memberId, at) {
      const key = `${groupId} ${memberId}`;
      if (times.size > REMEMBERED)
        for (const [old, all] of times) if ((all.at(-1) ?? 0) <= at - DAY) times.delete(old);
      const recent = [...(times.get(key) ?? []).filter((one) => one > at - DAY), at];
      times.set(key, recent);
      return recent.length > FREE;
    },
  };
}
