import type { Instant } from '../core/model/instant.js';
import { EVENT_TYPES, replayEvent, type ReplayEvent } from './event.js';

/** A line of a replay file, understood; or what is wrong with it, as a Chinese sentence without the place. */
export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: ReplayEvent; readonly at: Instant }
  | { readonly kind: 'wrong'; readonly reason: string };

/** ISO 8601 with seconds and an offset or Z; a time without an offset would mean another instant on another machine. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/u;

export function parseEvent(value: unknown): ParsedEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'wrong', reason: '这一行不是 JSON 对象;每行写一个事件' };
  }
  const type: unknown = Reflect.get(value, 'type');
  if (typeof type !== 'string' || !EVENT_TYPES.includes(type)) {
    return { kind: 'wrong', reason: `type 不认识;可写:${EVENT_TYPES.join('、')}` };
  }
  const checked = replayEvent.safeParse(value);
  if (!checked.success) return { kind: 'wrong', reason: reasonOf(type, checked.error.issues[0]?.path ?? []) };
  const at = TIME.test(checked.data.at) ? Date.parse(checked.data.at) : Number.NaN;
  if (Number.isNaN(at))
    return { kind: 'wrong', reason: 'at 不是带时区的 ISO 8601 时间;写成 2026-03-02T09:00:00+08:00' };
  return { kind: 'event', event: checked.data, at };
}

function reasonOf(type: string, path: readonly PropertyKey[]): string {
  return `${type} 事件缺少 ${path.map(String).join('.')},或它的写法不对;请对照 docs/replay.md`;
}
