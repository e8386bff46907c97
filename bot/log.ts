import pino from 'pino';
import type { Log } from '../src/ports.js';

/** Wechaty's error texts can hold the token; names and texts never belong in a log. */
const REDACT = ['token', '*.token', 'text', '*.text', 'name', '*.name', 'card', '*.card'];

/** The structured log, on stderr: stdout belongs to answers. `QUNSHAO_LOG` sets the level. */
export function createLog(level: string | undefined, quiet: string): Log {
  const known = level !== undefined && Object.hasOwn(pino.levels.values, level) ? level : quiet;
  const logger = pino(
    { level: level === 'silent' ? 'silent' : known, redact: REDACT, base: null },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
