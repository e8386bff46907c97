import { createWriteStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type App, createApp } from '../../src/app/app.js';
import type { Config } from '../../src/core/policy/settings.js';
import { settingsOf } from '../../src/core/policy/settings.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { openInput } from '../../src/jsonl/open.js';
import { readJsonLines } from '../../src/jsonl/read.js';
import { createVirtualClock } from '../../src/simulate/clock.js';
import { parseEvent } from '../../src/simulate/parse.js';
import { createSimulatedPlatform, type TranscriptLine } from '../../src/simulate/platform.js';
import { createReplay, type Replay } from '../../src/simulate/replay.js';
import { createWorld } from '../../src/simulate/world.js';
import { isPostgres, openStore } from '../../src/store/open.js';
import type { Log, Store } from '../../src/ports.js';
import type { RunTotals } from '../../src/ports/totals.js';
import { compose } from '../compose.js';
import { createPictures, picturesBeside, avatarsBeside } from '../pictures.js';
import { createTables, tablesBeside } from '../tables.js';
import { createEngine } from '../engine.js';
import { UsageError } from './fail.js';
import { createProgress, type Progress } from './progress.js';

export interface ReplayOptions {
  readonly file: string;
  readonly config: Config;
  readonly db: string | null;
  readonly out: string | null;
  readonly log: Log;
  readonly warn: (line: string) => void;
}

export interface ReplayTotals extends RunTotals {
  readonly messages: number;
  readonly messagesPerSecond: number;
}

/** `qunshao replay`: the whole system over a recorded chat, on virtual time, with a simulated platform. */
export async function replay(options: ReplayOptions): Promise<ReplayTotals> {
  const place = await databaseFor(options.db);
  try {
    const store = await openStore(place.url, { durability: 'batched' });
    try {
      return await run(options, store);
    } finally {
      await store.close();
    }
  } finally {
    await place.clean();
  }
}

interface Place {
  readonly url: string;
  clean(): Promise<void>;
}

/** Without `--db` a database that is gone afterwards; with it, one that must not exist. */
async function databaseFor(db: string | null): Promise<Place> {
  if (db === null) {
    const folder = await mkdtemp(join(tmpdir(), 'qunshao-replay-'));
    return { url: join(folder, 'replay.db'), clean: () => rm(folder, { recursive: true, force: true }) };
  }
  if (!isPostgres(db) && existsSync(db))
    throw new UsageError(`--db ${db} 已经存在;请换一个新文件名,或先把它移走`);
  return { url: db, clean: () => Promise.resolve() };
}

async function run(options: ReplayOptions, store: Store): Promise<ReplayTotals> {
  const transcript = await openTranscript(options.out);
  const world = createWorld();
  const clock = createVirtualClock(0);
  const timezone = (groupId: string | null): string =>
    settingsOf(options.config, groupId ?? '', world.group(groupId ?? '')?.name ?? '').digest.timezone;
  const platform = createSimulatedPlatform({
    world,
    clock,
    timezone,
    write: (line) => transcript.write(line),
  });
  const engine = createEngine(options.config.organisation, () => new Date(clock.now()).getUTCFullYear());
  for (const warning of engine.warnings) options.warn(warning);
  const app = createApp(
    compose(options.config, engine, {
      store,
      platform,
      clock,
      log: options.log,
      worker: 'replay',
      pictures: createPictures(picturesBeside(options.file), avatarsBeside(options.file, world)),
      tables: createTables(tablesBeside(options.file)),
    }),
  );
  await app.start();
  const started = performance.now();
  const progress = createProgress(options.file);
  await feed(options.file, createReplay(world, clock, app), { transcript, progress });
  await app.flush();
  const seconds = (performance.now() - started) / 1000;
  await transcript.close();
  return totals(app, await store.runTotals(clock.now()), seconds);
}

function totals(app: App, counts: RunTotals, seconds: number): ReplayTotals {
  const messages = app.messages();
  return { messages, ...counts, messagesPerSecond: Math.round(messages / Math.max(seconds, 0.001)) };
}

interface Outlets {
  readonly transcript: Transcript;
  readonly progress: Progress;
}

async function feed(file: string, replaying: Replay, { transcript, progress }: Outlets): Promise<void> {
  let last = -Infinity;
  try {
    for await (const row of readJsonLines(openInput(file, process.stdin))) {
      const parsed = parseEvent(row.value);
      if (parsed.kind === 'wrong') throw new InputError(row.place, parsed.reason);
      if (parsed.at < last) throw new InputError(row.place, '事件的时间比上一行早;请按时间顺序排列');
      last = parsed.at;
      await replaying.play(parsed.event, parsed.at);
      progress.tick(row.place.line);
      if (transcript.isFull()) await transcript.drained();
    }
    await replaying.finish();
  } finally {
    progress.stop();
  }
}

interface Transcript {
  write(line: TranscriptLine): void;
  isFull(): boolean;
  drained(): Promise<void>;
  close(): Promise<void>;
}

const NOWHERE: Transcript = {
  write: () => undefined,
  isFull: () => false,
  drained: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

async function openTranscript(out: string | null): Promise<Transcript> {
  if (out === null) return NOWHERE;
  const stream = createWriteStream(out, { mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`--out ${out} 写不了(${code});请检查文件夹在不在、有没有写权限`);
  }
  return {
    write: (line) => void stream.write(`${JSON.stringify(line)}\n`),
    isFull: () => stream.writableNeedDrain,
    drained: async () => void (await once(stream, 'drain')),
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}
