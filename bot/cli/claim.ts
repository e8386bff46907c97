import { createHash, randomInt } from 'node:crypto';
import { claimDigest } from '../../src/app/commands/claim.js';
import { HOUR } from '../../src/core/model/instant.js';
import { openExisting } from './audit.js';
import { UsageError } from './fail.js';

/** Letters and digits that nobody takes for each other when a code is read out. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;
const HOURS = 24;

export interface ClaimOptions {
  readonly group: string;
  readonly db: string;
}

/** `qunshao claim --group ID`: a one-time code with which somebody becomes owner of a group whose owner the platform hides. */
export async function claimCode({ group, db }: ClaimOptions): Promise<string> {
  const store = await openExisting(db);
  try {
    const known = (await store.groups()).find((one) => one.group.id === group);
    if (known === undefined) throw new UsageError(`数据库里没有群 ${group};请检查 --group 和 --db`);
    const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    const now = Date.now();
    await store.transaction(async (records) => {
      await records.putClaimCode(group, claimDigest(digest, code), now + HOURS * HOUR);
      const entry = { at: now, actor: 'operator', kind: 'claim-code-made', groupId: group, data: {} };
      await records.audit(entry);
    });
    return `${code}\n请群主在${HOURS}小时内私聊机器人:/认领 ${code}`;
  } finally {
    await store.close();
  }
}
