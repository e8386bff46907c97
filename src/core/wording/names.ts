import type { Category } from '../model/category.js';
import type { Preset } from '../policy/preset.js';
import type { Role } from '../policy/authority.js';

/** How a category is named in a sentence: “像是……”. */
const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  advertising: '推销',
  fraud: '诈骗',
  gambling: '赌博',
  pornography: '色情低俗内容',
  violence: '暴力恐怖内容',
  'illegal-goods': '违禁品交易',
  cult: '邪教宣传',
  superstition: '封建迷信内容',
  hatred: '歧视或煽动仇恨',
  organisation: '需要群主看一看的内容',
  insult: '人身攻击',
  rumour: '未经证实的消息',
  privacy: '泄露个人信息',
  secrets: '涉密或内部资料',
  soliciting: '拉票或募捐',
  'induced-sharing': '诱导转发',
  infringement: '侵权内容',
  'unsafe-link': '不安全的链接',
  'off-topic': '与本群无关的内容',
  card: '名片格式',
  'group-name': '群名格式',
  notice: '未经核实的通知',
  impersonation: '身份不明的名称',
  flood: '刷屏',
  duplicate: '重复推销',
  'quiet-hours': '休息时间发言',
  harassment: '骚扰',
  invitation: '未登记的群邀请',
  complaint: '举报',
  manual: '人工处理',
};

export function categoryName(category: Category): string {
  return CATEGORY_NAMES[category];
}

/**
 * The rules of a group as told by /群规, numbered. The order of the first nine follows EM7(一)…(九), so that a number
 * means the same in every branch.
 */
export const GROUP_RULES: readonly { readonly text: string; readonly categories: readonly Category[] }[] = [
  {
    text: '守法:不诈骗,不赌博,不买卖违禁品,不侵权',
    categories: ['organisation', 'fraud', 'gambling', 'illegal-goods', 'infringement'],
  },
  { text: '不发歧视、暴力、邪教和迷信内容', categories: ['hatred', 'violence', 'cult', 'superstition'] },
  { text: '不发低俗内容', categories: ['pornography'] },
  { text: '不传没有来源的消息', categories: ['rumour'] },
  { text: '不攻击人', categories: ['insult', 'harassment'] },
  { text: '不发广告', categories: ['advertising', 'duplicate', 'induced-sharing'] },
  { text: '不拉票,不私自募捐', categories: ['soliciting'] },
  { text: '不公开他人的个人信息', categories: ['privacy', 'secrets'] },
  {
    text: '官方通知由群主、管理员或授权的人发布',
    categories: ['notice', 'impersonation', 'invitation', 'group-name'],
  },
  { text: '使用实名名片', categories: ['card'] },
  {
    text: '不发来路不明的链接和文件,不刷屏',
    categories: ['unsafe-link', 'flood', 'quiet-hours', 'off-topic'],
  },
];

/** “不发广告(群规第6条)”. */
export function ruleText(category: Category): string {
  const index = GROUP_RULES.findIndex((rule) => rule.categories.includes(category));
  const rule = GROUP_RULES[index];
  return rule === undefined ? '请留意群规' : `本群${rule.text}(群规第${index + 1}条)`;
}

const RULE_NAMES: Readonly<Record<string, string>> = {
  prohibited: '违禁词',
  privacy: '个人信息',
  secrets: '涉密标记',
  'unsafe-link': '不安全链接',
  contact: '伪装的联系方式',
  notice: '官方通知',
  'notice-safety': '安全提醒',
  'notice-copy': '改动过的通知',
  submission: '投稿',
  'group-name': '群名格式',
  invitation: '群邀请',
  learned: '学习判断',
  flood: '刷屏',
  'quiet-hours': '休息时间',
  harassment: '反复针对一人',
  newcomer: '新成员链接',
  duplicate: '重复推销',
  'off-topic': '与工作无关',
  picture: '图片',
  'link-policy': '链接和名片',
  'card-format': '名片格式',
  impersonation: '冒用身份',
  'fee-scam': '冒名收费',
  admission: '入群申请',
  'wrong-branch': '所在城市',
  ban: '封禁名单',
  complaint: '举报',
  quiet: '暂停讨论',
  'own-word': '本群词库',
  manual: '人工',
};

/** A rule as an owner knows it. */
export function ruleName(id: string): string {
  return Object.hasOwn(RULE_NAMES, id) ? (RULE_NAMES[id] ?? id) : id;
}

/** The rule that a name means, among these; null: none. */
export function ruleOfName(name: string, ids: readonly string[]): string | null {
  return ids.find((id) => ruleName(id) === name) ?? null;
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  staff: '校友会(组织)的工作人员',
  owner: '群主',
  admin: '群主和管理员',
  member: '群成员',
};

export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

const PRESET_NAMES: Readonly<Record<Preset, string>> = {
  alumni: '校友群',
  work: '工作群',
  teaching: '教学群',
  plain: '普通群',
};

export function presetName(preset: Preset): string {
  return PRESET_NAMES[preset];
}
