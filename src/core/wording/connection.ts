import type { Breakage, ConnectionState, LoginWait } from '../connection/state.js';
import { type Instant, MINUTE } from '../model/instant.js';

/** What the operator reads when the connection changes: what it is, what to do. */
export function connectionText(state: ConnectionState, now: Instant): string {
  switch (state.kind) {
    case 'starting':
      return '正在连接网关。';
    case 'connected':
      return '已登录,正常收发消息。';
    case 'waiting-for-login':
      return WAITING[state.why];
    case 'broken':
      return BROKEN[state.why];
    case 'deaf':
      return '网关接受了连接,却什么也不发来:多半是同一个令牌正在别处使用。请停掉那一个程序,停掉后这里会自己恢复。';
    case 'refused':
      return '网关不认这个令牌(填错了,或已经过期):请向服务商核对 WECHATY_PUPPET_SERVICE_TOKEN,改了 .env 要重新启动。';
    case 'cut-off':
      return `平台限制了发言,先停${minutesUntil(state.until, now)}分钟再试,重启也不会提前;消息照常看,要说的话先存着。请这段时间不要用这个账号大量发言。`;
    case 'stopped':
      return '已停止。';
  }
}

const WAITING: Readonly<Record<LoginWait, string>> = {
  scan: '网关已连上,等待登录:请用手机扫终端里的二维码。',
  'verify-code': '登录要验证码:请把手机上看到的验证码输进终端或管理页面。',
  'logged-out': '账号退出了登录:请在手机上看原因,再重新扫码。这期间听不到消息,要说的话先存着。',
  silent: '网关已连上,但账号没有登录:请到网关或服务商的后台看账号状态。',
};

const BROKEN: Readonly<Record<Breakage, string>> = {
  unreachable:
    '连不上网关:请检查网络、WECHATY_PUPPET_SERVICE_ENDPOINT 的地址,以及网关是否在运行。会一直重试。',
  insecure:
    '连到了网关,但两边的加密设置不一样:网关不用 TLS 时请设 WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT=true,用 TLS 时请去掉它,再重新启动。',
  dropped: '和网关的连接断了,正在重连。',
  silent: '网关没有回应,可能卡住了,正在重连。',
  failed: '和网关的连接出错了,正在重连。看上面的 wechaty error。',
};

/** Told once where a platform hands its ids out anew at each login. */
export const FLEETING_IDS =
  '这个接入方式每次登录都会换掉群和成员的编号:记过、禁入名单和名片提醒都带不到下一次登录,所以不记过,只提醒和请示。要长期使用,请换编号不变的接入方式(PadLocal、企业微信)。';

function minutesUntil(until: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((until - now) / MINUTE));
}
