import type { Command } from 'commander';
import { wording } from '../wording.js';
import { print } from './shared.js';

export function addReading(program: Command): void {
  program
    .command('wording')
    .description('机器人会说的每一句话:一个网页,或 --text')
    .option('--out <文件>', '网页写到哪里', 'qunshao-wording.html')
    .option('--text', '只打印文字,不写网页')
    .action(async ({ out, text }: { out: string; text?: boolean }) =>
      print(await wording({ out, form: text === true ? 'text' : 'page' })),
    );
}
