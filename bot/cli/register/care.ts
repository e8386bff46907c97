import type { Command } from 'commander';
import { verifyAudit } from '../audit.js';
import { backupTo, restoreFrom } from '../backup.js';
import { migrateTo } from '../migrate.js';
import { configSchemaText } from '../config.js';
import { CONFIG, load, print, type Shared } from './shared.js';

export function addCare(program: Command): void {
  program
    .command('audit')
    .description('审计日志')
    .command('verify')
    .description('沿哈希链检查审计日志有没有被改过')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (options: Shared & { db?: string }) =>
      print(await verifyAudit(options.db ?? load(options).config.database)),
    );
  program
    .command('config')
    .description('配置')
    .command('schema')
    .description('配置文件的 JSON Schema')
    .action(() => print(configSchemaText()));
  program
    .command('backup <文件>')
    .description('在线备份数据库')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (file: string, options: Shared & { db?: string }) =>
      print(await backupTo(file, options.db ?? load(options).config.database)),
    );
  program
    .command('migrate')
    .description('把 SQLite 数据库搬到空的 PostgreSQL,逐表核对')
    .requiredOption('--to <地址>', 'postgres://用户:密码@主机/库名')
    .option('--from <文件>', 'SQLite 文件(默认:配置里的)')
    .option(...CONFIG)
    .action(async (options: Shared & { to: string; from?: string }) =>
      print(await migrateTo(options.to, options.from ?? load(options).config.database)),
    );
  program
    .command('restore <文件>')
    .description('从备份恢复到配置的数据库')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option('--force', '覆盖已有的数据库')
    .option(...CONFIG)
    .action(async (file: string, options: Shared & { db?: string; force?: boolean }) =>
      print(await restoreFrom(file, options.db ?? load(options).config.database, options.force === true)),
    );
}
