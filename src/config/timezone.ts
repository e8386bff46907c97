import { isTimezone } from '../core/policy/localtime.js';
import { nearest } from './nearest.js';

// People look for the capital; the zone is named after Shanghai. By spelling alone Beirut would be proposed.
const CHINA = new Set([
  'asia/beijing',
  'beijing',
  'china',
  '北京',
  '北京时间',
  'utc+8',
  'gmt+8',
  '+08:00',
  '+8',
]);

/** What is wrong with a time zone, as a Chinese clause; null where nothing is. */
export function timezoneProblem(name: string): string | null {
  if (isTimezone(name)) return null;
  const like = CHINA.has(name.toLowerCase())
    ? 'Asia/Shanghai'
    : nearest(name, Intl.supportedValuesOf('timeZone'));
  return `没有这个时区${like === null ? ':写成 Asia/Shanghai 这样的名字' : `:是不是想写 ${like}?`}`;
}
