import { z } from 'zod';
import { type BackupSettings, DEFAULT_BACKUP, MOST_BACKUPS } from '../core/policy/backup.js';
import { parseDueTime } from '../core/policy/duetime.js';

const NEVER = 'never';
const FORM = '写成 "03:30"(每天)、"Sun 03:30"(每周)或 never(不自动备份)';

/** `03:30` means every day. */
function dueTimeOf(written: string): string {
  return /^\d/u.test(written.trim()) ? `daily ${written.trim()}` : written;
}

/** What is wrong with a time, as a Chinese clause; null: nothing. */
function timeProblem(written: string): string | null {
  return written === NEVER || parseDueTime(dueTimeOf(written)) !== null ? null : `时间读不懂:${FORM}`;
}

function text(problemOf: (value: string) => string | null): z.ZodString {
  return z.string().check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null) context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
}

const directory = text((value) =>
  value.trim() === '' || value.includes('\0') || value.includes('://')
    ? '要写一个文件夹的路径,如 data/backups'
    : null,
);

/** The section `backup`. */
export const backupSection = z.strictObject({
  at: text(timeProblem).default('03:30').describe(`什么时候自动备份:${FORM}`),
  keep: z.int().min(1).max(MOST_BACKUPS).default(DEFAULT_BACKUP.keep).describe('保留最近几份'),
  directory: directory.optional().describe('备份放在哪个文件夹;不写就放在数据库旁边的 backups'),
});

export function backupFrom(section: z.output<typeof backupSection>): BackupSettings {
  return {
    at: section.at === NEVER ? null : dueTimeOf(section.at),
    keep: section.keep,
    directory: section.directory ?? null,
  };
}
