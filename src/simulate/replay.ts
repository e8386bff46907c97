import type { Inbound } from '../core/model/event.js';
import type { Instant } from '../core/model/instant.js';
import { applyEvent } from './apply.js';
import type { VirtualClock } from './clock.js';
import type { ReplayEvent } from './event.js';
import type { World } from './world.js';

/** The part of the bot that a replay drives. */
export interface Driven {
  handle(event: Inbound): Promise<void>;
  nextDue(): Instant;
  nextAction(): Instant;
  runDue(): Promise<void>;
  runActions(): Promise<void>;
}

export interface Replay {
  /** Lets time pass up to the event, doing what falls due on the way, then lets it happen. */
  play(event: ReplayEvent, at: Instant): Promise<void>;
  /** Sends what is planned; nothing new falls due by the calendar. */
  finish(): Promise<void>;
}

export function createReplay(world: World, clock: VirtualClock, bot: Driven): Replay {
  return {
    async play(event, at) {
      while (bot.nextDue() <= at) {
        clock.set(bot.nextDue());
        await bot.runDue();
      }
      clock.set(at);
      const inbound = applyEvent(world, event, clock.now());
      if (inbound !== null) await bot.handle(inbound);
      if (bot.nextDue() <= clock.now()) await bot.runDue();
    },
    async finish() {
      while (bot.nextAction() < Infinity) {
        clock.set(bot.nextAction());
        await bot.runActions();
      }
    },
  };
}
