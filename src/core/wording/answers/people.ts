import type { FoundElsewhere, OutstandingCard, PeopleAnswer } from '../../model/answers/people.js';
import { blanksText, copyText, templateText } from '../card.js';
import { nameOf } from '../mask.js';
import type { Texts } from '../texts.js';
import { outsidersText, checkText, classedText, classesText, previewText } from './roster.js';
import { shownDay } from '../when.js';

type Of<Kind extends PeopleAnswer['kind']> = Extract<PeopleAnswer, { kind: Kind }>;

const MOST_ROWS = 30;

export const PEOPLE_ANSWERS: Texts<PeopleAnswer> = {
  banned: ({ memberId, name, everywhere, present }) =>
    `${nameOf(name)} 已列入${everywhere ? '各群的' : '本群的'}封禁名单,不能再进群。${present ? '这位现在还在群里,要移出请用 /移出。' : ''}拿掉:/解封 id:${memberId}`,
  unbanned: ({ memberId, was }) =>
    was ? `已从封禁名单拿掉,可以再请进群(id:${memberId})。` : '名单上没有这个人。看名单:/封禁',
  bans: bansText,
  'ids-change': () => '这里的微信每次登录编号都会变,名单没有用。要移出请用 /移出。',
  farewell: () =>
    '好的,随时可以离开:点群聊右上角“…”,最下面“退出群聊”。离开前想看或删掉您的记录,请发 /我的数据。以后想回来,找群主就行。',
  cards: cardsText,
  'roster-in-private': () => '名册里有个人信息,请私聊发给我。',
  'roster-how': () =>
    '请私聊发:/名册 导入,换行后一行一个人:姓名,城市,专业,年级(第一行可以写列名,也可以带部门、职务、电话、类别)。有表格的话,直接把 Excel 或 CSV 文件私聊发给我就行。',
  'roster-unreadable': () => '这个文件我读不了。请另存为 Excel(.xlsx)或 CSV,不超过 4 MB,再发我一次。',
  'roster-preview': previewText,
  'roster-imported': ({ count }) => `名册已更新,${count}人。看对不对得上:/名册 核对`,
  'roster-check': checkText,
  'no-roster': () =>
    '本群还没有名册,没法核对。请把 Excel 或 CSV 文件(第一行是列名,至少有“姓名”)私聊发给我,我先给您看再写下。单独核实一位:/名册 核验 @人',
  outsiders: ({ members, total }) => outsidersText(members, total),
  'member-verified': ({ member }) => `${nameOf(member.name)} 已核实。`,
  classed: classedText,
  classes: classesText,
  'admission-in-private': () => '申请入群请私聊我:先加我为好友,再发 /入群。',
  'admission-which': ({ groups }) =>
    groups.length === 0
      ? '现在没有可以申请的群。'
      : [
          '请选一个群,比如 /入群 1:',
          ...groups.slice(0, 9).map((name, index) => `${index + 1}) ${nameOf(name)}`),
        ].join('\n'),
  'card-line': cardLineText,
  'admission-inside': ({ groupName }) => `您已经在“${nameOf(groupName)}”里了。`,
  'admission-ask': ({ groupName, format, example }) =>
    `申请加入“${nameOf(groupName)}”,请按 ${format} 回我一行,比如 ${example}。我会请群主或管理员看,别的人看不到。`,
  'admission-wrong': admissionWrongText,
  'admission-taken': ({ groupName }) => `收到,已经请“${nameOf(groupName)}”的群主或管理员看,有结果我告诉您。`,
  'admission-refused': () => '这个群现在不能申请,请直接联系群主。',
  'offboard-list': ({ code, seconds, rows }) =>
    [
      '这位在下面这些群:',
      ...rows.map(foundText),
      `全部移出请在${seconds}秒内回 /确认 ${code}。有同名的请写 /离任 id:编号。`,
    ].join('\n'),
  offboarded: ({ rows }) => ['离任处理:', ...rows.map(foundText)].join('\n'),
  'cards-off': () => '本群没有名片格式,不检查名片。',
  'cards-reminded': ({ count }) =>
    count === 0 ? '名片都改好了,没有要提醒的。' : `好的,我去提醒${count}位。没改好的会再提醒一次。`,
};

function cardLineText({ groupName, card, shown, problems, ...copy }: Of<'card-line'>): string {
  const where = `在“${nameOf(groupName)}”右上角“…”→“我在群里的昵称”`;
  if (problems.length > 0) {
    const wrong = problems.map((problem) => problem.replace(/。$/u, '')).join(';');
    return `这一行差一点:${wrong}。${copyText(copy.suggestion, copy.draft) ?? templateText(copy)}。我改不了您的群昵称,请您自己改:${where}。`;
  }
  return shown === 'already'
    ? `“${nameOf(card)}”格式没有问题,群里显示的就是这一行,不用再改。`
    : `“${nameOf(card)}”格式没有问题。我改不了您的群昵称,请您自己改:${where},粘贴这一行。`;
}

function admissionWrongText({ problems, suggestion, draft }: Of<'admission-wrong'>): string {
  const wrong = problems.map((problem) => problem.replace(/。$/u, '')).join(';');
  if (suggestion !== null) return `差一点:${wrong}。对的话请把这一行发给我:${suggestion}`;
  if (draft === null) return `差一点:${wrong}。请改好再发一行。`;
  return `差一点:${wrong}。请把${blanksText(draft.blanks)}换成您的再发给我:${draft.line}`;
}

function foundText({ groupName, member, kept }: FoundElsewhere): string {
  const why = {
    exempt: ':是群主、管理员或工作人员,请先移交',
    'no-right': ':我没有移出的权限,请群主动手',
    brake: ':今天移出的人数到了上限,请明天再来',
  };
  return `“${nameOf(groupName)}” ${nameOf(member.name)}(id:${member.id})${kept === null ? '' : why[kept]}`;
}

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
  { member, problems, suggestion, draft, deadline, remindedAt }: OutstandingCard,
  timezone: string,
): string {
  const what = problems
    .map((problem) =>
      problem
        .replace(/,?请.*$/u, '')
        .replace(/。$/u, '')
        .replace(/顺序$/u, '顺序不对'),
    )
    .join(';');
  const state =
    deadline === null
      ? '还没有提醒'
      : `${remindedAt === null ? '' : `${shownDay(remindedAt, timezone)}提醒,`}${shownDay(deadline, timezone)}到期`;
  const line = suggestion ?? draft?.line ?? null;
  const copy = line === null ? '' : `;可改为 ${line}`;
  return `${nameOf(member.name)}:${what}${copy}(${state})`;
}
