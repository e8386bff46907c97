import { type Knocked, knock } from '../../wechaty/connection/knock.js';
import { reachable, speaksTls } from './line.js';
import { type Address, addressOf, clearRow, ENDPOINT, type Environment, NO_TLS } from './platform.js';
import { bad, care, good, type Row } from './row.js';

const AREA = '网关';
const DEFAULT_AUTHORITY = 'api.chatie.io';
const DISCOVERY_PORT = 443;
const CHECK = '请检查网络、防火墙、地址和端口,以及网关是否在运行';

/** The gateway step by step: an address, somebody there, the same encryption, the token known, the account logged in. */
export async function gatewayRows(env: Environment, limitMs: number): Promise<readonly Row[]> {
  const endpoint = (env[ENDPOINT] ?? '').trim();
  if (endpoint === '') return discovered(env, limitMs);
  const address = addressOf(endpoint);
  if (address === null)
    return [bad(AREA, `${ENDPOINT} 读不懂`, '请写成 主机:端口,如 127.0.0.1:8788,前面不加 http://')];
  if (!(await reachable(address))) return [bad(AREA, `${endpoint} 连不上`, CHECK)];
  const mismatch = await encryptionRow(address, env);
  if (mismatch !== null) return [mismatch];
  const clear = clearRow(address, env);
  return [
    good(AREA, `${endpoint} 连得上`),
    ...(clear === null ? [] : [clear]),
    await loginRow(env, endpoint, limitMs),
  ];
}

/** Without an address the token leads to it, by way of a service that has to be reached first. */
async function discovered(env: Environment, limitMs: number): Promise<readonly Row[]> {
  const authority = env['WECHATY_PUPPET_SERVICE_AUTHORITY'] ?? DEFAULT_AUTHORITY;
  const { host, port } = addressOf(authority) ?? { host: authority, port: DISCOVERY_PORT };
  if (!(await reachable({ host, port })))
    return [bad(AREA, `没有写 ${ENDPOINT},而查地址的 ${authority} 连不上`, `请检查网络,或写上 ${ENDPOINT}`)];
  return [good(AREA, `地址由 ${authority} 按令牌查`), await loginRow(env, null, limitMs)];
}

async function encryptionRow(address: Address, env: Environment): Promise<Row | null> {
  const isOff = env[NO_TLS] === 'true';
  const tls = await speaksTls(address);
  if (tls === null || tls === !isOff) return null;
  return tls
    ? bad('加密', '网关用 TLS,这边关掉了', `请去掉 ${NO_TLS}`)
    : bad('加密', '网关不用 TLS,这边却用', `请设 ${NO_TLS}=true,或让网关用 TLS`);
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
  const area = '登录';
  switch (answer) {
    case 'logged-in':
      return good(area, '网关认这个令牌,账号已登录');
    case 'scan':
      return care(area, '账号还没有登录', '启动机器人后,请用手机扫终端里的二维码');
    case 'no-login':
      return care(
        area,
        '网关认这个令牌,账号还没有登录',
        '启动机器人后会要求登录;已经登录过的,请到网关后台看账号状态',
      );
    case 'silent':
    case 'taken':
      return bad(
        area,
        '网关接了连接却不说话,多半是同一个令牌正在别处使用',
        '请停掉别处的程序;就是这个机器人在运行的话,不用管',
      );
    case 'refused':
      return bad(area, '网关不认这个令牌', '请向服务商核对 WECHATY_PUPPET_SERVICE_TOKEN');
    case 'insecure':
      return bad(area, '证书对不上', '请核对 WECHATY_PUPPET_SERVICE_TLS_CA_CERT 和令牌的前缀');
    case 'unreachable':
      return bad(area, '网关没有回应', CHECK);
  }
}
