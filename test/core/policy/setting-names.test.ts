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
