import { bad, care, good, type Row } from './checkup.js';

const CHECK = '请检查网络、防火墙、地址和端口,以及网关是否在运行';
const ENDPOINT = 'WECHATY_PUPPET_SERVICE_ENDPOINT';
const NO_TLS = 'WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT';
const TOKEN = 'WECHATY_PUPPET_SERVICE_TOKEN';
const WATCHING = '健康检查和指标';

/** What `qunshao doctor` says of the way to the platform, of a bot that runs already, and of what it serves and asks. */
export const PLATFORM = {
  playground: (): Row => good('接入包', '没有设置 WECHATY_PUPPET,将运行内置的演练群'),
  puppet: (name: string, sdk: string): Row => good('接入包', `${name},经 ${sdk}`),
  puppetMissing: (name: string): Row =>
    bad('接入包', `没有安装 ${name}`, `请运行 npm install ${name},或改正 WECHATY_PUPPET`),

  token: (length: number): Row => good('令牌', `有,${length} 个字符`),
  tokenMissing: (): Row => bad('令牌', `缺少 ${TOKEN}`, '请填服务商给的令牌(可写在 .env 里)'),
  tokenPadded: (): Row => bad('令牌', `${TOKEN} 里有空格、引号或汉字`, '请只留令牌本身'),
  tokenOdd: (): Row =>
    bad(
      '令牌',
      `${TOKEN} 的样子不对`,
      '令牌是 puppet_服务名_一串字符(自建网关用 insecure_ 加 UUID),请整个复制',
    ),

  gateway: (endpoint: string): Row => good('网关', `${endpoint} 连得上`),
  gatewayByToken: (authority: string): Row => good('网关', `地址由 ${authority} 按令牌查`),
  gatewayUnread: (): Row =>
    bad('网关', `${ENDPOINT} 读不懂`, '请写成 主机:端口,如 127.0.0.1:8788,前面不加 http://'),
  gatewayAway: (endpoint: string): Row => bad('网关', `${endpoint} 连不上`, CHECK),
  discoveryAway: (authority: string): Row =>
    bad('网关', `没有写 ${ENDPOINT},而查地址的 ${authority} 连不上`, `请检查网络,或写上 ${ENDPOINT}`),
  tlsThere: (): Row => bad('加密', '网关用 TLS,这边关掉了', `请去掉 ${NO_TLS}`),
  tlsHere: (): Row => bad('加密', '网关不用 TLS,这边却用', `请设 ${NO_TLS}=true,或让网关用 TLS`),
  clear: (host: string): Row =>
    care('加密', `到 ${host} 的连接没有加密,令牌和消息可能被看到`, `请让网关用 TLS,再去掉 ${NO_TLS}`),

  loggedIn: (): Row => good('登录', '网关认这个令牌,账号已登录'),
  scan: (): Row => care('登录', '账号还没有登录', '启动机器人后,请用手机扫终端里的二维码'),
  noLogin: (): Row =>
    care(
      '登录',
      '网关认这个令牌,账号还没有登录',
      '启动机器人后会要求登录;已经登录过的,请到网关后台看账号状态',
    ),
  taken: (): Row =>
    bad(
      '登录',
      '网关接了连接却不说话,多半是同一个令牌正在别处使用',
      '请停掉别处的程序;就是这个机器人在运行的话,不用管',
    ),
  refused: (): Row => bad('登录', '网关不认这个令牌', `请向服务商核对 ${TOKEN}`),
  certificate: (): Row => bad('登录', '证书对不上', '请核对 WECHATY_PUPPET_SERVICE_TLS_CA_CERT 和令牌的前缀'),
  noAnswer: (): Row => bad('登录', '网关没有回应', CHECK),

  running: (): Row => good('网关', '机器人正在这里运行,一切正常'),
  runningUnwell: (state: string): Row =>
    bad('网关', `机器人正在这里运行,但没有就绪:${state}`, '请看日志里最近的 connection 一行,它写着怎么办'),
  runningStandstill: (): Row =>
    bad(
      '数据库',
      '机器人正在这里运行,但记录写不进去,只看不管',
      '请看日志里 nothing can be recorded 一行,它写着原因和办法',
    ),

  watchingOff: (): Row => good(WATCHING, '没有打开(operating.listen)'),
  watching: (address: string): Row => good(WATCHING, address),
  watchingInUse: (): Row => good(WATCHING, '机器人正在用'),
  watchingTaken: (address: string): Row =>
    care(WATCHING, `${address} 正被占着`, '机器人在运行时会这样;没有运行就换一个端口'),
  watchingOpen: (address: string): Row =>
    care(WATCHING, `${address} 别的机器也能访问`, '请用防火墙限定只让监控的机器访问'),

  robot: (host: string): Row => good('组织的群机器人', `${host} 连得上(密钥对不对,要等第一次真的发送才知道)`),
  robotFails: (host: string, status: number): Row =>
    bad('组织的群机器人', `${host} 出错(HTTP ${status})`, '请过一会儿再看;一直这样请查对方的服务'),
  robotAway: (host: string): Row =>
    bad(
      '组织的群机器人',
      `连不上 ${host}`,
      '请检查网络、防火墙和 organisation.webhook(QUNSHAO_WEBHOOK)的地址',
    ),
} as const;
