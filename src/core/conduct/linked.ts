import type { Message } from '../model/message.js';

/** What a message leads to besides its words. */
export interface Linked {
  readonly kind: 'link' | 'mini-program' | 'contact-card' | 'invitation';
  /** Lower case, without port; null where none is known. */
  readonly host: string | null;
  /** The address, title or name, as it stands in the message. */
  readonly shown: string;
}

const ADDRESS = /(?:https?:\/\/|(?=www\.))([\p{L}\p{N}.-]{1,253})(?::\d+)?(?:\/[^\s，。！）)]*)?/iu;
const INVITATION = /^(?:邀请你加入群聊|群聊邀请|“.{1,40}”邀请你加入群聊)/u;
const INVITING =
  /(?:^|\/\/)(?:weixin\.qq\.com\/g\/|u\.wechat\.com\/g|work\.weixin\.qq\.com\/(?:gm|join)\/)/iu;

/** Null for what leads nowhere: most messages. */
export function linkedBy(message: Message): Linked | null {
  const { kind, url, title, text } = message;
  const name = title ?? '';
  if (kind === 'mini-program') return { kind, host: null, shown: name };
  if (kind === 'contact-card') return { kind, host: null, shown: name === '' ? text : name };
  if (kind === 'link' || url !== null) return linkOf(url ?? '', name);
  // Cheap for the many that hold none.
  if (!text.includes('://') && !/www\./iu.test(text)) return null;
  const found = ADDRESS.exec(text);
  return found === null ? null : linkOf(found[0], found[0]);
}

function linkOf(url: string, shown: string): Linked {
  const host = ADDRESS.exec(url)?.[1]?.toLowerCase() ?? null;
  const isInvitation = INVITING.test(url) || INVITATION.test(shown);
  return { kind: isInvitation ? 'invitation' : 'link', host, shown: shown === '' ? url : shown };
}

/** Whether a host is one of the domains or below one. An empty list holds nothing. */
export function isOfDomains(host: string | null, domains: readonly string[]): boolean {
  return host !== null && domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Mini-programs that everybody's groups use; matched at the head of the title or name. */
const COMMON_PROGRAMS =
  /^(?:群?接龙|快团团接龙|腾讯(?:文档|会议|问卷|地图)|问卷星|金山文档|石墨文档|WPS|群(?:相册|投票|报名|打卡)|小打卡|班级小管家|高德地图|百度地图|滴滴出行|铁路12306|航旅纵横|学习强国|国家政务服务平台|粤省事|鄂汇办|微信(?:运动|读书|支付)|同程旅行|哈啰|美团|饿了么|顺丰|菜鸟|天气|网易云音乐|QQ音乐|喜马拉雅|腾讯视频|微信指数|二十四节气)/u;

export function isCommonProgram(title: string): boolean {
  return COMMON_PROGRAMS.test(title.trim().replace(/^\[小程序\]\s*/u, ''));
}
