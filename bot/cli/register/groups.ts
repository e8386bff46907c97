import type { Command } from 'commander';
import { claimCode } from '../claim.js';
import { CONFIG, load, print, type Shared } from './shared.js';

export function addGroups(program: Command): void {
  program
    .command('claim')
    .description('看不到群主的群:生成一次性认领码,群主私聊机器人 /认领 码')
    .requiredOption('--group <群>', '群的编号')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async ({ group, db, ...options }: Shared & { group: string; db?: string }) =>
      print(await claimCode({ group, db: db ?? load(options).config.database })),
    );
}
