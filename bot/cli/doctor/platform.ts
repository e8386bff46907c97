import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import type { Row } from '../../../src/core/wording/checkup.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const SERVICE = 'wechaty-puppet-service';
const FORK = '@juzi/wechaty';

function installed(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** The puppet that will be used: a service's token or address alone means the service's client; null: the playground. */
export function puppetOf(env: Environment): string | null {
  const named = env['WECHATY_PUPPET'] ?? '';
  if (named !== '') return named;
  const service = Object.keys(env).some((key) => key.startsWith('WECHATY_PUPPET') && env[key] !== '');
  return service ? SERVICE : null;
}

export function isService(puppet: string): boolean {
  return puppet === SERVICE || puppet === `${FORK}-puppet-service`;
}

/** The package of the puppet, and which SDK runs it. */
export function puppetRow(puppet: string | null, has: (name: string) => boolean = installed): Row {
  if (puppet === null) return PLATFORM.playground();
  const sdk = has(FORK) ? FORK : 'wechaty';
  const needed = sdk === FORK && puppet === SERVICE ? `${FORK}-puppet-service` : puppet;
  return has(needed) ? PLATFORM.puppet(needed, sdk) : PLATFORM.puppetMissing(needed);
}

/** A service's token is `name_rest`: what stands before the underscore is needed for TLS. It is never shown. */
export function tokenRow(env: Environment): Row {
  const token = env['WECHATY_PUPPET_SERVICE_TOKEN'] ?? '';
  if (token === '') return PLATFORM.tokenMissing();
  if (/[\s"'“”‘’]|[^\x20-\x7e]/u.test(token)) return PLATFORM.tokenPadded();
  return /^[A-Za-z][\w-]*_[\w-]{8,}$/u.test(token) ? PLATFORM.token(token.length) : PLATFORM.tokenOdd();
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `host:port`; null where it is neither. */
export function addressOf(endpoint: string): Address | null {
  const [, bracketed, plain, digits = ''] =
    /^(?:\[([^\]]+)\]|([^\s:/]+)):(\d{1,5})$/u.exec(endpoint.trim()) ?? [];
  const host = bracketed ?? plain ?? '';
  const port = Number(digits);
  return host === '' || port < 1 || port > 65_535 ? null : { host, port };
}

export const ENDPOINT = 'WECHATY_PUPPET_SERVICE_ENDPOINT';
export const NO_TLS = 'WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT';

/** Without TLS token and messages go in the clear: on one machine or inside a network of one's own that is no matter. */
export function clearRow({ host }: Address, env: Environment): Row | null {
  if (env[NO_TLS] !== 'true' || isPrivate(host)) return null;
  return PLATFORM.clear(host);
}

/** By address only; a name is taken for public unless it is the machine itself. */
function isPrivate(host: string): boolean {
  if (isIP(host) === 0) return host === 'localhost';
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd])/u.test(host);
}
