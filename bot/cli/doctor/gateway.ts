import { type Knocked, knock } from '../../wechaty/connection/knock.js';
import { reachable, speaksTls } from './line.js';
import { type Address, addressOf, clearRow, ENDPOINT, type Environment, NO_TLS } from './platform.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import type { Row } from '../../../src/core/wording/checkup.js';

const DEFAULT_AUTHORITY = 'api.chatie.io';
const DISCOVERY_PORT = 443;

/** The gateway step by step: an address, somebody there, the same encryption, the token known, the account logged in. */
export async function gatewayRows(env: Environment, limitMs: number): Promise<readonly Row[]> {
  const endpoint = (env[ENDPOINT] ?? '').trim();
  if (endpoint === '') return discovered(env, limitMs);
  const address = addressOf(endpoint);
  if (address === null) return [PLATFORM.gatewayUnread()];
  if (!(await reachable(address))) return [PLATFORM.gatewayAway(endpoint)];
  const mismatch = await encryptionRow(address, env);
  if (mismatch !== null) return [mismatch];
  const clear = clearRow(address, env);
  return [
    PLATFORM.gateway(endpoint),
    ...(clear === null ? [] : [clear]),
    await loginRow(env, endpoint, limitMs),
  ];
}

/** Without an address the token leads to it, by way of a service that has to be reached first. */
async function discovered(env: Environment, limitMs: number): Promise<readonly Row[]> {
  const authority = env['WECHATY_PUPPET_SERVICE_AUTHORITY'] ?? DEFAULT_AUTHORITY;
  const { host, port } = addressOf(authority) ?? { host: authority, port: DISCOVERY_PORT };
  if (!(await reachable({ host, port }))) return [PLATFORM.discoveryAway(authority)];
  return [PLATFORM.gatewayByToken(authority), await loginRow(env, null, limitMs)];
}

async function encryptionRow(address: Address, env: Environment): Promise<Row | null> {
  const isOff = env[NO_TLS] === 'true';
  const tls = await speaksTls(address);
  if (tls === null || tls === !isOff) return null;
  return tls ? PLATFORM.tlsThere() : PLATFORM.tlsHere();
}

async function loginRow(env: Environment, endpoint: string | null, limitMs: number): Promise<Row> {
  const answer = await knock({
    endpoint,
    authority: env['WECHATY_PUPPET_SERVICE_AUTHORITY'] ?? DEFAULT_AUTHORITY,
    token: env['WECHATY_PUPPET_SERVICE_TOKEN'] ?? '',
    tls: env[NO_TLS] === 'true' ? 'off' : 'on',
    ca: env['WECHATY_PUPPET_SERVICE_TLS_CA_CERT']?.replaceAll('\\n', '\n') ?? null,
    limitMs,
  });
  return rowOf(answer);
}

function rowOf(answer: Knocked): Row {
  switch (answer) {
    case 'logged-in':
      return PLATFORM.loggedIn();
    case 'scan':
      return PLATFORM.scan();
    case 'no-login':
      return PLATFORM.noLogin();
    case 'silent':
    case 'taken':
      return PLATFORM.taken();
    case 'refused':
      return PLATFORM.refused();
    case 'insecure':
      return PLATFORM.certificate();
    case 'unreachable':
      return PLATFORM.noAnswer();
  }
}
