import type { Alert, Request } from '../model/action.js';
import type { Finding } from '../model/finding.js';
import { nameOf } from './mask.js';
import { ruleName } from './names.js';

const WHOSE: Readonly<Record<string, string>> = {
  owner: '群主',
  admin: '管理员',
  staff: '校友会(组织)工作人员',
  teacher: '老师',
  bot: '我',
};

/** What a term of the rule says: `like-owner`, `same-admin`, `avatar-owner`, `office`. */
function ground(term: string): string {
  if (term === 'office') return '名片上写了官方机构或职务';
  if (term === 'changed-hands') return '名片换成了另一个人的姓名,账号可能换了人';
  if (term === 'two-accounts') return '和群里另一位的姓名、专业、年级都一样,可能是同一人的两个账号';
  if (term === 'fee-demand') return '发了收费的消息';
  const [how = '', standing = ''] = term.split('-');
  const whose = WHOSE[standing];
  if (whose === undefined) return '名称需要核实';
  if (how === 'avatar') return `头像和${whose}的一样`;
  return how === 'same' ? `名片和${whose}的一样` : `名字和${whose}的相近`;
}

/** How /为什么 tells it. */
export function likenessLine({ rule, clause, evidence }: Finding): string {
  const grounds = evidence.map(({ term, text }) => `${nameOf(text)} ${ground(term)}`);
  return `规则“${ruleName(rule)}”:${grounds.join('、')};依据 ${clause}`;
}

/** A name is nobody's offence: it is shown to the owner as it stands, with what it comes near to. */
export function likenessText({ groupName, member, terms, about }: Request | Alert): string {
  const grounds = terms.length === 0 ? ground('') : terms.map(ground).join(',');
  const head = `“${nameOf(groupName)}”里 ${nameOf(member.name)} ${grounds}`;
  return about.rule === 'fee-scam' ? `${head},正在群里收费,请看是不是本人` : `${head},请看是不是本人`;
}
