import type { Category } from '../model/category.js';
import type { Alert, Request } from '../model/action.js';
import type { Step } from '../model/case.js';
import { isLook } from './grounds.js';
import { likenessText } from './likeness.js';
import { mask, nameOf, quoted, visible } from './mask.js';
import { categoryName } from './names.js';
import { excerpt, noticeAlert, noticeAnswers, submissionText } from './notice.js';

function aboutText(action: Request | Alert): string {
  if (action.about.category === 'card') {
    return `“${nameOf(action.groupName)}”里 ${nameOf(action.member.name)} 的名片提醒过两次,到期仍未改好`;
  }
  if (action.about.rule === 'harassment') {
    const [target = '', times = '', days = ''] = action.terms;
    return `“${nameOf(action.groupName)}”里 ${nameOf(action.member.name)} 可能在反复针对 ${nameOf(target)}(${days},${times}次)`;
  }
  if (isAboutIdentity(action)) return likenessText(action);
  if (isLook(action.about.rule)) {
    const who = action.about.rule === 'newcomer' ? '新成员 ' : '';
    const shown = action.terms
      .slice(0, 1)
      .map((term) => `“${nameOf(term.replace(/^https?:\/\//iu, ''))}”`)
      .join('');
    return `“${nameOf(action.groupName)}”里${who === '' ? ' ' : who}${nameOf(action.member.name)} 发了链接、名片或小程序${shown === '' ? '' : `(${shown})`},请您看一眼`;
  }
  const words = SHOWN.includes(action.about.category) ? excerpt(action.terms) : quoted(action.terms);
  const sure = `把握${surely(action.score)}%`;
  const grounds = words === '' ? `(${sure})` : `(${words},${sure})`;
  return `“${nameOf(action.groupName)}”里 ${nameOf(action.member.name)} 的消息像是${categoryName(action.about.category)}${grounds}`;
}

const ON_THE_LIST: Readonly<Record<string, string>> = {
  matched: '名册上有',
  ambiguous: '名册上有相近的,请核对',
  unmatched: '名册上没有',
};

/** Somebody asks to be let in. */
function admissionText({ about: { caseId }, groupName, member, terms, again }: Request): string {
  const call = again === true ? '这个入群申请还在等您' : '有人申请入群';
  const said = terms[0] ?? '';
  const list = Object.hasOwn(ON_THE_LIST, said) ? ON_THE_LIST[said] : undefined;
  const known = list === undefined ? '' : `(${list})`;
  return `${call}(编号 ${caseId}):“${nameOf(groupName)}”,${nameOf(member.name)}${known}。同意请回 /确认 ${caseId},我来邀请;不同意请回 /驳回 ${caseId}。`;
}

function isAboutIdentity({ about: { rule } }: Request | Alert): boolean {
  return rule === 'impersonation' || rule === 'fee-scam';
}

/** What these rest on offends nobody, and has to be recognised. */
const SHOWN: readonly Category[] = ['notice', 'invitation'];

/** Nothing is certain to a machine. */
export function surely(score: number): number {
  return Math.min(99, Math.round(score * 100));
}

export function requestText(request: Request): string {
  const { caseId } = request.about;
  const call = request.again === true ? '这件事还在等您' : '请您定夺';
  const head = `${call}(编号 ${caseId}):${aboutText(request)}。`;
  const why = `依据:/为什么 ${caseId}。`;
  const others = togetherText(request);
  switch (request.ask) {
    case 'removal':
      return `${head}${others}移出请回 /确认 ${caseId},放过请回 /驳回 ${caseId}。我还没有移出任何人。${why}`;
    case 'hand-removal':
      return `${head}${others}我在这个群没有管理权限,移不了人。请长按对方的头像→移出群聊;完成后我会看到并记下。放过请回 /驳回 ${caseId}。${why}`;
    case 'notice':
      return `${head}${noticeAnswers(request)}${why}`;
    case 'submission':
      return submissionText(request);
    case 'complaint':
      return complaintText(request);
    case 'review':
      if (request.about.category === 'invitation') return `${head}${invitationLeads(caseId)}${why}`;
      if (request.about.rule === 'admission') return admissionText(request);
      if (isAboutIdentity(request))
        return `${head}是本人请回 /驳回 ${caseId};不是请回 /确认 ${caseId}(只记录),要移出请用 /移出。${why}`;
      return `${head}${others}${confirmLeads(request)},放过请回 /驳回 ${caseId}。我还没有做任何处理。${why}`;
  }
}

/** 同一位还有编号 1、2,一起定。 */
function togetherText({ together = [] }: Request): string {
  if (together.length === 0) return '';
  const shown = together.slice(0, 10).join('、');
  return `同一位还有编号 ${shown}${together.length > 10 ? `等${together.length}件` : ''},一起定。`;
}

/** What the complainant says is somebody's own words: bounded, with numbers masked. Who it was is not told. */
function complaintText(request: Request): string {
  const { caseId } = request.about;
  const call = request.again === true ? '这件举报还在等您' : '有人举报';
  const name = request.member.name === '' ? '' : ` ${nameOf(request.member.name)} `;
  const said = [...visible(request.terms[0] ?? '').replaceAll(/\d{4,}/gu, mask)].slice(0, 80).join('');
  const reason = said === '' ? '' : `。原话:“${said}”`;
  return `${call}(编号 ${caseId}):事关“${nameOf(request.groupName)}”里${name === '' ? '的一件事' : `的${name.trimEnd()}`}${reason}。${confirmLeads(request)},不属实请回 /驳回 ${caseId};由您来处理请先回 /受理 ${caseId}。依据:/为什么 ${caseId}。`;
}

function confirmLeads({ about, leadsTo }: Request): string {
  return leadsText(about.caseId, leadsTo);
}

/** What `/确认` comes to. */
export function leadsText(caseId: number, leadsTo: Step): string {
  switch (leadsTo) {
    case 'removal':
      return `移出请回 /确认 ${caseId}`;
    case 'warning':
    case 'final':
      return `提醒对方请回 /确认 ${caseId}`;
    case 'review':
    case 'note':
    case 'none':
      return `属实请回 /确认 ${caseId}(只记录)`;
  }
}

export function alertText(alert: Alert): string {
  const { caseId, category } = alert.about;
  const more = category === 'notice' ? noticeAlert(alert) : '';
  return `请留意(编号 ${caseId}):${aboutText(alert)}。${more}依据:/为什么 ${caseId}。若是误判:/撤销 ${caseId}。`;
}

function invitationLeads(caseId: number): string {
  return `是校友会(组织)的群请回 /驳回 ${caseId},再发 /备案 登记 群名;不是请回 /确认 ${caseId}(只记录)。`;
}
