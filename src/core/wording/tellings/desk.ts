import type { Step } from '../../model/case.js';
import type { DeskTelling } from '../../model/telling/desk.js';
import { shownFormat } from '../card.js';
import { groupRulesText } from '../group-rules.js';
import { nameOf, quoted, visible } from '../mask.js';
import { categoryName, presetName, ruleName } from '../names.js';
import { organisationText } from '../organisation-digest.js';
import { leadsText, surely } from '../request.js';
import { shownLength, shownTime } from '../when.js';
import type { Texts } from '../texts.js';

type Of<Kind extends DeskTelling['kind']> = Extract<DeskTelling, { kind: Kind }>;

export const DESK_TELLINGS: Texts<DeskTelling> = {
  befriend: () => '有一件事需要您看,我没法私聊您。请先加我为好友,再发 /案件 给我。',
  'complaint-result': resultText,
  joined: joinedText,
  'joined-more': joinedMoreText,
  'complaint-late': ({ caseId, groupName }) =>
    `“${nameOf(groupName)}”里有一件举报过了三天还没有结果(编号 ${caseId})。看经过:/案件 ${caseId}。属实请回 /确认 ${caseId},不属实请回 /驳回 ${caseId}。`,
  'still-waiting': ({ groupName, caseIds }) =>
    `“${nameOf(groupName)}”还有${caseIds.length}件在等您:编号 ${caseIds.slice(0, 20).join('、')}${caseIds.length > 20 ? '等' : ''}。一件一件看:/案件;同意回 /确认 编号,放过回 /驳回 编号。以后只写进周报。`,
  appeal: appealText,
  'complaint-noted': ({ caseId, mayAppeal }) =>
    `有一件与您有关的事(编号 ${caseId}),负责人看过,已经记下,没有别的处理。${mayAppeal ? `有误会请回:申诉 ${caseId} 和理由` : ''}`,
  'appeal-kept': ({ caseId }) =>
    `您对编号 ${caseId} 的申诉看过了,这次维持原来的处理。依据:/为什么 ${caseId}。还有意见,可以联系群主或校友会。`,
  'appeal-granted': ({ caseId }) => `您对编号 ${caseId} 的申诉看过了,原来的处理已经撤销,不留记录。抱歉打扰。`,
  quiet: ({ minutes }) => `请大家先停一停,${minutes}分钟后再继续讨论。谢谢配合。`,
  'quiet-over': () => '好了,大家可以继续讨论。',
  'recall-please': () => '刚才那条消息请您自己撤回一下(长按消息→撤回),谢谢。',
  'recall-by-hand': ({ name }) =>
    `我撤不回 ${nameOf(name)} 的那条消息。平台允许的话,请您在手机上长按那条消息→撤回或删除。`,
  'stolen-guidance': () =>
    '一位成员的账号可能被盗。收到借钱、扫码、点链接之类的消息请先别理会,核实之后我会说明。',
  'stolen-over': () => '之前说可能被盗的账号已经核实,恢复正常了。谢谢大家留意。',
  stolen: ({ name, groupName }) =>
    `“${nameOf(groupName)}”里 ${nameOf(name)} 的账号可能被盗,我已停用它的权限,这期间的消息不记过。核实之后请发 /盗号 ${nameOf(name)} 解除`,
  'rule-doubted': ({ rule, reversals, cases }) =>
    `“${ruleName(rule)}”近30天${cases}件里有${reversals}件被撤销,从现在起我只请您看,不再直接处理。恢复:/规则 ${ruleName(rule)} 执行`,
  'first-meeting': firstMeetingText,
  'organisation-week': ({ week }) => organisationText(week),
  'rules-told': (rules) => `大家好,一起温习一下群规。\n${groupRulesText(rules)}`,
  'safety-told': () =>
    '大家好,提个醒:有人在群里或私下借钱、要验证码、让您扫码或点链接,请先打电话跟本人核实。通知真不真,可以发 /核验 查。手机里旧的聊天记录,也请隔一阵自己清理。',
  welcome: () => '欢迎加入。本群的群规发 /群规 就能看,我存什么发 /隐私 看。',
  'kept-back': (telling) =>
    telling.what === 'case'
      ? `“${nameOf(telling.groupName)}”里有一件事请您看(编号 ${telling.caseId})。刚才平台限制发言,没能说全。详细:/案件 ${telling.caseId}`
      : `“${nameOf(telling.groupName)}”的周报刚才没能发出,平台限制了发言。请发 /周报 来看。`,
  outage: outageText,
  upward: upwardText,
  'upward-more': upwardMoreText,
  'trial-over': trialText,
};

function resultText({ caseId, result }: Of<'complaint-result'>): string {
  switch (result) {
    case 'upheld':
      return `您反映的事(编号 ${caseId})看过了,情况属实,已经处理。谢谢您。`;
    case 'noted':
      return `您反映的事(编号 ${caseId})看过了,情况属实,已经记下。谢谢您。`;
    case 'rejected':
      return `您反映的事(编号 ${caseId})看过了,没有违反群规,这次不处理。谢谢您留意。`;
    case 'withdrawn':
      return `您反映的事(编号 ${caseId})后来改判了,原来的处理已经撤销。谢谢您留意。`;
  }
}

function outageText({ what, from, to, timezone }: Of<'outage'>): string {
  const span = `${shownTime(from, timezone)} 到 ${shownTime(to, timezone)}(约${shownLength(to - from)})`;
  return what === 'unheard'
    ? `${span}我没有收到消息,这段时间的消息没有看到。现在已经恢复。如果有人发了广告或可疑的通知,请用 /举报 告诉我。`
    : `${span}平台限制了我发言。消息我照常看了,要紧的事现在补上;过时的提醒不再发,也不记过。`;
}

/** The reason is the member's own: shown as it stands, but for its length. */
function appealText({ caseId, groupName, memberName, reason, again }: Of<'appeal'>): string {
  const shown = [...visible(reason)].slice(0, 80).join('');
  const why = shown === '' ? '' : `,理由:“${shown}”`;
  const call = again ? '这件申诉还在等您' : '有人申诉';
  return `${call}(编号 ${caseId}):“${nameOf(groupName)}”里 ${nameOf(memberName)} 不同意原来的处理${why}。撤销请回 /撤销 ${caseId},维持请回 /驳回 ${caseId}。依据:/为什么 ${caseId}。`;
}

/** Who the bot is, what it may do, three proposals, one answer. */
function firstMeetingText(meeting: Of<'first-meeting'>): string {
  const { groupName, canRemove, ownerKnown, preset, template } = meeting;
  const lacks = [
    ...(canRemove ? [] : ['移不了人(请把我设为管理员)']),
    ...(ownerKnown ? [] : ['看不到谁是群主(可以用 /认领 登记)']),
  ];
  const format = template === null ? '不检查' : shownFormat(template).format;
  return [
    `您好,我是“${nameOf(groupName)}”的管理助手。我看群消息来提醒广告、诈骗和未经核实的通知,只存违规记录。现在只观察,不说话也不处理。`,
    lacks.length === 0 ? '我在这个群的权限够用。' : `我现在${lacks.join(';')}。`,
    `请您看三件事:1) 这是${presetName(preset)};2) 名片格式:${format};3) 群主和管理员可以发通知。`,
    '都对就回 /好;要改用 /设置。观察一周后,我把本来会怎么处理报给您。',
  ].join('\n');
}

function trialText({ groupName, week }: Of<'trial-over'>): string {
  const { messages, warnings, removals, reviews, cards } = week;
  const head = `“${nameOf(groupName)}”观察满一周:${messages}条消息。`;
  const asked = reviews + removals;
  const parts = [
    ...(warnings > 0 ? [`提醒${warnings}次`] : []),
    ...(asked > 0 ? [`请您定夺${asked}次${removals > 0 ? `(移出${removals}次)` : ''}`] : []),
    ...(cards > 0 ? [`请${cards}位改名片`] : []),
  ];
  const would = parts.length === 0 ? '没有要处理的。' : `如果执行,我会${parts.join(',')}。`;
  return `${head}${would}详细:/周报。开始执行:/模式 执行`;
}

/** What came after the question that is open: one answer settles all of it. */
function joinedText({ caseId, about, member, terms, score, groupName, count }: Of<'joined'>): string {
  const words = quoted(terms);
  const sure = `${words === '' ? '' : `${words},`}把握${surely(score)}%`;
  const again = count === 1 ? '又发了一条,' : `还在发,又有${count}条,最近一条`;
  const head = `编号 ${caseId} 还在等您,“${nameOf(groupName)}”里 ${nameOf(member.name)} ${again}像是${categoryName(about.category)}(${sure}),记作编号 ${about.caseId}。`;
  return `${head}一起定:移出请回 /确认 ${caseId},都放过请回 /驳回 ${caseId}。`;
}

/** What was suspected since, in one line. */
function joinedMoreText({
  caseId,
  leadsTo,
  groupName,
  member,
  caseIds,
  categories,
}: Of<'joined-more'>): string {
  const what =
    categories.length === 0 ? '链接、名片或小程序' : `像是${categories.map(categoryName).join('、')}`;
  const shown = `${caseIds.slice(0, 10).join('、')}${caseIds.length > 10 ? '等' : ''}`;
  const head = `编号 ${caseId} 还在等您,“${nameOf(groupName)}”里 ${nameOf(member.name)} 又有${caseIds.length}条请您一并看(${what};编号 ${shown})。`;
  return `${head}${leadsText(caseId, leadsTo)},都放过请回 /驳回 ${caseId}。依据:/为什么 ${caseId}。`;
}

const DONE_ABOUT: Readonly<Record<Step, string>> = {
  warning: '已提醒',
  final: '已最后提醒',
  removal: '正在移出',
  review: '已请群主看',
  note: '已提醒',
  none: '已记录',
};

function upwardText({ caseId, groupName, category, step, status }: Of<'upward'>): string {
  const done = step === 'removal' && status === 'open' ? '已请群主定夺' : DONE_ABOUT[step];
  return `“${nameOf(groupName)}”发现${categoryName(category)}(编号 ${caseId}),${done}。经过:/案件 ${caseId}`;
}

function upwardMoreText({ groupName, cases, from, to, categories }: Of<'upward-more'>): string {
  const numbers = from === to ? `${from}` : `${from} 到 ${to}`;
  const named = categories.map((category) => categoryName(category)).join('、');
  return `“${nameOf(groupName)}”随后又有${cases}件(${named};编号 ${numbers}),都已处理或请群主定夺。经过:/案件 ${from}`;
}
