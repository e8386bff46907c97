import type { Command } from 'commander';
import { scanner } from '../filters.js';
import { importLexicon, lintLexicons, listLexicons } from '../lexicon.js';
import { print, warn } from './shared.js';

export function addLexicon(program: Command): void {
  const lexicon = program.command('lexicon').description('违禁词库');
  lexicon
    .command('lint')
    .description('检查词库:重复、误伤、永远不会命中的词')
    .option('--cards <文件>', '群名片,一行一个:词条不得是名片的一部分')
    .action((options: { cards?: string }) => lintLexicons(options.cards ?? null, print));
  lexicon
    .command('list')
    .description('每个词库文件有多少词条')
    .action(() => listLexicons(print));
  lexicon
    .command('test <文字>')
    .description('一句话会命中什么')
    .action((text: string) => print(JSON.stringify(scanner(warn)(text))));
  lexicon
    .command('import <文件>')
    .description('导入词表:一行一词,或 词,类别')
    .option('--category <类别>', '没写类别的行归入哪一类')
    .option('--out <目录>', '写成词库文件(默认只报告)')
    .action((file: string, options: { category?: string; out?: string }) =>
      importLexicon(file, options, print),
    );
}
