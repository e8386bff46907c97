import { MEMBER_CLASSES } from '../core/model/people.js';
import { z } from 'zod';
import { DUE_TIME_FORM, parseDueTime } from '../core/policy/duetime.js';
import { DEFAULT_DEADLINE_DAYS, DEFAULT_MANNER, LONGEST_NAMES } from '../core/policy/card-settings.js';
import { parseDay } from '../core/policy/localtime.js';
import { MODES, PRESETS, REMOVALS, STRIKE_SHARING } from '../core/policy/preset.js';
import {
  DEFAULT_DATABASE,
  DEFAULT_DIGEST,
  DEFAULT_NOTICES,
  DEFAULT_SIZE_LIMIT,
  DEFAULT_EVIDENCE_DAYS,
  DEFAULT_STRIKES,
  MOST_DAYS,
  MOST_DEADLINE_HOURS,
  MOST_NOTICES_A_DAY,
  MOST_MEMBERS,
  MOST_STRIKES,
  NO_ORGANISATION,
} from '../core/policy/settings.js';
import { GROUP_NAME_FIELDS, templateProblem } from '../core/policy/template.js';
import { databaseProblem } from './database.js';
import { timezoneProblem } from './timezone.js';
import { webhookProblem } from './webhook.js';
import { backupSection } from './backup.js';
import { operatingSection } from './operating.js';
import { conductSection } from './conduct.js';
import { remindersSection } from './reminders.js';
import { doubledGroups, ladderProblems, type Misfit, nameless } from './combination.js';

/** A text checked by a function that says what is wrong with it. */
function checked(problemOf: (value: string) => string | null): z.ZodString {
  return z.string().check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null) context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
}

function report(context: z.core.$RefinementCtx, misfits: readonly Misfit[]): void {
  for (const { path, message } of misfits) context.addIssue({ code: 'custom', path: [...path], message });
}

const filled = z.string().regex(/\S/u);
const contactId = filled.describe('联系人编号,要加引号');
const count = z.int().min(1).max(MOST_STRIKES);

const groupName = checked((value) => templateProblem(value, GROUP_NAME_FIELDS));
/** Told to members by /关于. */
const told = z.string().max(200).default('');

const organisation = z.strictObject({
  name: z.string().default(NO_ORGANISATION.name).describe('组织全称'),
  words: z.array(filled).default([]).describe('受保护的名称用词:别人不得冒用'),
  admins: z.array(contactId).default([]).describe('总会工作人员的联系人编号'),
  founded: z
    .int()
    .min(1000)
    .max(2999)
    .default(NO_ORGANISATION.founded)
    .describe('建校年份:名片年级不得早于它'),
  webhook: checked(webhookProblem)
    .optional()
    .describe('组织的企业微信群机器人地址:严重的事和事件报到那里;也可以写在环境变量 QUNSHAO_WEBHOOK'),
  majors: z.array(filled).default([]).describe('本组织自己的专业名、旧称,名片上可以写'),
  'group-name': z
    .union([groupName, z.array(groupName).min(1)])
    .optional()
    .describe('群名格式,如 某校{place}校友分会群{number?};可以写几个,合其中一个就行;不写就不检查群名'),
  strikes: z
    .enum(STRIKE_SHARING)
    .default(NO_ORGANISATION.strikes)
    .describe('记过按群计(group)还是各群共用(shared)'),
  operator: told.describe('谁在运行机器人,如 校友总会办公室'),
  contact: told.describe('怎样联系运行者,如电话或邮箱;群成员都看得到'),
  approval: told.describe('依据哪个批准使用机器人,如文号'),
});

const card = z.strictObject({
  template: checked(templateProblem)
    .optional()
    .describe('名片格式;不写就用 preset 的格式。字段后加 ? 表示可以不写'),
  'deadline-days': z
    .int()
    .min(1)
    .max(MOST_DAYS)
    .default(DEFAULT_DEADLINE_DAYS)
    .describe('提醒之后几天内改好'),
  graduation: z.boolean().default(DEFAULT_MANNER.graduation).describe('年级也可以写毕业的届(97届)'),
  'latin-names': z.boolean().default(DEFAULT_MANNER.latinNames).describe('姓名也可以写外文'),
  'longest-name': z
    .int()
    .min(LONGEST_NAMES.least)
    .max(LONGEST_NAMES.most)
    .default(DEFAULT_MANNER.longestName)
    .describe('不带“·”的汉字姓名最长几个字'),
  holidays: z.enum(['work', 'pause']).default('work').describe('公共假日照常提醒(work)还是停下(pause)'),
});

const expireDays = z.union([z.int().min(1).max(MOST_DAYS), z.literal('never')]);

const strikes = z
  .strictObject({
    warn: count.default(DEFAULT_STRIKES.warn).describe('第几次记过提醒'),
    final: count.default(DEFAULT_STRIKES.final).describe('第几次记过最后提醒'),
    remove: count.default(DEFAULT_STRIKES.remove).describe('第几次记过移出'),
    'expire-days': expireDays
      .default(DEFAULT_STRIKES.expireDays)
      .describe('记过几天后失效;never 表示一直有效'),
  })
  .superRefine((value, context) => report(context, ladderProblems(value)));

const publisher = z.strictObject({
  id: contactId,
  subjects: z.array(filled).default([]).describe('可以发布哪些主题的通知;空表示不限'),
  until: checked((value) => (parseDay(value) === null ? '不是日期:写成 2026-12-31' : null))
    .optional()
    .describe('授权到哪一天为止(含当天);不写表示长期'),
});

const notices = z.strictObject({
  approvals: z
    .union([z.literal(1), z.literal(2)])
    .default(DEFAULT_NOTICES.approvals)
    .describe('投稿要几个人同意:1 或 2'),
  'deadline-hours': z
    .int()
    .min(1)
    .max(MOST_DEADLINE_HOURS)
    .default(DEFAULT_NOTICES.deadlineHours)
    .describe('几小时没有答复就再问一次,再没有就问代审人,再没有就作罢'),
  deputy: contactId.optional().describe('代审人:群主不答复时改问这一位;须是群主、管理员或工作人员'),
  'per-day': z
    .int()
    .min(1)
    .max(MOST_NOTICES_A_DAY)
    .default(DEFAULT_NOTICES.perDay)
    .describe('我一天最多代发几条通知,多的顺延到第二天'),
});

const digest = z.strictObject({
  at: checked((value) => (parseDueTime(value) === null ? `时间读不懂:写成${DUE_TIME_FORM}` : null))
    .default(DEFAULT_DIGEST.at)
    .describe('周报时间'),
  timezone: checked(timezoneProblem).default(DEFAULT_DIGEST.timezone).describe('本群的时区(IANA 名)'),
});

const group = z
  .strictObject({
    id: filled.optional().describe('群编号,要加引号'),
    name: filled.optional().describe('群名,* 代表任意文字;没有 id 时按它找群'),
    preset: z.enum(PRESETS).default('alumni').describe('预设:校友群、工作群、教学群、普通群'),
    mode: z.enum(MODES).default('enforce').describe('observe 只观察,enforce 执行'),
    owner: contactId.optional().describe('群主的联系人编号(平台不显示群主时写)'),
    admins: z.array(contactId).default([]).describe('管理员的联系人编号'),
    'size-limit': z
      .int()
      .min(2)
      .max(MOST_MEMBERS)
      .default(DEFAULT_SIZE_LIMIT)
      .describe('人数上限,超过要先批准'),
    removal: z.enum(REMOVALS).default('ask').describe('移出前先问(ask)、直接移出(auto)、从不移出(never)'),
    card: card.prefault({}).describe('群名片'),
    strikes: strikes.prefault({}).describe('处罚阶梯'),
    conduct: conductSection.prefault({}).describe('发言秩序、新成员、链接和图片'),
    publishers: z.array(publisher).default([]).describe('可以发布通知的人'),
    notices: notices.prefault({}).describe('通知的投稿和审核'),
    digest: digest.prefault({}).describe('周报'),
    reminders: remindersSection.prefault({}).describe('我主动在群里说的话'),
    'exempt-classes': z
      .array(z.enum(MEMBER_CLASSES))
      .default([])
      .describe('这些类别的成员只记录、不处理,也不查名片(类别用 /名册 类别 记)'),
    leaving: z
      .enum(['record', 'tell'])
      .default('record')
      .describe('有人退群只记录(record)还是告诉群主(tell)'),
    'evidence-days': z
      .int()
      .min(1)
      .max(MOST_DAYS)
      .default(DEFAULT_EVIDENCE_DAYS)
      .describe('办结的案件几天后删去证据文字,只留统计'),
  })
  .superRefine((value, context) => report(context, nameless(value)));

/** The file `qunshao.yaml`, as read. Messages of custom issues are Chinese clauses; the rest is put into words in problem.ts. */
export const fileSchema = z.strictObject({
  organisation: organisation.prefault({}).describe('组织'),
  groups: z
    .array(group)
    .default([])
    .superRefine((value, context) => report(context, doubledGroups(value)))
    .describe('各群的设置;没有列出的群只观察'),
  database: checked(databaseProblem)
    .default(DEFAULT_DATABASE)
    .describe('SQLite 文件路径,或 postgres:// 地址'),
  backup: backupSection.prefault({}).describe('自动备份(只对 SQLite 文件;PostgreSQL 用 pg_dump)'),
  operating: operatingSection(report).prefault({}).describe('运行:健康检查和指标'),
});

export type ConfigFile = z.output<typeof fileSchema>;
export type GroupInFile = ConfigFile['groups'][number];

/** JSON Schema (2020-12) of the file, for editors and for `qunshao config schema`. */
export function configSchema(): object {
  return {
    title: 'qunshao.yaml',
    description: '群哨的配置文件',
    ...z.toJSONSchema(fileSchema, { io: 'input' }),
  };
}
