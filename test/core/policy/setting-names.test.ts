import { describe, expect, it } from 'vitest';
import { override } from '../../../src/core/policy/override.js';
import { NAMED_SETTINGS, namedSetting, storedValue } from '../../../src/core/policy/setting-names.js';
import { UNLISTED } from '../../../src/core/policy/settings.js';

/** Name, key, what an owner writes, what is stored, how it is shown afterwards, what it lets the bot do. */
const TABLE = [
  ['群类型', 'preset', '工作群', 'work', '工作群', null],
  ['群类型', 'preset', '校友群', 'alumni', '校友群', null],
  ['群类型', 'preset', '教学群', 'teaching', '教学群', null],
  ['群类型', 'preset', '普通群', 'plain', '普通群', null],
  ['名片格式', 'card.template', '姓名-城市', '{name}-{city}', '姓名-城市', null],
  ['名片格式', 'card.template', '不检查', 'none', '不检查', null],
  ['名片期限', 'card.deadline-days', '3天', '3', '3天', null],
  ['移出', 'removal', '先问', 'ask', '先问', null],
  ['移出', 'removal', '自动', 'auto', '自动', 'unasked'],
  ['移出', 'removal', '从不', 'never', '从不', null],
  ['提醒次数', 'strikes.warn', '第 1 次', '1', '第1次', null],
  ['最后提醒', 'strikes.final', '第2次', '2', '第2次', null],
  ['移出次数', 'strikes.remove', '5', '5', '第5次', null],
  ['移出次数', 'strikes.remove', '第2次', '2', '第2次', 'sooner'],
  ['记过有效', 'strikes.expire-days', '30 天', '30', '30天', null],
  ['记过有效', 'strikes.expire-days', '永久', 'never', '永久', null],
  ['移出次数', 'strikes.remove', '3', '3', '第3次', null],
  ['休息时间', 'conduct.quiet-hours', '22:30-07:30', '22:30-07:30', '22:30-07:30', null],
  ['休息时间', 'conduct.quiet-hours', '不设', 'none', '不设', null],
  ['工作时间', 'conduct.working-hours', '09:00-18:00', '09:00-18:00', '09:00-18:00', null],
  ['新成员期', 'conduct.probation-days', '3天', '3', '3天', null],
  ['新成员期', 'conduct.probation-days', '不设', '0', '不设', null],
  ['欢迎', 'reminders.welcome', '都欢迎', 'all', '都欢迎', null],
  ['欢迎', 'reminders.welcome', '不说', 'off', '不说', null],
  ['群规提醒', 'reminders.rules', '每周', 'weekly', '每周', null],
  ['防骗提醒', 'reminders.safety', '每月', 'monthly', '每月', null],
  ['好人好事', 'reminders.good-conduct', '关', 'off', '关', null],
  ['通知审核', 'notices.approvals', '2人', '2', '2人', null],
  ['每天通知', 'notices.per-day', '5条', '5', '5条', null],
  ['有人退群', 'leaving', '告诉我', 'tell', '告诉我', null],
  ['周报时间', 'digest.at', '周一 09:00', '周一 09:00', '周一 09:00', null],
  ['时区', 'digest.timezone', 'Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo', null],
  ['证据天数', 'evidence-days', '60', '60', '60天', null],
] as const;

describe('settings as an owner names them', () => {
  it('an unknown word names none, nor does a name that every object has', () => {
    expect(['', '没有', 'constructor', '__proto__'].map(namedSetting)).toEqual([null, null, null, null]);
  });

  it('each name and each key stands once, with a hint', () => {
    const words = NAMED_SETTINGS.flatMap(({ name, key }) => [name, key]);
    expect(new Set(words).size).toBe(words.length);
    expect(NAMED_SETTINGS.filter(({ hint }) => hint === '')).toEqual([]);
  });

  it.each([
    { written: '', stored: '' },
    { written: '约3天', stored: '约3天' },
    { written: '3天左右', stored: '3天左右' },
    { written: '三天', stored: '三天' },
  ])('a count loses its unit where it stands alone: “$written” is “$stored”', ({ written, stored }) => {
    const days = namedSetting('名片期限');
    expect(days === null ? null : storedValue(days, written)).toBe(stored);
  });

  it.each(TABLE)('%s (%s): %s is stored as %s, shown as %s, which lets the bot act: %s', (...row) => {
    const [name, key, written, stored, shown, wider] = row;
    const setting = namedSetting(name);
    if (setting === null) throw new Error(`no setting ${name}`);
    expect(namedSetting(key.toUpperCase())).toBe(setting);
    expect(setting.key).toBe(key);
    expect(storedValue(setting, ` ${written} `)).toBe(stored);
    expect(setting.widens(stored, UNLISTED)).toBe(wider);
    expect(setting.show(override(UNLISTED, { [key]: stored }).settings)).toBe(shown);
  });
});
