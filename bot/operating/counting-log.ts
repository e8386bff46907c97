import type { Log } from '../../src/ports.js';
import type { Instruments } from './instruments.js';

/** Messages of the log are constants of this program; should one ever vary, it is counted as `other`. */
const MOST_MESSAGES = 100;

/** The log, with warnings and errors counted by their message. */
export function countingLog(log: Log, { logged }: Instruments): Log {
  const known = new Set<string>();
  const count = (level: 'warn' | 'error', message: string): void => {
    if (known.size < MOST_MESSAGES) known.add(message);
    logged.inc({ level, message: known.has(message) ? message : 'other' });
  };
  return {
    info: (fields, message) => log.info(fields, message),
    warn(fields, message) {
      count('warn', message);
      log.warn(fields, message);
    },
    error(fields, message) {
      count('error', message);
      log.error(fields, message);
    },
  };
}
