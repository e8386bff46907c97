import { describe, expect, it } from 'vitest';
import { aWeek, BUSY_WEEK, NOTHING_OPEN } from '../../../bot/wording/examples/week.js';
import { failures } from '../../../src/core/digest/totals.js';
import { DAY } from '../../../src/core/model/instant.js';
import { digestSvg } from '../../../src/core/wording/digest-picture.js';
import { digestText } from '../../../src/core/wording/digest.js';
import { limitTexts } from '../../../src/core/wording/digest-limits.js';
import { NOW } from '../../builders/model.js';

const GOOD = { recalled: 1, upheld: 2, mended: 3, submitted: 1 };

describe('what the platform never allows', () => {
  it.each<{ name: string; limits: Readonly<Record<string, number>>; want: readonly string[] }>([
    { name: 'nothing', limits: {}, want: [] },
    {
      name: 'a recall',
      limits: { recall: 2 },
      want: ['平台不让我撤回别人的消息(2次):请您长按那条消息撤回或删除'],
    },
    {
      name: 'words that did not reach somebody are one',
      limits: { request: 1, tell: 2 },
      want: ['私聊送不到3次:请对方先加我为好友'],
    },
    {
      name: 'a name that every object has',
      limits: { constructor: 1 },
      want: ['私聊送不到1次:请对方先加我为好友'],
    },
  ])('$name', ({ limits, want }) => {
    expect(limitTexts({ limits })).toEqual(want);
  });

  it('is no failure, and a week with nothing else is quiet', () => {
    expect(failures({ failed: 3, limits: { recall: 3 } })).toBe(0);
    expect(failures({ failed: 3, limits: { recall: 1 } })).toBe(2);
    expect(digestText(aWeek({ failed: 1, limits: { recall: 1 } }))).toContain('一切正常');
  });
});

describe('the lines by category', () => {
  it.each([
    { name: 'no case: no line', reviews: 0, byCategory: {}, want: null },
    {
      name: 'each case of one kind',
      reviews: 3,
      byCategory: { insult: 1, privacy: 2 },
      want: '分类:泄露个人信息2,人身攻击1',
    },
    {
      name: 'a case of two kinds stands in both, and that is said',
      reviews: 2,
      byCategory: { insult: 1, privacy: 2 },
      want: '分类(一件可能算在几类里):泄露个人信息2,人身攻击1',
    },
  ])('$name', ({ reviews, byCategory, want }) => {
    const week = aWeek({ reviews, byCategory });
    const line = digestText(week)
      .split('\n')
      .find((one) => one.startsWith('分类'));
    expect(line ?? null).toBe(want);
    expect(digestSvg(week).includes('一件可能算在几类里')).toBe(want?.includes('几类') ?? false);
  });
});

describe('the text of a week', () => {
  it('tells good conduct only where the owner wants it, and names nobody', () => {
    expect(digestText(aWeek({ violations: 1, good: GOOD }))).not.toContain('做得好的');
    expect(digestText(aWeek({ violations: 1, good: GOOD, praise: 'on' }))).toContain(
      '做得好的:按提醒改好名片3张,听劝及时撤回1条,举报属实2件,投稿通过1篇',
    );
  });

  it('tells requests and complaints with their age', () => {
    const open = {
      ...NOTHING_OPEN,
      requests: 3,
      complaints: 1,
      oldestRequestAt: NOW - 4 * DAY,
      oldestComplaintAt: NOW - 2 * DAY,
    };
    expect(digestText(aWeek({ open }))).toContain('3件待您定夺(最久等了4天),其中举报1件(最久等了2天)');
  });

  it('tells which rules fell back to asking, and the way back', () => {
    expect(digestText(BUSY_WEEK)).toContain('“违禁词”常被撤销,现在只请您看;恢复:/规则 违禁词 执行');
  });

  it('does not show the owner what lies with the organisation', () => {
    const week = aWeek({ open: { ...NOTHING_OPEN, above: 1 } });
    expect(digestText(week)).toBe('“分会群”本周一切正常:0条消息,0次处理。');
  });
});
