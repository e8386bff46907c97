import type { GroupSettings } from './settings.js';

/** A setting as an owner knows it: its name and values in Chinese, and how it stands. */
export interface NamedSetting {
  readonly key: string;
  readonly name: string;
  /** Chinese values and what they are stored as; empty where the value is written as it is. */
  readonly values: Readonly<Record<string, string>>;
  /** What may be written. */
  readonly hint: string;
  readonly show: (settings: GroupSettings) => string;
  /** Whether this value gives the bot more power: it is asked for twice. */
  readonly widens: (value: string) => boolean;
}

const REMOVAL_NAMES = { 先问: 'ask', 自动: 'auto', 从不: 'never' } as const;
const PRESET_NAMES = { 校友群: 'alumni', 工作群: 'work', 教学群: 'teaching', 普通群: 'plain' } as const;

const never = (): boolean => false;

function nameOfValue(values: Readonly<Record<string, string>>, value: string): string {
  return Object.entries(values).find(([, stored]) => stored === value)?.[0] ?? value;
}

const plain = (
  key: string,
  name: string,
  of: Pick<NamedSetting, 'hint' | 'show'> & Partial<NamedSetting>,
): NamedSetting => ({ key, name, values: {}, widens: never, ...of });

/** The settings that `/设置` lists, in its order. Others can be set by their key. */
export const NAMED_SETTINGS: readonly NamedSetting[] = [
  plain('preset', '群类型', {
    values: PRESET_NAMES,
    hint: '校友群、工作群、教学群、普通群',
    show: ({ preset }) => nameOfValue(PRESET_NAMES, preset),
  }),
  plain('card.template', '名片格式', {
    values: { 不检查: 'none' },
    hint: '如 {name}-{city}-{major}{year},或 不检查',
    show: ({ card }) => card.template ?? '不检查',
  }),
  plain('card.deadline-days', '名片期限', {
    hint: '天数,如 7',
    show: ({ card }) => `${card.deadlineDays}天`,
  }),
  plain('removal', '移出', {
    values: REMOVAL_NAMES,
    hint: '先问、自动、从不',
    show: ({ removal }) => nameOfValue(REMOVAL_NAMES, removal),
    widens: (value) => value === 'auto',
  }),
  plain('strikes.warn', '提醒次数', { hint: '第几次记过提醒', show: ({ strikes }) => `第${strikes.warn}次` }),
  plain('strikes.final', '最后提醒', {
    hint: '第几次记过最后提醒',
    show: ({ strikes }) => `第${strikes.final}次`,
  }),
  plain('strikes.remove', '移出次数', {
    hint: '第几次记过移出',
    show: ({ strikes }) => `第${strikes.remove}次`,
  }),
  plain('strikes.expire-days', '记过有效', {
    values: { 永久: 'never' },
    hint: '天数,如 90,或 永久',
    show: ({ strikes }) => (strikes.expireDays === null ? '永久' : `${strikes.expireDays}天`),
  }),
  plain('digest.at', '周报时间', { hint: '如 周一 09:00', show: ({ digest }) => digest.at }),
  plain('digest.timezone', '时区', { hint: '如 Asia/Shanghai', show: ({ digest }) => digest.timezone }),
  plain('evidence-days', '证据天数', {
    hint: '天数,如 180',
    show: ({ evidenceDays }) => `${evidenceDays}天`,
  }),
];

/** By Chinese name or by key; null: no such setting has a name. */
export function namedSetting(word: string): NamedSetting | null {
  return NAMED_SETTINGS.find(({ name, key }) => name === word || key === word.toLowerCase()) ?? null;
}

/** What is stored for a value as an owner writes it: 自动 → `auto`, 7天 → `7`. */
export function storedValue({ values }: NamedSetting, written: string): string {
  const value = written.trim();
  if (Object.hasOwn(values, value)) return values[value] ?? value;
  return value.replace(/^(?:第\s*)?(\d+)\s*[天次]$/u, '$1');
}
