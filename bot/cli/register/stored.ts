import type { Command } from 'commander';
import { createLog } from '../../log.js';
import { digest } from '../digest.js';
import { replay } from '../replay.js';
import { CONFIG, load, print, type Shared, warn } from './shared.js';

export function addStored(program: Command): void {
  program
    .command('replay <事件文件>')
    .description('按虚拟时间回放一段群聊')
    .option(...CONFIG)
    .option('--db <文件>', '写入新的数据库文件')
    .option('--out <文件>', '写出机器人做了什么(JSONL)')
    .option('--json', '最后输出一行 JSON 汇总')
    .action(async (file: string, options: Shared & { db?: string; out?: string; json?: boolean }) => {
      const { config, env } = load(options);
      const log = createLog(env['QUNSHAO_LOG'], 'error');
      const totals = await replay({
        file,
        config,
        db: options.db ?? null,
        out: options.out ?? null,
        log,
        warn,
      });
      print(options.json === true ? JSON.stringify(totals) : replayText(totals));
    });
  program
    .command('digest')
    .description('一个群一周的周报')
    .requiredOption('--group <群>', '群的编号')
    .option('--week <周>', 'ISO 周,如 2026-W10(默认:有记录的最近一周)')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option('--json', '输出 JSON')
    .option(...CONFIG)
    .action(async (options: Shared & { group: string; week?: string; db?: string; json?: boolean }) => {
      const { config } = load(options);
      print(
        await digest({
          config,
          group: options.group,
          week: options.week ?? null,
          db: options.db ?? null,
          json: options.json === true,
        }),
      );
    });
}

function replayText(totals: Awaited<ReturnType<typeof replay>>): string {
  const { messages, cases, violations, reviews, warnings, removals, requests } = totals;
  return `${messages} 条消息,${cases} 个案件(违规 ${violations},待复核 ${reviews}),提醒 ${warnings},移出 ${removals},请示 ${requests};每秒 ${totals.messagesPerSecond} 条`;
}
