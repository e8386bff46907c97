/** When something falls due: every day, or on one weekday (1 Monday … 7 Sunday), at a wall-clock time. */
export interface DueTime {
  readonly weekday: number | null;
  readonly hour: number;
  readonly minute: number;
}

const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LONG = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const CHINESE = ['一', '二', '三', '四', '五', '六', '日'];
const EVERY_DAY = ['daily', '每天', '每日'];

/** What may be written, for messages to people. */
export const DUE_TIME_FORM = '“Mon 09:00”“周一 09:00”或“daily 09:00”';

function weekdayOf(word: string): number | null | undefined {
  if (EVERY_DAY.includes(word)) return null;
  const chinese = word.replace(/^(?:周|星期|礼拜)(.)$/u, '$1').replace('天', '日');
  const lists = chinese === word ? [ENGLISH, LONG] : [CHINESE];
  const index = lists.map((list) => list.indexOf(chinese)).find((found) => found >= 0);
  return index === undefined ? undefined : index + 1;
}

/** A due time as people say it: 周一 09:00, 每天 09:00; as it was written where it cannot be read. */
export function dueTimeText(expression: string): string {
  const due = parseDueTime(expression);
  if (due === null) return expression;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = due.weekday === null ? '每天' : `周${CHINESE[due.weekday - 1] ?? ''}`;
  return `${day} ${two(due.hour)}:${two(due.minute)}`;
}

/** Reads `Mon 09:00`, `周一 09:00`, `daily 09:00`; null where it is none of them. */
export function parseDueTime(expression: string): DueTime | null {
  const match = /^(\S+?)\s*(\d{1,2})[:\uff1a](\d{2})$/u.exec(expression.trim().toLowerCase());
  if (match === null) return null;
  const [, word = '', hour, minute] = match;
  const weekday = weekdayOf(word);
  const time = { hour: Number(hour), minute: Number(minute) };
  if (weekday === undefined || time.hour > 23 || time.minute > 59) return null;
  return { weekday, ...time };
}
