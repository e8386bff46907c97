import type { OutstandingCard, PeopleAnswer } from '../../model/answers/people.js';
import { nameOf } from '../mask.js';
import type { Texts } from '../texts.js';
import { checkText, classedText, classesText, previewText } from './roster.js';
import { shownDay } from '../when.js';

type Of<Kind extends PeopleAnswer['kind']> = Extract<PeopleAnswer, { kind: Kind }>;

const MOST_ROWS = 30;

export const PEOPLE_ANSWERS: Texts<PeopleAnswer> = {
  banned: ({ memberId, name, everywhere, present }) =>
    `${nameOf(name)} 已列入${everywhere ? '各群的' : '本群的'}封禁名单,不能再进群。${present ? '他现在还在群里,要移出请用 /移出。' : ''}拿掉:/解封 id:${memberId}`,
  unbanned: ({ memberId, was }) =>
    was ? `已从封禁名单拿掉,可以再请他进群(id:${memberId})。` : '名单上没有这个人。看名单:/封禁',
  bans: bansText,
  'ids-change': () => '这里的微信每次登录编号都会变,名单没有用。要移出请用 /移出。',
  farewell: () =>
    '好的,随时可以离开:点群聊右上角“…”,最下面“退出群聊”。离开前想看或删掉您的记录,请发 /我的数据。以后想回来,找群主就行。',
  cards: cardsText,
  'roster-in-private': () => '名册里有个人信息,请私聊发给我。',
  'roster-how': () =>
    '请私聊发:/名册 导入,换行后一行一个人:姓名,城市,专业,年级(第一行可以写列名,也可以带部门、职务、电话、类别)。表格文件请用 qunshao roster import 导入。',
  'roster-preview': previewText,
  'roster-imported': ({ count }) => `名册已更新,${count}人。看对不对得上:/名册 核对`,
  'roster-check': checkText,
  'member-verified': ({ member }) => `${nameOf(member.name)} 已核实。`,
  classed: classedText,
  classes: classesText,
  'cards-off': () => '本群没有名片格式,不检查名片。',
  'cards-reminded': ({ count }) =>
    count === 0 ? '名片都改好了,没有要提醒的。' : `好的,我去提醒${count}位。没改好的会再提醒一次。`,
};

function bansText({ bans, timezone }: Of<'bans'>): string {
  if (bans.length === 0) return '封禁名单是空的。';
  const lines = bans
    .slice(0, MOST_ROWS)
    .map(
      ({ memberId, scope, at }) =>
        `id:${memberId}${scope === '*' ? '(各群)' : ''} ${shownDay(at, timezone)}起`,
    );
  return ['封禁名单(拿掉:/解封 id:编号):', ...lines].join('\n');
}

function cardsText({ rows, format, total, timezone }: Of<'cards'>): string {
  if (rows.length === 0) return `名片都合格(格式 ${format}),共${total}人。`;
  const lines = rows.slice(0, MOST_ROWS).map((row) => rowText(row, timezone));
  const more = rows.length > MOST_ROWS ? [`另有${rows.length - MOST_ROWS}位`] : [];
  return [
    `待改名片${rows.length}位,共${total}人(格式 ${format}):`,
    ...lines,
    ...more,
    '现在提醒:/名片 提醒',
  ].join('\n');
}

function rowText(
  { member, problems, suggestion, deadline, remindedAt }: OutstandingCard,
  timezone: string,
): string {
  const what = problems.map((problem) => problem.replace(/,?请.*$/u, '').replace(/。$/u, '')).join(';');
  const state =
    deadline === null
      ? '还没有提醒'
      : `${remindedAt === null ? '' : `${shownDay(remindedAt, timezone)}提醒,`}${shownDay(deadline, timezone)}到期`;
  const copy = suggestion === null ? '' : `;可改为 ${suggestion}`;
  return `${nameOf(member.name)}:${what}${copy}(${state})`;
}
