import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/core/model/instant.js';
import { openStore } from '../../src/store/open.js';
import { clock, direct, meet, say } from '../builders/events.js';
import { ENFORCED, type Event, openStage } from '../fakes/stage.js';

const WORD = '特价面膜加微信';

/** Whether the words stand anywhere in the files of the database, when it is closed. */
async function keeps(word: string, ...events: readonly Event[]) {
  const folder = mkdtempSync(join(tmpdir(), 'qunshao-forget-'));
  const store = await openStore(join(folder, 'kept.db'));
  const stage = await openStage({ config: ENFORCED, store });
  await stage.play(meet('03-02 09:00'), say('03-02 09:02', 'u5', WORD), ...events);
  await stage.finish();
  await store.close();
  return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(word));
}

describe('the file of the database', () => {
  it('holds the evidence of a fresh case: the test can see it', async () => {
    expect(await keeps(WORD, clock('03-02 09:05'))).toBe(true);
  });

  it('holds neither words nor name any more when the member has them deleted', async () => {
    const erase = direct('03-02 09:07', 'u5', '/我的数据 删除');
    expect(await keeps(WORD, erase)).toBe(false);
    expect(await keeps('李雷', erase)).toBe(false);
  });

  it('holds no evidence any more when its days are over', async () => {
    const days = 181;
    const at = new Date(Date.parse('2026-03-02T09:02:00+08:00') + days * DAY).toISOString();
    expect(await keeps(WORD, { at, type: 'clock' })).toBe(false);
  });
});
