import { existsSync } from 'node:fs';
import type { Instant } from '../../src/core/model/instant.js';
import { type Config, settingsOf } from '../../src/core/policy/settings.js';
import { isPostgres, openStore } from '../../src/store/open.js';
import { putBox, readBox } from '../evidence/box.js';
import { bundleOf } from '../evidence/bundle.js';
import { collect } from '../evidence/collect.js';
import { verifyBundle } from '../evidence/verify.js';
import { openExisting } from './audit.js';
import { NotInOrder, UsageError } from './fail.js';

export interface EvidenceOptions {
  readonly caseId: string;
  readonly out: string;
  readonly db: string;
  readonly config: Config;
  readonly now: Instant;
}

const KIND = 'evidence-exported';

/** `qunshao evidence CASE --out DIR|F.zip`: written beside, sent to nobody; that it was made stands in the audit log. */
export async function evidence({ caseId, out, db, config, now }: EvidenceOptions): Promise<string> {
  const id = Number(caseId);
  if (!/^\d{1,15}$/u.test(caseId))
    throw new UsageError(`案件编号“${caseId}”不是数字;写成 qunshao evidence 12 --out 文件夹`);
  const store = await openExisting(db);
  try {
    const timezoneOf = (group: string, name: string): string =>
      settingsOf(config, group, name).digest.timezone;
    const collected = await collect(store, { caseId: id, now, timezoneOf });
    if (collected === null) throw new UsageError(`数据库里没有案件 ${id};请检查编号和 --db`);
    const { files, fingerprint } = bundleOf(collected);
    await putBox(out, files);
    const groupId = collected.file.group.id;
    await store.audit({ at: now, actor: 'operator', kind: KIND, groupId, data: { case: id, fingerprint } });
    return `案件 ${id} 的证据材料已写到 ${out},没有发给任何人。指纹(请另外记下):${fingerprint}`;
  } finally {
    await store.close();
  }
}

export interface VerifyOptions {
  readonly path: string;
  /** What was noted when it was made; null: nobody did. */
  readonly fingerprint: string | null;
  /** A database that may know the fingerprint; it need not be there. */
  readonly db: string;
}

/** `qunshao evidence --verify PATH`. Exit 1 where anything was changed. */
export async function verifyEvidence({ path, fingerprint, db }: VerifyOptions): Promise<string> {
  const found = verifyBundle(readBox(path));
  const faults = [
    ...found.faults,
    ...(fingerprint === null || fingerprint === found.fingerprint ? [] : ['指纹和记下的不一样']),
  ];
  if (faults.length > 0) throw new NotInOrder(`${path} 对不上:${faults.join(';')}。请勿使用,找原件核对`);
  const known = await isKnown(db, found.caseId, found.fingerprint);
  return `案件 ${found.caseId} 的证据材料没有改动。指纹 ${found.fingerprint}${KNOWN[known]}`;
}

const KNOWN = {
  yes: ',和审计日志里记下的一样。',
  no: ';这个数据库的审计日志里没有记过它,请和另外记下的指纹核对。',
  'no-database': ';这里没有数据库,请和另外记下的指纹核对。',
} as const;

async function isKnown(db: string, caseId: number, fingerprint: string): Promise<keyof typeof KNOWN> {
  if (!isPostgres(db) && !existsSync(db)) return 'no-database';
  const store = await openStore(db);
  try {
    const entries = (await store.auditEntries()).filter(({ kind }) => kind === KIND);
    const wanted = JSON.stringify({ case: caseId, fingerprint });
    return entries.some(({ data }) => data === wanted) ? 'yes' : 'no';
  } finally {
    await store.close();
  }
}
