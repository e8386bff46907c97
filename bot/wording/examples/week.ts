import type { PeriodCounts, WeekTotals } from '../../../src/core/digest/totals.js';
import { DAY } from '../../../src/core/model/instant.js';
import { NOW } from './model.js';

const ZONE = 'Asia/Shanghai';

const NO_COUNTS: PeriodCounts = {
  messages: 0,
  violations: 0,
  reviews: 0,
  warnings: 0,
  removals: 0,
  reversals: 0,
  failed: 0,
  limits: {},
  complaints: 0,
  published: 0,
  good: { recalled: 0, upheld: 0, mended: 0, submitted: 0 },
  byCategory: {},
  byRule: {},
  rules: {},
  mistaken: 0,
  joined: 0,
  left: 0,
};

export const NOTHING_OPEN = {
  requests: 0,
  cards: 0,
  actions: 0,
  oldestRequestAt: null,
  complaints: 0,
  oldestComplaintAt: null,
  above: 0,
};

/** A week in which nothing happened, but for what is given. */
export function aWeek(over: Partial<WeekTotals> = {}): WeekTotals {
  return {
    ...NO_COUNTS,
    groupId: 'g1',
    groupName: '分会群',
    timezone: ZONE,
    from: NOW - 7 * DAY,
    to: NOW,
    observed: false,
    praise: 'off',
    doubted: [],
    open: NOTHING_OPEN,
    ladder: [],
    days: [],
    previous: NO_COUNTS,
    ...over,
  };
}

/** A week in which there was something to tell. */
export const BUSY_WEEK = aWeek({
  messages: 862,
  violations: 3,
  reviews: 2,
  warnings: 2,
  removals: 1,
  failed: 6,
  byCategory: { advertising: 3, fraud: 1 },
  limits: { recall: 1, remove: 1, request: 2, tell: 1 },
  complaints: 2,
  published: 1,
  praise: 'on',
  doubted: ['prohibited'],
  good: { recalled: 1, upheld: 1, mended: 3, submitted: 1 },
  open: {
    requests: 2,
    cards: 2,
    actions: 1,
    oldestRequestAt: NOW - 3 * DAY,
    complaints: 1,
    oldestComplaintAt: NOW - 2 * DAY,
    above: 1,
  },
  ladder: [{ memberId: 'u5', name: '李雷', strikes: 2 }],
  previous: { ...NO_COUNTS, messages: 900, violations: 3 },
});
