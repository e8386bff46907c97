import { z } from 'zod';
import {
  type ConductSettings,
  DEFAULT_PROBATION_DAYS,
  MOST_PROBATION_DAYS,
  OFF_TOPIC_KINDS,
  parseDaySpan,
  parseDomain,
  PICTURE_READINGS,
  presetOffTopic,
} from '../core/policy/conduct-settings.js';
import type { Preset } from '../core/policy/preset.js';

const NEVER = 'none';

function text(problemOf: (value: string) => string | null): z.ZodString {
  return z.string().check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null) context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
}

const span = text((value) =>
  value === NEVER || parseDaySpan(value) !== null ? null : '时段读不懂:写成 "22:30-07:30",不用就写 none',
);

const domain = text((value) =>
  parseDomain(value) === null ? '不是域名:写成 example.edu.cn,不带 http:// 和路径' : null,
);

/** The section `conduct` of a group. */
export const conductSection = z.strictObject({
  'quiet-hours': span.default(NEVER).describe('休息时间,如 22:30-07:30;none 表示不设'),
  'working-hours': span
    .default(NEVER)
    .describe('工作时间,如 09:00-18:00;周末和法定节假日按国家安排;none 表示不设'),
  'probation-days': z
    .int()
    .min(0)
    .max(MOST_PROBATION_DAYS)
    .default(DEFAULT_PROBATION_DAYS)
    .describe('新成员进群几天内,链接、二维码、名片、小程序先请群主看;0 表示不设'),
  domains: z.array(domain).default([]).describe('总是放行的链接域名(含子域名)'),
  'off-topic': z
    .array(z.enum(OFF_TOPIC_KINDS))
    .optional()
    .describe(
      '与本群无关的内容,善意提示:links 链接,articles 转发文章,images 图片,chatter 闲聊;不写按 preset',
    ),
  pictures: z
    .enum(PICTURE_READINGS)
    .default('read')
    .describe('图片:read 识别二维码、已知广告图和借用的头像,ignore 不看'),
});

export function conductFrom(section: z.output<typeof conductSection>, preset: Preset): ConductSettings {
  return {
    quietHours: parseDaySpan(section['quiet-hours']),
    workingHours: parseDaySpan(section['working-hours']),
    probationDays: section['probation-days'],
    domains: section.domains.flatMap((one) => parseDomain(one) ?? []),
    offTopic: section['off-topic'] ?? presetOffTopic(preset),
    pictures: section.pictures,
  };
}
