import type { Command } from 'commander';
import { evaluate } from '../eval.js';
import { card, groupName, notice, scan, scanner } from '../filters.js';
import { CONFIG, load, type Shared, streams, warn } from './shared.js';

export function addFilters(program: Command): void {
  program
    .command('scan [文件]')
    .description('逐行检查文字是否违禁(JSONL)')
    .option('--preset <名>', '群的类型', 'alumni')
    .option(...CONFIG)
    .action((file: string | undefined, options: Shared & { preset: string }) => {
      if (options.config !== undefined) load(options);
      return scan(file, options.preset, streams);
    });
  program
    .command('card [文件]')
    .description('逐行检查群名片(JSONL)')
    .option('--template <格式>', '名片格式,如 {name}-{city}-{major}{year}')
    .option(...CONFIG)
    .action((file: string | undefined, options: Shared & { template?: string }) =>
      card(file, options.template, { config: load(options).config, streams }),
    );
  program
    .command('group-name [文件]')
    .description('逐行检查群名(JSONL)')
    .option(
      '--template <格式>',
      '群名格式,可以写几次',
      (one: string, before: string[]) => [...before, one],
      [],
    )
    .option(...CONFIG)
    .action((file: string | undefined, options: Shared & { template: string[] }) =>
      groupName(file, options.template, { config: load(options).config, streams }),
    );
  program
    .command('notice [文件]')
    .description('逐行判断是否像官方通知(JSONL)')
    .option(...CONFIG)
    .action((file: string | undefined, options: Shared) =>
      notice(file, load(options).config.organisation, streams),
    );
  addEval(program);
}

function addEval(program: Command): void {
  program
    .command('eval <文件...>')
    .description('用带标签的数据测量准确度')
    .option('--benign <文件>', '日常消息,用来定误报率')
    .option('--json', '输出 JSON')
    .action((files: string[], options: { benign?: string; json?: boolean }) =>
      evaluate({
        files,
        ...(options.benign === undefined ? {} : { benign: options.benign }),
        json: options.json === true,
        scan: scanner(warn),
        stdin: process.stdin,
        output: process.stdout,
        log: process.stderr,
      }),
    );
}
