import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Signal } from '../../../src/core/connection/state.js';
import { lineFault } from './line-fault.js';

/** Who wants to know of a line. */
export interface LineWatcher {
  readonly tell: (signal: Signal) => void;
  /** The platform was heard of, whatever it said. */
  readonly alive: () => void;
}

/** wechaty-puppet `ScanStatus`: waiting, and the last code timed out. */
const ASKING: ReadonlySet<number> = new Set([2, 5]);

/** Tells what a puppet's own events say of the line. Answers how to stop watching. */
export function watchLine(puppet: Puppet, { tell, alive }: LineWatcher): () => void {
  let isDown = false;
  const login = (): void => {
    isDown = false;
    alive();
    tell({ kind: 'login' });
  };
  const logout = (): void => tell({ kind: 'logout' });
  const scan = ({ status }: { status: number }): void => {
    alive();
    if (ASKING.has(status)) tell({ kind: 'scan' });
  };
  const error = (fault: unknown): void => {
    const signal = lineFault(fault);
    if (signal === null) return;
    isDown = true;
    tell(signal);
  };
  // Wechaty mends a broken line by itself at times, and says nothing of it.
  const heard = (): void => (isDown && puppet.isLoggedIn ? login() : alive());
  puppet.on('login', login);
  puppet.on('logout', logout);
  puppet.on('scan', scan);
  puppet.on('error', error);
  puppet.on('heartbeat', heard);
  puppet.on('dong', alive);
  puppet.on('message', alive);
  if (puppet.isLoggedIn) login();
  return () => {
    puppet.off('login', login);
    puppet.off('logout', logout);
    puppet.off('scan', scan);
    puppet.off('error', error);
    puppet.off('heartbeat', heard);
    puppet.off('dong', alive);
    puppet.off('message', alive);
  };
}
