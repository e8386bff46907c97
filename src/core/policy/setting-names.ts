import { fieldOfLabel, shownFormat } from '../wording/card.js';
import { daySpanText, type DaySpan } from './conduct-settings.js';
import { dueTimeText } from './duetime.js';
import type { GroupSettings } from './settings.js';

/** How a setting gives the bot more power: it removes unasked, at fewer strikes, or more than the brake allows. */
export type Widening = 'unasked' | 'sooner' | 'unbraked';

/** A setting as an owner knows it: its name and values in Chinese, and how it stands. */
export interface NamedSetting {
  readonly key: string;
  readonly name: string;
  /** Chinese values and what they are stored as; empty where the value is written as it is. */
  readonly values: Readonly<Record<string, string>>;
  /** What may be written. */
  readonly hint: string;
  readonly show: (settings: GroupSettings) => string;
  /** What this value lets the bot do that it may not do now: it is asked for twice. Null: no more power. */
  readonly widens: (value: string, settings: GroupSettings) => Widening | null;
  /** What is stored for what is written; a day or a count loses its unit. */
  readonly read: (written: string) => string;
}

const REMOVAL_NAMES = { 先问: 'ask', 自动: 'auto', 从不: 'never' } as const;
const PRESET_NAMES = { 校友群: 'alumni', 工作群: 'work', 教学群: 'teaching', 普通群: 'plain' } as const;
const RULES_NAMES = { 不提醒: 'off', 每周: 'weekly', 每月: 'monthly' } as const;
const SAFETY_NAMES = { 不提醒: 'off', 每月: 'monthly' } as const;
const WELCOME_NAMES = { 名片要改的: 'cards', 都欢迎: 'all', 不说: 'off' } as const;
const SWITCH_NAMES = { 开: 'on', 关: 'off' } as const;
const LEAVING_NAMES = { 只记录: 'record', 告诉我: 'tell' } as const;
const NONE = { 不设: 'none' } as const;

function nameOfValue(values: Readonly<Record<string, string>>, value: string): string {
  return Object.entries(values).find(([, stored]) => stored === value)?.[0] ?? value;
}

function withoutUnit(written: string): string {
  return written.replace(/^(?:第\s*)?(\d+)\s*[天次人条]$/u, '$1');
}

const plain = (
  key: string,
  name: string,
  of: Pick<NamedSetting, 'hint' | 'show'> & Partial<NamedSetting>,
): NamedSetting => ({ key, name, values: {}, widens: () => null, read: withoutUnit, ...of });

/** 姓名-城市-专业年级 → {name}-{city}-{major}{year}; what is a template already stays. */
function templateOf(written: string): string {
  return written.includes('{') ? written : fieldOfLabel(written);
}

function spanShown(span: DaySpan | null): string {
  return span === null ? '不设' : daySpanText(span);
}

/** The settings that `/设置` lists, in its order. Others can be set by their key. */
export const NAMED_SETTINGS: readonly NamedSetting[] = [
  plain('preset', '群类型', {
    values: PRESET_NAMES,
    hint: '校友群、工作群、教学群、普通群',
    show: ({ preset }) => nameOfValue(PRESET_NAMES, preset),
  }),
  plain('card.template', '名片格式', {
    values: { 不检查: 'none' },
    hint: '如 姓名-城市-专业年级,或 不检查',
    show: ({ card }) => (card.template === null ? '不检查' : shownFormat(card.template).format),
    read: templateOf,
  }),
  plain('card.deadline-days', '名片期限', {
    hint: '天数,如 7天',
    show: ({ card }) => `${card.deadlineDays}天`,
  }),
  plain('removal', '移出', {
    values: REMOVAL_NAMES,
    hint: '先问、自动、从不',
    show: ({ removal }) => nameOfValue(REMOVAL_NAMES, removal),
    widens: (value) => (value === 'auto' ? 'unasked' : null),
  }),
  plain('strikes.warn', '提醒次数', {
    hint: '第几次记过提醒,如 1',
    show: ({ strikes }) => `第${strikes.warn}次`,
  }),
  plain('strikes.final', '最后提醒', {
    hint: '第几次记过最后提醒,如 2',
    show: ({ strikes }) => `第${strikes.final}次`,
  }),
  plain('strikes.remove', '移出次数', {
    hint: '第几次记过移出,如 3',
    show: ({ strikes }) => `第${strikes.remove}次`,
    widens: (value, { strikes }) => (Number(value) < strikes.remove ? 'sooner' : null),
  }),
  plain('strikes.expire-days', '记过有效', {
    values: { 永久: 'never' },
    hint: '天数,如 90天,或 永久',
    show: ({ strikes }) => (strikes.expireDays === null ? '永久' : `${strikes.expireDays}天`),
  }),
  plain('conduct.quiet-hours', '休息时间', {
    values: NONE,
    hint: '如 22:30-07:30,或 不设',
    show: ({ conduct }) => spanShown(conduct.quietHours),
  }),
  plain('conduct.working-hours', '工作时间', {
    values: NONE,
    hint: '如 09:00-18:00,或 不设',
    show: ({ conduct }) => spanShown(conduct.workingHours),
  }),
  plain('conduct.probation-days', '新成员期', {
    values: { 不设: '0' },
    hint: '几天内发的链接先请您看,如 3天,或 不设',
    show: ({ conduct }) => (conduct.probationDays === 0 ? '不设' : `${conduct.probationDays}天`),
  }),
  plain('reminders.welcome', '欢迎', {
    values: WELCOME_NAMES,
    hint: '名片要改的、都欢迎、不说',
    show: ({ reminders }) => nameOfValue(WELCOME_NAMES, reminders.welcome),
  }),
  plain('reminders.rules', '群规提醒', {
    values: RULES_NAMES,
    hint: '每周、每月、不提醒',
    show: ({ reminders }) => nameOfValue(RULES_NAMES, reminders.rules),
  }),
  plain('reminders.safety', '防骗提醒', {
    values: SAFETY_NAMES,
    hint: '每月、不提醒',
    show: ({ reminders }) => nameOfValue(SAFETY_NAMES, reminders.safety),
  }),
  plain('reminders.good-conduct', '好人好事', {
    values: SWITCH_NAMES,
    hint: '周报里写好的做法:开、关',
    show: ({ reminders }) => nameOfValue(SWITCH_NAMES, reminders.goodConduct),
  }),
  plain('notices.approvals', '通知审核', {
    hint: '几个人同意才发,1 或 2',
    show: ({ notices }) => `${notices.approvals}人`,
  }),
  plain('notices.per-day', '每天通知', {
    hint: '最多几条,如 3',
    show: ({ notices }) => `${notices.perDay}条`,
  }),
  plain('leaving', '有人退群', {
    values: LEAVING_NAMES,
    hint: '只记录、告诉我',
    show: ({ leaving }) => nameOfValue(LEAVING_NAMES, leaving),
  }),
  plain('digest.at', '周报时间', { hint: '如 周一 09:00', show: ({ digest }) => dueTimeText(digest.at) }),
  plain('digest.timezone', '时区', { hint: '如 Asia/Shanghai', show: ({ digest }) => digest.timezone }),
  plain('evidence-days', '证据天数', {
    hint: '天数,如 180天',
    show: ({ evidenceDays }) => `${evidenceDays}天`,
  }),
];

/** By Chinese name or by key; null: no such setting has a name. */
export function namedSetting(word: string): NamedSetting | null {
  return NAMED_SETTINGS.find(({ name, key }) => name === word || key === word.toLowerCase()) ?? null;
}

/** What is stored for a value as an owner writes it: 自动 → `auto`, 7天 → `7`. */
export function storedValue({ values, read }: NamedSetting, written: string): string {
  const value = written.trim();
  return Object.hasOwn(values, value) ? (values[value] ?? value) : read(value);
}
