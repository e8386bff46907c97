import { EventEmitter } from 'node:events';
import type { Wechaty } from 'wechaty';
import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';

/** Stopping waits for answers that may never come. */
const STOP_MS = 5000;

/** What a bot that is done with still says. */
const nothing = (): void => undefined;

/**
 * Lets go of a bot whose line is broken, for good: it is not heard any more, and nothing of it is kept. The service's client
 * is cut off first, because its own `stop` asks the gateway to stop the account: an order that would reach a gateway which
 * has come back, or another client's.
 */
export async function hangUp(bot: Wechaty): Promise<void> {
  const puppet = puppetOf(bot);
  if (puppet !== null) cutLine(puppet);
  await stopBot(bot);
}

/** Stops a bot as the platform expects it, and then lets go of it. */
export async function stopBot(bot: Wechaty): Promise<void> {
  silence(bot);
  const puppet = puppetOf(bot);
  await Promise.race([bot.stop().catch(nothing), after(STOP_MS)]);
  if (puppet === null) return;
  cutLine(puppet);
  silence(puppet);
}

/** Nobody hears it any more. Without a listener an error would end the process. */
function silence(speaker: unknown): void {
  if (!(speaker instanceof EventEmitter)) return;
  speaker.removeAllListeners();
  speaker.on('error', nothing);
}

/** Wechaty throws where the puppet is asked for before there is one. */
export function puppetOf(bot: Wechaty): Puppet | null {
  try {
    return bot.puppet;
  } catch {
    return null;
  }
}

/** Other puppets than the service's client have no such line. */
function cutLine(puppet: Puppet): void {
  const manager: unknown = Reflect.get(puppet, '_grpcManager');
  if (typeof manager !== 'object' || manager === null) return;
  // Destroyed without being cancelled, the stream stays open on the gateway, which then gives no other one.
  call(Reflect.get(manager, 'eventStream'), 'cancel');
  call(manager, 'stopStream');
  call(manager, 'destroyClient');
}

function call(on: unknown, method: string): void {
  if (typeof on !== 'object' || on === null) return;
  const found: unknown = Reflect.get(on, method);
  if (typeof found === 'function') Reflect.apply(found, on, []);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
