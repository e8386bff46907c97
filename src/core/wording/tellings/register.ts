import type { RegisterTelling } from '../../model/telling/register.js';
import { nameOf } from '../mask.js';
import { listed, overlapText, proposalText, standingName, textOf } from '../register.js';
import type { Texts } from '../texts.js';

export const REGISTER_TELLINGS: Texts<RegisterTelling> = {
  'group-name-wrong': ({ groupName, problems, suggestion, ...how }) =>
    `您好,群名“${nameOf(groupName)}”和规定的格式差一点:${listed(problems)}。${proposalText(suggestion, how)}`,
  'rename-by-hand': ({ groupName, name }) =>
    `“${nameOf(groupName)}”的名字我没能改成,请您动手:群聊信息→群聊名称,改为“${nameOf(name)}”。`,
  'register-missing': ({ groupName, missing, last }) =>
    `您好,“${nameOf(groupName)}”的备案表还差:${missing.join('、')}。方便时请私聊我补上,写法见 /备案;电话只有您和校友会(组织)的工作人员能看到。${last ? '这是最后一次提醒,之后不再打扰。' : ''}`,
  'register-applied': ({ groupName, missing, number }) =>
    `“${nameOf(groupName)}”申请备案${missing.length === 0 ? ',备案表已填全' : `,备案表还差:${missing.join('、')}`}。${number === null ? '' : `请先选群(/群 ${number})。`}看内容:/备案;同意请回 /备案 批准 文号,退回请回 /备案 退回 原因。`,
  'register-approved': ({ groupName, approval }) =>
    `“${nameOf(groupName)}”的备案已批准${approval === '' ? '' : `(${textOf(approval)})`},现在是官方群。群友可以用 /核验 查到。`,
  'register-returned': ({ groupName, reason }) =>
    `“${nameOf(groupName)}”的备案还要再看一下${reason === '' ? '' : `:${textOf(reason)}`}。改好后请再发 /备案 申请。`,
  'size-near': ({ groupName, members, limit, staffed }) =>
    `“${nameOf(groupName)}”现在${members}人,快到${limit}人的上限了。${enlargeText(staffed)}`,
  'size-full': ({ groupName, members, limit, staffed }) =>
    `“${nameOf(groupName)}”现在${members}人,到了${limit}人的上限。${enlargeText(staffed)}我不会因此拦人。`,
  'size-applied': ({ groupName, members, wanted }) =>
    `“${nameOf(groupName)}”(现有${members}人)申请扩到${wanted}人。同意请先选群(/群),再回 /备案 扩群 ${wanted}。`,
  'size-approved': ({ groupName, limit }) => `“${nameOf(groupName)}”扩群已批准,现在的上限是${limit}人。`,
  'standing-changed': ({ groupName, standing, reason }) =>
    `“${nameOf(groupName)}”的状态现在是“${standingName(standing)}”${reason === '' ? '' : `:${textOf(reason)}`}。群友用 /核验 会看到。有疑问请联系校友会(组织)的工作人员。`,
  'owner-new': ({ groupName, before }) =>
    `您好,您现在是“${nameOf(groupName)}”的群主${before === null ? '' : `(前任:${nameOf(before)})`},我按这个身份听您的。请抽空看一下备案表:/备案`,
  'owner-changed': ({ groupName, before, now }) =>
    `“${nameOf(groupName)}”换了群主:${before === null ? '' : `${nameOf(before)} → `}${nameOf(now)},已记入备案。`,
  appointed: ({ groupName }) => `您好,您现在是“${nameOf(groupName)}”的管理员(在我这里)。能用的命令:/帮助`,
  dismissed: ({ groupName }) => `您好,您在“${nameOf(groupName)}”不再担任管理员(在我这里)。谢谢您的付出。`,
  'rights-suspended': ({ groupName }) =>
    `您好,您在“${nameOf(groupName)}”的管理命令暂停使用,由校友会(组织)的工作人员决定。您仍在群里,不受其他影响;有疑问请联系他们。`,
  'rights-restored': ({ groupName }) => `您好,您在“${nameOf(groupName)}”的管理命令已恢复使用。`,
  'office-warned': ({ groupName, reason, count }) =>
    `您好,关于“${nameOf(groupName)}”的管理,校友会(组织)的工作人员请您留意${reason === '' ? '群规' : `:${textOf(reason)}`}。这是第${count}次提醒,已记录。有疑问请联系他们。`,
  'owner-claimed': ({ groupName, member }) =>
    `${nameOf(member)} 用认领码成为“${nameOf(groupName)}”的群主(在我这里)。`,
  overlaps: ({ overlaps }) =>
    ['这些分会有几个没满的群,可以考虑合并:', ...overlaps.map(overlapText), '随时查看:/重叠'].join('\n'),
  'invitation-note': ({ names, staffed }) =>
    `群里分享的${names.map((name) => `“${nameOf(name)}”`).join('、')}还没有登记,加入前请先核实,可以发 /核验 群名。我已请${staffed ? '校友会(组织)的工作人员' : '群主'}看一看,分享的朋友不必担心。`,
};

function enlargeText(staffed: boolean): string {
  return staffed
    ? '要扩群,请发 /备案 扩群 人数,我转给校友会(组织)批准。'
    : '扩群如已批准,请发 /备案 扩群 人数,我记下来。';
}
