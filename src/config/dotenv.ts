import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // No `.env` is the usual case; one that cannot be read sets nothing.
    return null;
  }
}

/** A copy of `env` with what a `.env` file adds. A variable that is set, even to nothing, stays as it is. */
export function withDotenv(env: Environment, path = '.env'): Environment {
  const text = readOrNull(path);
  if (text === null) return { ...env };
  const set = Object.entries(env).filter(([, value]) => value !== undefined);
  return { ...parseEnv(text), ...Object.fromEntries(set) };
}
