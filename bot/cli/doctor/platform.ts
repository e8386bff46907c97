import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { bad, care, good, type Row } from './row.js';

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
  const area = '接入包';
  if (puppet === null) return good(area, '没有设置 WECHATY_PUPPET,将运行内置的演练群');
  const sdk = has(FORK) ? FORK : 'wechaty';
  const needed = sdk === FORK && puppet === SERVICE ? `${FORK}-puppet-service` : puppet;
  return has(needed)
    ? good(area, `${needed},经 ${sdk}`)
    : bad(area, `没有安装 ${needed}`, `请运行 npm install ${needed},或改正 WECHATY_PUPPET`);
}

/** A service's token is `name_rest`: what stands before the underscore is needed for TLS. It is never shown. */
export function tokenRow(env: Environment): Row {
  const area = '令牌';
  const name = 'WECHATY_PUPPET_SERVICE_TOKEN';
  const token = env[name] ?? '';
  if (token === '') return bad(area, `缺少 ${name}`, '请填服务商给的令牌(可写在 .env 里)');
  if (/[\s"'“”‘’]|[^\x20-\x7e]/u.test(token))
    return bad(area, `${name} 里有空格、引号或汉字`, '请只留令牌本身');
  if (!/^[A-Za-z][\w-]*_[\w-]{8,}$/u.test(token))
    return bad(
      area,
      `${name} 的样子不对`,
      '令牌是 puppet_服务名_一串字符(自建网关用 insecure_ 加 UUID),请整个复制',
    );
  return good(area, `有,${token.length} 个字符`);
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
  return care('加密', `到 ${host} 的连接没有加密,令牌和消息可能被看到`, `请让网关用 TLS,再去掉 ${NO_TLS}`);
}

/** By address only; a name is taken for public unless it is the machine itself. */
function isPrivate(host: string): boolean {
  if (isIP(host) === 0) return host === 'localhost';
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd])/u.test(host);
}
