import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Signal } from '../../../src/core/connection/state.js';
import { lineFault } from './line-fault.js';

/** Tells what a puppet's own events say of the connection. Answers how to stop watching. */
export function watchLine(puppet: Puppet, tell: (signal: Signal) => void): () => void {
  const login = (): void => tell({ kind: 'login' });
  const logout = (): void => tell({ kind: 'logout' });
  const scan = ({ status }: { status: number }): void => {
    if (ASKING.has(status)) tell({ kind: 'scan' });
  };
  const error = (fault: unknown): void => {
    const signal = lineFault(fault);
    if (signal !== null) tell(signal);
  };
  puppet.on('login', login);
  puppet.on('logout', logout);
  puppet.on('scan', scan);
  puppet.on('error', error);
  if (puppet.isLoggedIn) login();
  return () => {
    puppet.off('login', login);
    puppet.off('logout', logout);
    puppet.off('scan', scan);
    puppet.off('error', error);
  };
}

/** wechaty-puppet `ScanStatus`: waiting, and the last code timed out. */
const ASKING: ReadonlySet<number> = new Set([2, 5]);
