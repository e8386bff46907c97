import type { Command } from 'commander';
import { rosterImport } from '../roster.js';
import { CONFIG, load, print, type Shared } from './shared.js';

export function addPeople(program: Command): void {
  program
    .command('roster')
    .description('名册')
    .command('import <文件>')
    .description('导入一个群的名册(CSV 或 XLSX);先给看,加 --yes 才写入')
    .requiredOption('--group <群>', '群的编号')
    .option('--yes', '写入')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (file: string, options: Shared & { group: string; yes?: boolean; db?: string }) => {
      const db = options.db ?? load(options).config.database;
      const write = options.yes === true ? 'yes' : 'no';
      print(await rosterImport({ file, group: options.group, db, write, now: Date.now() }));
    });
}
