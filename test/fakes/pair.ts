import { ClusterLeadership } from '../../src/cluster/leadership.js';
import { createWorld } from '../../src/simulate/world.js';
import { openCluster, openStore } from '../../src/store/open.js';
import { createMemoryLog } from './log.js';
import { type Event, openStage, readable, type Stage } from './stage.js';

/** Looks are made by hand; nothing lapses unless a test lets it. */
const TEMPO = { leaseMs: 3_600_000, lookMs: 1000 };

export interface Account {
  readonly name: string;
  readonly stage: Stage;
  readonly leadership: ClusterLeadership;
}

/** Two accounts of the bot on one PostgreSQL database and in one chat, as two processes have them. */
export interface Pair {
  readonly a: Account;
  readonly b: Account;
  /** Lets the events come to these accounts, and both look until they are handled and everybody knows. */
  play(to: readonly Account[], ...events: readonly Event[]): Promise<void>;
  /** What both did since last asked, each line with the account. */
  lines(): readonly string[];
  close(): Promise<void>;
}

export async function openPair(url: string, config: string): Promise<Pair> {
  const world = createWorld();
  const open = async (name: string): Promise<Account> => {
    const store = await openStore(url);
    const leadership = new ClusterLeadership({
      records: openCluster(url),
      log: createMemoryLog(),
      tempo: TEMPO,
      clocks: { monotonic: () => performance.now(), wall: () => Date.now() },
      account: () => name,
      name: () => `${name} ${Math.random()}`,
    });
    await leadership.begin();
    const stage = await openStage({ config, world, store, leadership });
    leadership.attach(stage.app.shared);
    return { name, stage, leadership };
  };
  const a = await open('bot-a');
  const b = await open('bot-b');
  const both = [a, b];
  const look = async (): Promise<void> => {
    for (const { leadership } of both) {
      await leadership.look();
      await leadership.idle();
    }
  };
  let told = [0, 0];
  return {
    a,
    b,
    async play(to, ...events) {
      for (const event of events) {
        const waiting = new Set(both);
        const passing: Event = { type: 'clock', at: event['at'] };
        const played = both.map((one) =>
          one.stage.play(to.includes(one) ? event : passing).finally(() => waiting.delete(one)),
        );
        while (waiting.size > 0) await look();
        await Promise.all(played);
      }
      // One look to hear of it, one for what that led to; then it is done.
      for (let times = 0; times < 3; times += 1) await look();
      for (const { stage } of both) await stage.app.runDue();
    },
    lines() {
      const fresh = both.flatMap(({ name, stage }, index) =>
        stage.lines.slice(told[index]).map((line) => `${name} ${readable(line)}`),
      );
      told = both.map(({ stage }) => stage.lines.length);
      return fresh;
    },
    async close() {
      for (const { stage, leadership } of both) {
        await leadership.stop();
        await stage.store.close();
      }
    },
  };
}
