import { describe, expect, it } from 'vitest';
import { byNeed, needOf } from '../../../src/core/digest/organisation.js';
import { DAY } from '../../../src/core/model/instant.js';
import { organisationText } from '../../../src/core/wording/organisation-digest.js';
import { NOW } from '../../builders/model.js';
import { aWeek, NOTHING_OPEN } from '../../../bot/wording/examples/week.js';

const week = (groups: Parameters<typeof byNeed>[0]) => ({
  timezone: 'Asia/Shanghai',
  from: NOW,
  to: NOW + 7 * DAY,
  groups: byNeed(groups),
});
const open = { ...NOTHING_OPEN, requests: 1, oldestRequestAt: NOW };

describe('the week over all groups', () => {
  it('without groups, or where nothing happened, is one line', () => {
    expect(organisationText(week([]))).toBe('本周0个群一切正常:0条消息,0次处理。');
    expect(organisationText(week([aWeek({ messages: 5 })]))).toBe('本周1个群一切正常:5条消息,0次处理。');
  });

  it('puts first who needs somebody most', () => {
    const calm = aWeek({ groupId: 'a', groupName: '甲', messages: 900 });
    const busy = aWeek({ groupId: 'b', groupName: '乙', violations: 4 });
    const waiting = aWeek({ groupId: 'c', groupName: '丙', open });
    expect(byNeed([calm, busy, waiting]).map(({ groupId }) => groupId)).toEqual(['c', 'b', 'a']);
    expect(needOf(calm)).toBe(0);
    const lines = organisationText(week([calm, busy, waiting])).split('\n');
    expect(lines.slice(1)).toEqual([
      '3个群,900条消息,违规4,移出0,撤销0,待定1',
      '“丙”:违规0,待定1',
      '“乙”:违规4',
      '其余1个群一切正常',
    ]);
  });
});
