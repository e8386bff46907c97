import { expect, it } from 'vitest';
import { parseActivity } from '../../../src/core/command/activity.js';
import { NOW } from '../../builders/model.js';

const ZONE = 'Asia/Shanghai';

it.each([
  { name: 'nothing', text: '', want: null },
  { name: 'a title alone', text: '秋季登山', want: null },
  { name: 'a date alone', text: '10月17日', want: null },
  { name: 'an evening', text: '秋季登山 10月17日', want: '秋季登山 2026-10-17T22:00' },
  { name: 'an hour', text: '读书会 3月15日 18:30', want: '读书会 2026-03-15T18:30' },
  { name: 'a date in full', text: '返校聚会 至 2026-10-18', want: '返校聚会 2026-10-18T22:00' },
  { name: 'from one day to another', text: '返校聚会 10月17日至10月18日', want: '返校聚会 2026-10-18T22:00' },
  { name: 'a day gone by is one of next year', text: '春游 2月20日', want: '春游 2027-02-20T22:00' },
  { name: 'a year gone by is none', text: '春游 2025-02-20', want: null },
  { name: 'no such day', text: '春游 2月30日', want: null },
  { name: 'no such hour', text: '春游 4月3日 25:00', want: null },
])('$name: $want', ({ text, want }) => {
  const read = parseActivity(text, NOW, ZONE);
  const local = read === null ? '' : new Date(read.endsAt + 8 * 3_600_000).toISOString().slice(0, 16);
  expect(read === null ? null : `${read.title} ${local}`).toBe(want);
});
