import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './fault.js';

/** One call by which Wechaty asked the puppet to act. `args` are plain data; of a file the name and the size in bytes. */
export interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Runs a puppet method with the next fault armed for it, if any. */
export async function withFault<T>(
  faults: Faults,
  method: string,
  perform: () => T | Promise<T>,
): Promise<T> {
  const fault = faults.takeCall(method);
  if (fault === null) return perform();
  if (fault.kind === 'delay') {
    await sleep(fault.ms);
    return perform();
  }
  if (fault.when === 'after') await perform();
  throw new Error(fault.error);
}
