import type { Message } from '../model/message.js';

/** What a single message does to a group by its shape alone; null for nearly all. `start` and `end` bound it in the text. */
export interface Shape {
  readonly kind: 'mentions' | 'system-line' | 'crash';
  readonly start: number;
  readonly end: number;
}

/** So many people called by one message are a crowd. A table at a reunion has ten seats, the caller's own among them. */
export const CROWD = 10;

// Stacked marks as no script has them, and long runs of characters that nobody sees.
const STACKED = /[\p{M}]{9,}/u;
const UNSEEN = /[\p{Cf}\u{3164}\u{115f}\u{1160}\u{ffa0}\u{2800}]{20,}/u;
const MARK = /[\p{M}\p{Cf}]/gu;
const MOST_MARKS = 300;
/** Text of this length made of so few different characters is there to fill screens or to crash programs. */
const LONG = 2000;
const FEW = 12;
/** Below this length no text crashes anything or fills a screen. */
const SHORT = 20;

// Lines that the platform writes and no person does; the whole message, not talk that mentions them.
const SYSTEM_LINES: readonly RegExp[] = [
  /^["“”「]?.{1,24}["“”」]?\s?撤回了一条消息(?:\s*重新编辑)?$/u,
  /^["“”「]?.{1,24}["“”」]?\s?邀请\s?["“”「]?.{1,40}["“”」]?\s?加入了群聊。?$/u,
  /^["“”「]?.{1,24}["“”」]?\s?通过扫描["“”「]?.{1,24}["“”」]?\s?分享的二维码加入群聊$/u,
  /^你?(?:已被|被)["“”「]?.{0,24}["“”」]?\s?(?:管理员|群主)?移出(?:了)?群聊。?$/u,
  /^["“”「]?.{1,24}["“”」]?\s?(?:已成为新群主|修改群名为["“「].{1,40}["”」])$/u,
  /^[[【](?:系统|微信|微信团队|微信安全中心|腾讯)(?:消息|提示|通知|公告)[\]】]\s*[:：]?.{4,}$/u,
  /^(?:系统(?:消息|提示)|微信团队|微信安全中心)(?:提示|通知)?[:：].{4,}$/u,
  /^-{2,}\s*以[上下]是?(?:打招呼|历史|新)的?(?:内容|消息)\s*-{2,}$/u,
];
const MAY_BE_SYSTEM = /撤回|加入|群聊|新群主|群名|系统|微信|腾讯|以[上下]/u;

export function shapeOf(message: Message): Shape | null {
  const { text } = message;
  if (message.mentions.length >= CROWD) return { kind: 'mentions', start: 0, end: 0 };
  if (text.length < 6) return null;
  if (text.length >= SHORT) {
    const crash = crashOf(text);
    if (crash !== null) return crash;
  }
  return crowdIn(text) ?? systemLine(text);
}

function crashOf(text: string): Shape | null {
  const run = STACKED.exec(text) ?? UNSEEN.exec(text);
  if (run !== null) return { kind: 'crash', start: run.index, end: run.index + run[0].length };
  if (text.length < MOST_MARKS) return null;
  if ((text.match(MARK)?.length ?? 0) >= MOST_MARKS) return { kind: 'crash', start: 0, end: 0 };
  const isFiller = text.length >= LONG && new Set(text).size <= FEW;
  return isFiller ? { kind: 'crash', start: 0, end: 0 } : null;
}

/** Names called in the text where a platform does not say who is meant. */
function crowdIn(text: string): Shape | null {
  const first = text.indexOf('@');
  if (first < 0) return null;
  const called = text.match(/[@\uff20][^\s@\uff20]{1,24}(?=[\s\u2005@\uff20]|$)/gu) ?? [];
  return new Set(called).size >= CROWD ? { kind: 'mentions', start: first, end: text.length } : null;
}

function systemLine(text: string): Shape | null {
  if (text.length > 80 || !MAY_BE_SYSTEM.test(text)) return null;
  const line = text.trim();
  if (!SYSTEM_LINES.some((pattern) => pattern.test(line))) return null;
  const start = text.indexOf(line);
  return { kind: 'system-line', start, end: start + line.length };
}
