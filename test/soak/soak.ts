import { round } from '../bench/measure.js';
import { soakedBot, type SoakedBot } from './bot.js';
import { meetings, talk, type Town, type TownEvent } from './town.js';

/** What a long run costs. Bytes unless the name says otherwise. */
export interface SoakFigures {
  readonly messages: number;
  readonly cases: number;
  /** Heap after a full collection, at each tenth. MB. */
  readonly heapMB: readonly number[];
  /** Least squares over the second half: what a hundred thousand messages add. MB. */
  readonly slopeMBPer100k: number;
  /** Messages a second in each tenth. */
  readonly perSecond: readonly number[];
  /** The last fifth against the first fifth after warming up. */
  readonly speedEndVsStart: number;
  readonly databaseMB: number;
  readonly bytesPerMessage: number;
  readonly bytesPerCase: number;
}

const TENTHS = 10;
const MB = 1024 * 1024;

/** Plays `messages` through a town; needs --expose-gc for the heap to mean anything. */
export async function soak(town: Town, messages: number): Promise<SoakFigures> {
  const bot = await soakedBot();
  await bot.play(meetings(town));
  const heapMB: number[] = [];
  const perSecond: number[] = [];
  const before = await bot.size();
  const events = talk(town, messages);
  const each = Math.floor(messages / TENTHS);
  for (let tenth = 0; tenth < TENTHS; tenth += 1) {
    const started = performance.now();
    await bot.play(take(events, each));
    perSecond.push(Math.round(each / ((performance.now() - started) / 1000)));
    heapMB.push(round(heap() / MB, 1));
  }
  const figures = { heapMB, perSecond, ...(await growth(bot, { messages: each * TENTHS, before })) };
  await bot.close();
  return {
    ...figures,
    slopeMBPer100k: round(slope(heapMB.slice(TENTHS / 2)) / (each / 100_000), 3),
    speedEndVsStart: round(sum(perSecond.slice(-2)) / sum(perSecond.slice(1, 3))),
  };
}

async function growth(bot: SoakedBot, { messages, before }: { messages: number; before: number }) {
  await bot.app.flush();
  const { cases } = await bot.store.runTotals(Infinity);
  const grown = (await bot.size()) - before;
  return {
    messages,
    cases,
    databaseMB: round(grown / MB, 2),
    bytesPerMessage: round(grown / messages, 1),
    bytesPerCase: cases === 0 ? 0 : Math.round(grown / cases),
  };
}

function* take(events: Iterator<TownEvent>, most: number): Generator<TownEvent> {
  for (let taken = 0; taken < most; taken += 1) {
    const { value, done } = events.next();
    if (done === true) return;
    yield value;
  }
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

/** Rise per step of evenly spaced values, by least squares. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = sum(values) / values.length;
  const above = sum(values.map((value, index) => (index - middle) * (value - mean)));
  return above / sum(values.map((_, index) => (index - middle) ** 2));
}
