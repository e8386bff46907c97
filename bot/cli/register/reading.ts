import type { Command } from 'commander';
import { packageRoot } from '../../root.js';
import { builtAt } from '../doctor/machine.js';
import { doctor } from '../doctor/doctor.js';
import { wording } from '../wording.js';
import { CONFIG, print, type Shared } from './shared.js';

/** What only looks. */
export function addReading(program: Command): void {
  program
    .command('doctor')
    .description('检查机器、配置、数据库、词库、平台:缺什么,怎么补')
    .option('--json', '输出 JSON')
    .option('--offline', '不连网关和群机器人')
    .option(...CONFIG)
    .action(async (options: Shared & { json?: boolean; offline?: boolean }) =>
      doctor({
        path: options.config,
        env: process.env,
        now: Date.now(),
        builtAt: builtAt(packageRoot()),
        form: options.json === true ? 'json' : 'lines',
        reach: options.offline === true ? 'offline' : 'online',
        print,
      }),
    );
  program
    .command('wording')
    .description('机器人会说的每一句话:一个网页,或 --text')
    .option('--out <文件>', '网页写到哪里', 'qunshao-wording.html')
    .option('--text', '只打印文字,不写网页')
    .action(async ({ out, text }: { out: string; text?: boolean }) =>
      print(await wording({ out, form: text === true ? 'text' : 'page' })),
    );
}
