import type { Command } from 'commander';
import { createLog } from '../../log.js';
import { digest } from '../digest.js';
import { evidence, verifyEvidence } from '../evidence.js';
import { UsageError } from '../fail.js';
import { exportTable } from '../export.js';
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
  addDigest(program);
  addExport(program);
  addEvidence(program);
}

function addDigest(program: Command): void {
  program
    .command('digest')
    .description('一个群一周的周报')
    .requiredOption('--group <群>', '群的编号')
    .option('--week <周>', 'ISO 周,如 2026-W10(默认:有记录的最近一周)')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option('--png <文件>', '另存为图片')
    .option('--xlsx <文件>', '另存为表格:这一周的案件')
    .option('--json', '输出 JSON')
    .option(...CONFIG)
    .action(async (options: Shared & DigestFlags) => {
      const { config } = load(options);
      const { group, week = null, db = null, png = null, xlsx = null, json = false } = options;
      print(await digest({ config, group, week, db, png, xlsx, json }));
    });
}

interface DigestFlags {
  readonly group: string;
  readonly week?: string;
  readonly db?: string;
  readonly png?: string;
  readonly xlsx?: string;
  readonly json?: boolean;
}

function addExport(program: Command): void {
  program
    .command('export <什么>')
    .description('导出记录为表格:cases 案件,audit 审计日志,register 备案表')
    .requiredOption('--format <格式>', 'csv 或 xlsx')
    .requiredOption('--out <文件>', '写到哪个文件')
    .option('--group <群>', '只要一个群的')
    .option('--public', '备案表的公开名单:不含电话')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (what: string, options: Shared & ExportFlags) => {
      const { config } = load(options);
      const { format, out, group = null, db = config.database, public: isPublic = false } = options;
      print(await exportTable({ what, format, out, group, isPublic, db, config }));
    });
}

interface ExportFlags {
  readonly format: string;
  readonly out: string;
  readonly group?: string;
  readonly public?: boolean;
  readonly db?: string;
}

function addEvidence(program: Command): void {
  program
    .command('evidence [案件]')
    .description('一个案件的证据材料:数据、可读的网页、每个文件的哈希;不会自动发送')
    .option('--out <路径>', '写到哪里:文件夹,或 .zip 文件')
    .option('--verify <路径>', '核对已有的证据材料有没有改动')
    .option('--fingerprint <指纹>', '核对时:当初记下的指纹')
    .option('--db <文件>', '数据库(默认:配置里的)')
    .option(...CONFIG)
    .action(async (caseId: string | undefined, options: Shared & EvidenceFlags) => {
      const { config } = load(options);
      const { out, verify, fingerprint = null, db = config.database } = options;
      if (verify !== undefined) return print(await verifyEvidence({ path: verify, fingerprint, db }));
      if (caseId === undefined || out === undefined)
        throw new UsageError('请写案件编号和 --out,如 qunshao evidence 12 --out 证据12.zip');
      print(await evidence({ caseId, out, db, config, now: Date.now() }));
    });
}

interface EvidenceFlags {
  readonly out?: string;
  readonly verify?: string;
  readonly fingerprint?: string;
  readonly db?: string;
}

function replayText(totals: Awaited<ReturnType<typeof replay>>): string {
  const { messages, cases, violations, reviews, warnings, removals, requests } = totals;
  return `${messages} 条消息,${cases} 个案件(违规 ${violations},待复核 ${reviews}),提醒 ${warnings},移出 ${removals},请示 ${requests};每秒 ${totals.messagesPerSecond} 条`;
}
