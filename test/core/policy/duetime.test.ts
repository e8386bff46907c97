import { expect, it } from 'vitest';
import { dueTimeText, parseDueTime } from '../../../src/core/policy/duetime.js';

it.each([
  { typed: '', want: null, says: '' },
  { typed: '09:00', want: null, says: '09:00' },
  { typed: 'Mon', want: null, says: 'Mon' },
  { typed: 'Mon 09:00', want: { weekday: 1, hour: 9, minute: 0 }, says: '周一 09:00' },
  { typed: ' sunday  7:05 ', want: { weekday: 7, hour: 7, minute: 5 }, says: '周日 07:05' },
  { typed: 'WEDNESDAY 23:59', want: { weekday: 3, hour: 23, minute: 59 }, says: '周三 23:59' },
  { typed: '周六18：30', want: { weekday: 6, hour: 18, minute: 30 }, says: '周六 18:30' },
  { typed: '星期天 08:00', want: { weekday: 7, hour: 8, minute: 0 }, says: '周日 08:00' },
  { typed: '礼拜二 08:00', want: { weekday: 2, hour: 8, minute: 0 }, says: '周二 08:00' },
  { typed: 'daily 00:00', want: { weekday: null, hour: 0, minute: 0 }, says: '每天 00:00' },
  { typed: '每天 12:00', want: { weekday: null, hour: 12, minute: 0 }, says: '每天 12:00' },
  { typed: '每日 12:00', want: { weekday: null, hour: 12, minute: 0 }, says: '每天 12:00' },
  { typed: 'Mon 24:00', want: null, says: 'Mon 24:00' },
  { typed: 'Mon 09:60', want: null, says: 'Mon 09:60' },
  { typed: 'Mon 09:0', want: null, says: 'Mon 09:0' },
  { typed: 'Mon 09:000', want: null, says: 'Mon 09:000' },
  { typed: 'Mon 009:00', want: null, says: 'Mon 009:00' },
  { typed: 'x Mon 09:00', want: null, says: 'x Mon 09:00' },
  { typed: '一 09:00', want: null, says: '一 09:00' },
  { typed: '周mon 09:00', want: null, says: '周mon 09:00' },
  { typed: '周一二 09:00', want: null, says: '周一二 09:00' },
  { typed: '周八 09:00', want: null, says: '周八 09:00' },
])('“$typed” is due as it says', ({ typed, want, says }) => {
  expect(parseDueTime(typed)).toEqual(want);
  expect(dueTimeText(typed)).toBe(says);
});
