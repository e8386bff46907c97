import { slipOf } from '../../core/command/likely.js';
import type { Answer } from '../../core/model/answer.js';
import { CONTENT_CATEGORIES } from '../../core/model/category.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { override } from '../../core/policy/override.js';
import {
  NAMED_SETTINGS,
  type NamedSetting,
  namedSetting,
  storedValue,
} from '../../core/policy/setting-names.js';
import { categoryOfName } from '../../core/wording/category-words.js';
import type { Task } from '../codes.js';
import { withId, withoutId } from '../id-list.js';
import { askForCode, CODE_SECONDS } from './by-code.js';
import type { Call, Command } from './command.js';
import { BRAKE, brakeConfirmed, setBrake } from './set-brake.js';
import { putSetting } from './put-setting.js';

/** Shows the settings, or changes one. What gives the bot more power is confirmed by a code. */
export const set: Command = {
  names: ['设置', 'set'],
  least: 'owner',
  usage: '/设置 [项] [值]',
  summary: '看或改本群的设置;关一类:/设置 分类 推销 关',
  async run(call) {
    const [word = '', ...others] = call.rest.split(/\s+/u).filter((one) => one !== '');
    if (word === '') return listOf(call);
    if (word === BRAKE || word === 'brake') return setBrake(call, others[0] ?? '');
    if (word === '分类' || word.toLowerCase() === 'category') return setCategory(call, others);
    const setting = namedSetting(word);
    if (setting === null) return noSetting(word);
    const value = others.join(' ');
    if (value === '') return { kind: 'settings', settings: [shown(call, setting)], off: [] };
    return setNamed(call, setting, storedValue(setting, value));
  },
};

/** The one whose name holds the word, or is held by it, or has a slip. */
function noSetting(typed: string): Answer {
  const names = NAMED_SETTINGS.map(({ name }) => name);
  const near = names.find((name) => typed.length > 1 && (name.includes(typed) || typed.includes(name)));
  return { kind: 'no-setting', typed, names, near: near ?? slipOf(typed, names) };
}

function listOf(call: Call): Answer {
  const settings = NAMED_SETTINGS.map((setting) => shown(call, setting));
  return { kind: 'settings', settings, off: call.state.settings.offCategories };
}

function shown({ state }: Call, { name, hint, show }: NamedSetting) {
  return { name, hint, value: show(state.settings) };
}

async function setNamed(call: Call, setting: NamedSetting, value: string): Promise<Answer> {
  const stored = await call.desk.deps.store.settings(call.state.group.id);
  const before = override(call.state.settings, {}).settings;
  const tried = override(before, { ...stored, [setting.key]: value });
  if (tried.warnings.length > override(before, stored).warnings.length)
    return { kind: 'bad-setting', name: setting.name, hint: setting.hint };
  const wider = setting.widens(value, call.state.settings);
  if (wider !== null) {
    const code = askForCode(call, { kind: 'setting', key: setting.key, value });
    return { kind: 'confirm-setting', name: setting.name, wider, code, seconds: CODE_SECONDS };
  }
  return store(call, setting, value);
}

/** The setting that was confirmed; who may change it is looked at again. */
export function settingConfirmed(
  call: Call,
  { key, value }: Extract<Task, { kind: 'setting' }>,
): Promise<Answer> | Answer {
  if (key === BRAKE) return brakeConfirmed(call);
  const setting = namedSetting(key);
  if (setting === null || !isAtLeast(call.role, 'owner')) return { kind: 'refused', least: 'owner' };
  return store(call, setting, value);
}

async function store(call: Call, setting: NamedSetting, value: string): Promise<Answer> {
  await putSetting(call, setting.key, value);
  return { kind: 'setting-changed', name: setting.name, value: setting.show(call.state.settings) };
}

const ON = /^(开|on)$/iu;
const OFF = /^(关|off)$/iu;

async function setCategory(call: Call, [word = '', switched = '']: readonly string[]): Promise<Answer> {
  const category = categoryOfName(word);
  if (category === null || !CONTENT_CATEGORIES.some((one) => one === category))
    return { kind: 'usage', usage: '/设置 分类 推销 关' };
  if (!ON.test(switched) && !OFF.test(switched)) return { kind: 'usage', usage: `/设置 分类 ${word} 开|关` };
  const off = call.state.settings.offCategories;
  const list = OFF.test(switched) ? withId(off, category) : withoutId(off, category);
  await putSetting(call, 'categories.off', list.join(','));
  return { kind: 'category-switched', category, on: ON.test(switched) };
}
