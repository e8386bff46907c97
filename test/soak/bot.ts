import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app/app.js';
import { parseConfig } from '../../src/config/parse.js';
import { createVirtualClock } from '../../src/simulate/clock.js';
import { createSimulatedPlatform } from '../../src/simulate/platform.js';
import { createReplay } from '../../src/simulate/replay.js';
import { createWorld } from '../../src/simulate/world.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/ports.js';
import { compose } from '../../bot/compose.js';
import { createEngine } from '../../bot/engine.js';
import { createLog } from '../../bot/log.js';
import type { TownEvent } from './town.js';

/** The whole bot on virtual time, over a database file of its own. */
export interface SoakedBot {
  readonly app: App;
  readonly store: Store;
  /** What was said and done so far. */
  acts(): number;
  play(events: Iterable<TownEvent>): Promise<void>;
  /** Bytes of the database, its log included. */
  size(): Promise<number>;
  close(): Promise<void>;
}

const CONFIG = `
groups:
  - { name: '*', mode: enforce, removal: auto }
`;

export async function soakedBot(): Promise<SoakedBot> {
  const folder = await mkdtemp(join(tmpdir(), 'qunshao-soak-'));
  const file = join(folder, 'soak.db');
  const { config } = parseConfig(CONFIG, 'soak.yaml');
  const store = await openStore(file, { durability: 'batched' });
  const world = createWorld();
  const clock = createVirtualClock(0);
  let acts = 0;
  const platform = createSimulatedPlatform({
    world,
    clock,
    timezone: () => 'Asia/Shanghai',
    write: () => void (acts += 1),
  });
  const engine = createEngine(config.organisation, 2026);
  const outside = { store, platform, clock, log: createLog('silent', 'silent'), worker: 'soak' };
  const app = createApp(compose(config, engine, outside));
  await app.start();
  const replay = createReplay(world, clock, app);
  return {
    app,
    store,
    acts: () => acts,
    async play(events) {
      for (const { event, at } of events) await replay.play(event, at);
    },
    async size() {
      const sizes = await Promise.all(
        ['', '-wal'].map((end) =>
          stat(`${file}${end}`).then(
            ({ size }) => size,
            () => 0,
          ),
        ),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    async close() {
      await app.flush();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
