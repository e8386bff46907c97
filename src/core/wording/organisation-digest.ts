import { needOf, type OrganisationWeek } from '../digest/organisation.js';
import { failures, type WeekTotals } from '../digest/totals.js';
import { nameOf } from './mask.js';
import { shownDay } from './when.js';

const MOST = 10;

/** The week over all groups: totals first, then the groups that need somebody, most first. One line where all is quiet. */
export function organisationText({ timezone, from, to, groups }: OrganisationWeek): string {
  const sum = (of: (week: WeekTotals) => number): number =>
    groups.reduce((total, week) => total + of(week), 0);
  const messages = sum((week) => week.messages);
  const needy = groups.filter((week) => needOf(week) > 0);
  if (needy.length === 0) return `本周${groups.length}个群一切正常:${messages}条消息,0次处理。`;
  const open = sum((week) => week.open.requests);
  const failed = sum(failures);
  return [
    `各群周报 ${shownDay(from, timezone)}—${shownDay(to - 1, timezone)}`,
    `${groups.length}个群,${messages}条消息,违规${sum((week) => week.violations)},移出${sum((week) => week.removals)},撤销${sum((week) => week.reversals)},待定${open}${failed === 0 ? '' : `,没办成${failed}`}`,
    ...needy.slice(0, MOST).map(groupLine),
    ...(needy.length > MOST ? [`还有${needy.length - MOST}个群有少量处理`] : []),
    ...(needy.length < groups.length ? [`其余${groups.length - needy.length}个群一切正常`] : []),
  ].join('\n');
}

function groupLine(week: WeekTotals): string {
  const parts = [
    `违规${week.violations}`,
    ...(week.open.requests > 0 ? [`待定${week.open.requests}`] : []),
    ...(week.removals > 0 ? [`移出${week.removals}`] : []),
    ...(week.reversals > 0 ? [`撤销${week.reversals}`] : []),
    ...(failures(week) > 0 ? [`没办成${failures(week)}`] : []),
    ...(week.open.above > 0 ? [`涉及管理人员的举报${week.open.above}件待你们看`] : []),
  ];
  return `“${nameOf(week.groupName)}”:${parts.join(',')}`;
}
