import { WechatyBuilder } from 'wechaty';
import type { LoadedConfig } from '../../../src/config/load.js';
import type { Instant } from '../../../src/core/model/instant.js';
import type { Log } from '../../../src/ports.js';
import { Qunshao } from '../../plugin.js';
import type { Session } from '../../session.js';
import { PuppetPlayground } from '../puppet/puppet.js';
import type { WorldState } from '../puppet/world-state.js';
import { World } from '../puppet/world.js';
import { BOT, seedAlumni } from '../scene/alumni.js';
import type { PlayClock } from './clock.js';
import type { Reasons } from './reasons.js';
import { createTime, type Time } from './time.js';

/** The bot at work in a world of its own: the real Wechaty and the plugin of production on a puppet without WeChat. */
export interface Stage extends Time {
  readonly world: World;
  readonly session: Session;
  /** The instant at which the bot has something more to say; Infinity where nothing waits. */
  nextWord(): Instant;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly loaded: LoadedConfig;
  readonly clock: PlayClock;
  readonly log: Log;
}

export function createWorld(clock: PlayClock, idPrefix: string): World {
  const world = new World({ now: () => clock.now(), bot: BOT, idPrefix });
  seedAlumni(world);
  return world;
}

/** Counts what Wechaty reads: while it reads, something is on its way to the bot. */
class WatchedPuppet extends PuppetPlayground {
  reads = 0;

  protected override read<T>(method: string, look: (state: WorldState) => T | Promise<T>): Promise<T> {
    this.reads += 1;
    return super.read(method, look);
  }
}

/** Changed cards are announced as a gateway does it; its heartbeat is not needed in one process. */
const NO_HEARTBEAT_MS = 2 ** 31 - 1;

/** Starts everything. @throws ConfigError, StoreError */
export async function openStage(
  world: World,
  { loaded, clock, log }: StageOptions,
  reasons: Reasons,
): Promise<Stage> {
  const puppet = new WatchedPuppet(world, { kind: 'served', heartbeatMs: NO_HEARTBEAT_MS });
  // No name: Wechaty keeps no memory file.
  const bot = WechatyBuilder.build({ puppet });
  let stopped: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => void (stopped = resolve));
  let uninstall: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => void bot.once('ready', () => resolve()));
  const session = await new Promise<Session>((onReady, onFailure) => {
    const plugin = Qunshao({
      loaded,
      clock,
      log,
      onReady,
      onFailure,
      around: (platform) => reasons.around(platform),
      onStopped: () => stopped(),
    });
    uninstall = bot.use(plugin);
  });
  reasons.open(session.store);
  await bot.start();
  await ready;
  const time = createTime({ clock, session, reads: () => puppet.reads });
  await time.settle();
  return {
    ...time,
    world,
    session,
    nextWord: () => session.app.nextAction(),
    async close() {
      uninstall();
      await ended;
      await bot.stop();
    },
  };
}
