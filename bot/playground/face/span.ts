import { DAY, HOUR, MINUTE } from '../../../src/core/model/instant.js';
import { BadLine, type Span } from './order.js';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:分钟?|m(?:in(?:ute)?s?)?)$/u, MINUTE],
  [/^(?:小?时|钟头|h(?:ours?)?)$/u, HOUR],
  [/^(?:天|日|d(?:ays?)?)$/u, DAY],
  [/^(?:周|星期|w(?:eeks?)?)$/u, 7 * DAY],
];

const MOST_DAYS = 400;

/** Reads `+1天`, `+8小时30分钟`, `+2h`, `23:00`. */
export function parseSpan(text: string): Span {
  const clock = /^(?:到\s*)?(\d{1,2})[::](\d{2})$/u.exec(text);
  if (clock !== null) return until(Number(clock[1]), Number(clock[2]), text);
  const compact = text.replace(/^[++]/u, '').replaceAll(/\s/gu, '').toLowerCase();
  if (!/^(?:\d{1,4}[^\d]+)+$/u.test(compact)) throw notTime(text);
  let ms = 0;
  for (const [, count, unit] of compact.matchAll(/(\d+)([^\d]+)/gu))
    ms += Number(count) * unitOf(unit ?? '', text);
  if (ms > MOST_DAYS * DAY) throw new BadLine(`一次最多过 ${MOST_DAYS} 天。`);
  return { kind: 'by', ms };
}

function unitOf(word: string, text: string): number {
  const unit = UNITS.find(([pattern]) => pattern.test(word));
  if (unit === undefined) throw notTime(text);
  return unit[1];
}

function until(hour: number, minute: number, text: string): Span {
  if (hour > 23 || minute > 59) throw notTime(text);
  return { kind: 'until', hour, minute };
}

function notTime(text: string): BadLine {
  return new BadLine(`看不懂时间“${text}”。请这样写:时间 +1天,时间 +8小时,时间 23:00`);
}
