import type { Outcome } from '../../src/core/model/outcome.js';

type Refused = Extract<Outcome, { kind: 'refused' }>['reason'];

/** The line was never opened: nothing can have been done. */
const NEVER_SENT = /ECONNREFUSED|no connection established|no grpc manager|no client|not logged in/iu;
/** Platforms name their refusals in words only (puppet-padlocal#35: "wechat bad request error" for want of a right). */
const REASONS: readonly (readonly [RegExp, Refused])[] = [
  [/WorkproErrorCode:? ?20001|feature temporarily unavailable|操作过于频繁|操作太频繁|发送频率/iu, 'cut-off'],
  [/not (?:a )?member|not in (?:the|this) (?:room|group)|not found|no such|不在群|不存在/iu, 'gone'],
  [/unsupported|not supported|not implemented|is not a function/iu, 'unsupported'],
  [
    /permission|no right|not (?:the |an? )?(?:owner|admin|friend)|only (?:the )?owner|bad request|没有权限|无权|非群主/iu,
    'no-right',
  ],
];

export function reasonOf(detail: string): Refused {
  if (NEVER_SENT.test(detail)) return 'offline';
  return REASONS.find(([pattern]) => pattern.test(detail))?.[1] ?? 'failed';
}

/** The line broke, or nothing was heard in time: the platform may have obeyed. */
const LOST =
  /UNAVAILABLE|CANCELLED|DEADLINE_EXCEEDED|RST_STREAM|ECONNRESET|EPIPE|ETIMEDOUT|socket hang up|connection dropped|did not answer in time/iu;

/** Whether it cannot be known if the platform did what it was asked. */
export function isAnswerLost(detail: string): boolean {
  return LOST.test(detail) && !NEVER_SENT.test(detail);
}
