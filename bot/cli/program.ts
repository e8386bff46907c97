import { Command } from 'commander';
import { type LoadedConfig, loadConfig } from '../../src/config/load.js';
import { createLog } from '../log.js';
import { verifyAudit } from './audit.js';
import { backupTo, restoreFrom } from './backup.js';
import { configSchemaText } from './config.js';
import { digest } from './digest.js';
import { doctor } from './doctor.js';
import { evaluate } from './eval.js';
import { card, notice, scan, scanner, type Streams } from './filters.js';
import { importLexicon, lintLexicons, listLexicons } from './lexicon.js';
import { replay } from './replay.js';
import { trainJudge } from './train.js';

interface Shared {
  readonly config?: string;
}

const streams: Streams = { stdin: process.stdin, stdout: process.stdout, warn };

function warn(line: string): void {
  process.stderr.write(`提醒:${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function load(options: Shared): LoadedConfig {
  const loaded = loadConfig({ path: options.config, env: process.env });
  for (const warning of loaded.warnings) warn(warning);
  return loaded;
}

/** The `qunshao` command line: one row here for each command of docs/cli.md. */
export function createProgram(): Command {
  const program = new Command('qunshao').description('群哨:微信群、企业微信群的管理机器人').exitOverride();
  program.configureOutput({ outputError: () => undefined });
  addFilters(program);
  addStored(program);
  addCare(program);
  addLexicon(program);
  addTraining(program);
  return program;
}

const CONFIG = ['--config <文件>', '配置文件(默认 qunshao.yaml)'] as const;

function addFilters(program: Command): void {
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
    .command('notice [文件]')
    .description('逐行判断是否像官方通知(JSONL)')
    .option(...CONFIG)
    .action((file: string | undefined, options: Shared) =>
      notice(file, load(options).config.organisation, streams),
    );
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

function addStored(program: Command): void {
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

function addCare(program: Command): void {
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
    .command('doctor')
    .description('检查配置、数据库、词库、平台:缺什么,怎么补')
    .option(...CONFIG)
    .action(async (options: Shared) => doctor({ path: options.config, env: process.env, print }));
  program
    .command('backup <文件>')
    .description('在线备份数据库')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (file: string, options: Shared & { db?: string }) =>
      print(await backupTo(file, options.db ?? load(options).config.database)),
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

function addLexicon(program: Command): void {
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

function addTraining(program: Command): void {
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

function replayText(totals: Awaited<ReturnType<typeof replay>>): string {
  const { messages, cases, violations, reviews, warnings, removals, requests } = totals;
  return `${messages} 条消息,${cases} 个案件(违规 ${violations},待复核 ${reviews}),提醒 ${warnings},移出 ${removals},请示 ${requests};每秒 ${totals.messagesPerSecond} 条`;
}
