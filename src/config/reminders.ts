import { z } from 'zod';
import {
  DEFAULT_REMINDERS,
  type Reminders,
  RULES_TOLD,
  SAFETY_TOLD,
  SWITCHES,
  WELCOMES,
} from '../core/policy/reminders.js';

/** The section `reminders` of a group. */
export const remindersSection = z.strictObject({
  rules: z
    .enum(RULES_TOLD)
    .default(DEFAULT_REMINDERS.rules)
    .describe('定期在群里说一遍群规:off 不说,weekly 每周一,monthly 每月第一个周一'),
  safety: z
    .enum(SAFETY_TOLD)
    .default(DEFAULT_REMINDERS.safety)
    .describe('防骗和清理聊天记录的提醒:off 不说,monthly 每月第三个周一'),
  welcome: z
    .enum(WELCOMES)
    .default(DEFAULT_REMINDERS.welcome)
    .describe('新成员:cards 名片要改的才欢迎,all 都欢迎,off 不说'),
  'good-conduct': z
    .enum(SWITCHES)
    .default(DEFAULT_REMINDERS.goodConduct)
    .describe('周报里写不写好的做法(及时撤回、改好名片、举报属实、投稿通过)'),
});

export function remindersFrom(section: z.output<typeof remindersSection>): Reminders {
  const { rules, safety, welcome, 'good-conduct': goodConduct } = section;
  return { rules, safety, welcome, goodConduct };
}
