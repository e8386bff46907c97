import type { RegisterAnswer, RegisterView, StandingView } from '../../model/answer/register.js';
import { nameOf } from '../mask.js';
import { listed, overlapText, postName, registerEventName, standingName, textOf } from '../register.js';
import type { Texts } from '../texts.js';
import { shownDay } from '../when.js';

export const REGISTER_ANSWERS: Texts<RegisterAnswer> = {
  register: ({ view }) => registerText(view),
  'register-in-private': () => '备案表里有电话,请私聊我填写,不要发在群里。刚才如果发了电话,可以先撤回。',
  'register-unread': ({ line }) =>
    `这一行没读懂:“${nameOf(line)}”。请这样写:群主 姓名 职务 电话;管理员1、管理员2 也这样写;用途 和 地名 直接写在后面。`,
  'register-filled': ({ filled, missing }) => `好的,已填:${filled.join('、')}。${missingText(missing)}`,
  'register-applied': ({ missing, staffed }) =>
    staffed
      ? `好的,已转给校友会(组织)的工作人员。${missing.length === 0 ? '' : `备案表还差:${missing.join('、')},可以接着补。`}`
      : '好的,申请时间已记下。这里没有设置校友会(组织)的工作人员,请您自己把备案表交上去。',
  'register-decided': ({ groupName, approved }) =>
    approved
      ? `好的,“${nameOf(groupName)}”已批准为官方群,并告诉了群主。`
      : `好的,已退回,并告诉了“${nameOf(groupName)}”的群主。`,
  'register-listed': (answer) => listedText(answer),
  'size-applied': ({ wanted }) => `好的,扩到${wanted}人的申请已转给校友会(组织)的工作人员。`,
  'size-approved': ({ groupName, limit }) => `好的,已记下:“${nameOf(groupName)}”的上限是${limit}人。`,
  standing: ({ view }) => standingText(view),
  'standing-set': ({ groupName, standing, changed }) =>
    `“${nameOf(groupName)}”的状态${changed ? '已改为' : '本来就是'}“${standingName(standing)}”,/核验 会这样显示。`,
  renaming: ({ name }) => `好的,正在把群名改为“${nameOf(name)}”。`,
  'rename-by-hand': ({ name }) =>
    `我在这个群没有管理权限,改不了群名。请您动手:群聊信息→群聊名称,改为“${nameOf(name)}”。`,
  'name-in-order': ({ name }) => `群名“${nameOf(name)}”符合格式,不用改。`,
  'name-unfit': ({ name, problems, suggestion }) =>
    `“${nameOf(name)}”还差一点:${listed(problems)}。${suggestion === null ? '请再想一个。' : `可以发:/改群名 ${suggestion}`}`,
  'nothing-offered': () => '现在没有等您答复的建议。看能用什么:/帮助',
  appointed: ({ member, changed }) =>
    changed
      ? `好的,${nameOf(member.name)} 现在是管理员(在我这里),已私下告诉本人。取消请发 /免去 ${nameOf(member.name)}`
      : `${nameOf(member.name)} 已经是管理员了。`,
  dismissed: ({ member }) => `好的,${nameOf(member.name)} 不再是管理员(在我这里)。`,
  'platform-office': ({ member, office }) =>
    office === 'owner'
      ? `${nameOf(member.name)} 是群主。换群主请发 /移交 @新群主。`
      : `${nameOf(member.name)} 在微信里是管理员,请在 群管理→群管理员 里改,我会跟着改。`,
  'not-in-office': ({ member }) => `${nameOf(member.name)} 不是群主或管理员。`,
  'several-members': ({ typed, options }) =>
    `群里有${options.length}位 ${nameOf(typed)}:${options.map(nameOf).join('、')}。请写全名片。`,
  'handed-over': (answer) => handedText(answer),
  rights: ({ member, suspended, changed }) => rightsText(nameOf(member.name), suspended, changed),
  'office-warned': ({ member, caseId, count }) =>
    `已私下提醒 ${nameOf(member.name)} 并记录,编号 ${caseId},这是第${count}次。`,
  'group-claimed': ({ groupName }) => `好的,您现在是“${nameOf(groupName)}”的群主(在我这里)。看能用什么:/帮助`,
  'claim-refused': ({ reason }) => CLAIM_REFUSED[reason],
  branch: (answer) => branchText(answer),
  about: (answer) => aboutText(answer),
  copied: ({ from, count }) =>
    count === 0
      ? `“${nameOf(from)}”没有改过设置,没有可以复制的。`
      : `好的,已复制“${nameOf(from)}”的${count}项设置。看现在的情况:/状态`,
  'no-such-group': ({ typed }) => `没有找到“${nameOf(typed)}”这个您负责的群。看您负责的群:/群`,
  overlaps: ({ overlaps }) =>
    overlaps.length === 0
      ? '没有发现可以合并的群。'
      : ['这些分会有几个没满的群,可以考虑合并:', ...overlaps.map(overlapText)].join('\n'),
};

const CLAIM_REFUSED: Readonly<Record<Of<'claim-refused'>['reason'], string>> = {
  code: '这个认领码不对、用过了或已过期。请向运行机器人的人要一个新的。',
  owned: '这个群看得到群主,不用认领。要换群主,请现在的群主发 /移交 @新群主。',
  often: '认领码试错太多次了,请一小时后再试,或向运行机器人的人核对。',
};

type Of<Kind extends RegisterAnswer['kind']> = Extract<RegisterAnswer, { readonly kind: Kind }>;

function missingText(missing: readonly string[]): string {
  return missing.length === 0 ? '备案表已填全,报批请发 /备案 申请。' : `还差:${missing.join('、')}。`;
}

function registerText(view: RegisterView): string {
  const posts = view.posts.map(({ post, name, title, phone }) =>
    [postName(post), name, title, phone].filter((part) => part !== '').join(' '),
  );
  return [
    `“${nameOf(view.groupName)}”备案表(状态:${standingName(view.standing)})`,
    ...posts.map(textOf),
    ...(view.purpose === null ? [] : [`用途 ${textOf(view.purpose)}`]),
    ...(view.place === null ? [] : [`地名 ${textOf(view.place)}`]),
    `人数 ${view.members},上限 ${view.limit}`,
    datesText(view),
    ...(view.ownerKnown ? [] : ['看不到群主的账号,请群主用 /认领 码 认领']),
    leftText(view),
    '填写(请私聊):/备案 填 群主 姓名 职务 电话,管理员1、管理员2、用途、地名 同样写法',
  ].join('\n');
}

function leftText({ missing, appliedAt, approvedAt }: RegisterView): string {
  if (missing.length > 0 || (appliedAt === null && approvedAt === null)) return missingText(missing);
  return '备案表已填全。';
}

function datesText({ appliedAt, approvedAt, approval, timezone }: RegisterView): string {
  if (approvedAt !== null)
    return `批准 ${shownDay(approvedAt, timezone)}${approval === null || approval === '' ? '' : `(${textOf(approval)})`}`;
  return appliedAt === null ? '还没有申请' : `申请 ${shownDay(appliedAt, timezone)},等待批准`;
}

function standingText(view: StandingView): string {
  const lines = view.events.map(({ at, kind, member, detail }) => {
    const whom = member === null ? '' : ` ${nameOf(member)}`;
    const what = textOf(detail) === '' ? '' : `:${textOf(detail)}`;
    return `${shownDay(at, view.timezone)} ${registerEventName(kind)}${whom}${what}`;
  });
  const resting =
    view.suspended.length === 0 ? [] : [`管理权限暂停:${view.suspended.map(nameOf).join('、')}`];
  return [
    `“${nameOf(view.groupName)}”:${standingName(view.standing)}(${shownDay(view.since, view.timezone)}起),管理人员被提醒${view.warnings}次`,
    ...resting,
    ...lines,
  ].join('\n');
}

function listedText({ name, listed: isListed, changed }: Of<'register-listed'>): string {
  if (isListed) return changed ? `好的,“${nameOf(name)}”已登记。` : `“${nameOf(name)}”已经登记过了。`;
  return changed
    ? `好的,“${nameOf(name)}”已注销登记。`
    : `没有登记过“${nameOf(name)}”,或者我就在那个群里(请用 /群状态 终止)。`;
}

function handedText({ owner, admins, onPlatform }: Of<'handed-over'>): string {
  const team =
    admins === null
      ? ''
      : `,管理员:${admins.length === 0 ? '暂无' : admins.map(({ name }) => nameOf(name)).join('、')}`;
  const done = `好的,已记下:群主 ${nameOf(owner.name)}${team}。`;
  return onPlatform
    ? `${done}微信里的群主还没有换,请现在的群主在 群管理→群主管理权转让 里转给新群主;换好后我会看到并记下。`
    : `${done}已私下告诉本人。`;
}

function rightsText(name: string, suspended: boolean, changed: boolean): string {
  if (!changed) return suspended ? `${name} 的管理权限本来就是暂停的。` : `${name} 的管理权限没有暂停。`;
  return suspended
    ? `好的,${name} 的管理命令已暂停,本人仍不会被移出;恢复请发 /复权。`
    : `好的,${name} 的管理命令已恢复。`;
}

function branchText({ typed, understood, groups }: Of<'branch'>): string {
  if (typed === '') return '请写上城市,比如 /找群 北京';
  if (groups.length === 0)
    return understood
      ? `还没有登记“${nameOf(typed)}”的群。可以问一问群主,或校友会(组织)的工作人员(/关于)。`
      : `没有认出“${nameOf(typed)}”这个地方。请写城市或省名,比如 /找群 北京`;
  const lines = groups.map(
    ({ name, standing, fit }) =>
      `${nameOf(name)}(${standingName(standing)})${fit === 'wider' ? ',地区相近' : ''}`,
  );
  return [`“${nameOf(typed)}”的群:`, ...lines, '想加入请私聊我:/入群'].join('\n');
}

function aboutText({ organisation, operator, contact, approval }: Of<'about'>): string {
  const parts = [
    organisation === ''
      ? '我是本群的管理助手,程序是开源的群哨(qunshao)。'
      : `我是${textOf(organisation)}的群管理助手,程序是开源的群哨(qunshao)。`,
    ...(operator === '' ? ['谁在运行:还没有填写,请问群主'] : [`运行:${textOf(operator)}`]),
    ...(approval === '' ? [] : [`依据:${textOf(approval)}`]),
    ...(contact === '' ? [] : [`联系:${textOf(contact)}`]),
    '我存什么:/隐私',
  ];
  return parts.join('\n');
}
