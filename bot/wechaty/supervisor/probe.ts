import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import { within } from '../queue.js';
import { wait } from './patience.js';

/** What is known of a platform's manners, over all lines to it. */
export interface Manners {
  /** It answers a ding by a dong. Where it never did, silence after a ding says nothing. */
  dongs: boolean;
}

interface Asking {
  readonly manners: Manners;
  readonly answerMs: number;
  /** Whether the platform was heard of since the question. */
  readonly heard: () => boolean;
}

/**
 * Asks a platform that has been silent for a sign of life. `ding` goes out by a call and comes back by the stream of events, so
 * that it shows both. False where nothing came in time.
 */
export async function isAlive(puppet: Puppet, { manners, answerMs, heard }: Asking): Promise<boolean> {
  if (!ding(puppet)) return false;
  const called = answersCall(puppet, answerMs);
  await pause(answerMs, heard);
  return heard() || (!manners.dongs && (await called));
}

/** False where there is no line to ask by. */
export function ding(puppet: Puppet): boolean {
  try {
    puppet.ding('qunshao');
    return true;
  } catch {
    return false;
  }
}

/** A call by itself: the puppet's own contact, past the cache. Before a login there is none to ask for. */
async function answersCall(puppet: Puppet, ms: number): Promise<boolean> {
  const ask: unknown = Reflect.get(puppet, 'contactRawPayload');
  if (!puppet.isLoggedIn || typeof ask !== 'function') return true;
  try {
    await within(Promise.resolve(Reflect.apply(ask, puppet, [puppet.currentUserId])), ms);
    return true;
  } catch (error) {
    return (
      !(error instanceof Error) ||
      !/UNAVAILABLE|CANCELLED|no grpc manager|NO CLIENT|in time/u.test(error.message)
    );
  }
}

/** Waits for the time, or less where the claim comes true before. */
async function pause(ms: number, claim: () => boolean): Promise<void> {
  for (let look = 0; look < LOOKS && !claim(); look += 1) {
    await new Promise<void>((resolve) => void wait(ms / LOOKS, resolve));
  }
}

/** How often it is looked whether the answer is there. */
const LOOKS = 4;
