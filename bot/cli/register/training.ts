import type { Command } from 'commander';
import { trainJudge } from '../train.js';
import { print } from './shared.js';

export function addTraining(program: Command): void {
  program
    .command('train <文件...>')
    .description('用带标签的数据(JSONL)和训练语法(txt)训练判断模型')
    .requiredOption('--out <目录>', '写权重和数字的目录')
    .option('--benign <文件>', '日常消息,只用来定阈值')
    .option('--contrast <文件>', '谈论违禁事物的正常消息(只教不定阈值)')
    .option('--sources <来源>', '只用 source 以这些开头的行,逗号分开')
    .option('--review <比例>', '每个类别允许多大比例的日常消息进入复核')
    .action(
      (
        files: string[],
        options: { out: string; benign?: string; contrast?: string; sources?: string; review?: string },
      ) =>
        trainJudge({
          files,
          out: options.out,
          ...(options.benign === undefined ? {} : { benign: options.benign }),
          ...(options.review === undefined ? {} : { review: Number(options.review) }),
          contrast: options.contrast === undefined ? [] : [options.contrast],
          sources: options.sources?.split(',') ?? [],
          stdin: process.stdin,
          print,
        }),
    );
}
