import type { SilentRule } from '../model/answer.js';
import { ruleName } from './names.js';

/** Which rules did not fire, each with its reason: `没有命中:涉密标记(没有密级标记)、…`. */
export function whyNotLines(silent: readonly SilentRule[]): readonly string[] {
  if (silent.length === 0) return [];
  return [`没有命中:${silent.map((one) => `${ruleName(one.rule)}(${reasonOf(one)})`).join('、')}`];
}

function reasonOf({ rule, why }: SilentRule): string {
  switch (why) {
    case 'off':
      return '本群没开';
    case 'probation':
      return '只观察';
    case 'looked':
      return Object.hasOwn(LOOKED, rule) ? (LOOKED[rule] ?? NOTHING) : NOTHING;
  }
}

const NOTHING = '没有相符的';

const LOOKED: Readonly<Record<string, string>> = {
  prohibited: '没有违禁的说法',
  privacy: '没有证件、卡号或他人的号码',
  secrets: '没有密级标记',
  'unsafe-link': '没有可疑的链接或文件',
  contact: '没有藏着写的联系方式',
  'off-topic': '没有与工作无关的内容',
  learned: '没到它的把握门槛',
  notice: '没有发布通知的口气',
  invitation: '没有群邀请',
};
