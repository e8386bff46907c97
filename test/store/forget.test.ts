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

/** The same while the bot goes on: the log of the database (WAL) is looked at too. */
async function keepsRunning(
  words: readonly string[],
  ...events: readonly Event[]
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qunshao-forget-'));
  const store = await openStore(join(folder, 'kept.db'));
  const stage = await openStage({ config: ENFORCED, store });
  await stage.play(meet('03-02 09:00'), ...events);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  await store.close();
  return words.filter((word) => files.some((file) => file.includes(word)));
}

const REASONS = ['我只是替人问价', '私下拉人买保险', '查过了是同名'];
/** An offence, its appeal and its reversal; a complaint and its answer: everybody's own words. */
const STORY: readonly Event[] = [
  say('03-02 09:02', 'u5', WORD),
  direct('03-02 09:10', 'u5', `/申诉 1 ${REASONS[0]}`),
  direct('03-02 09:20', 'u6', `/举报 李雷-武汉-化学97级 ${REASONS[1]}`),
  direct('03-02 09:30', 'u1', `/撤销 1 ${REASONS[2]}`),
  direct('03-02 09:31', 'u1', '/驳回 2'),
];

describe('the files of a database in use', () => {
  it('hold the words of a fresh case and its appeal, and of a complaint: the test can see them', async () => {
    expect(await keepsRunning([WORD, ...REASONS], ...STORY)).toEqual([WORD, ...REASONS]);
  });

  it('hold none of them any more when the days of evidence are over', async () => {
    const at = (days: number) => new Date(Date.parse('2026-03-02T09:40:00+08:00') + days * DAY).toISOString();
    const over = { at: at(182), type: 'clock' };
    expect(await keepsRunning([WORD, ...REASONS], ...STORY, over)).toEqual([]);
  });

  it('hold none of the member’s own, nor the name, when they are deleted on request', async () => {
    const erase = direct('03-02 09:40', 'u5', '/我的数据 删除');
    expect(await keepsRunning([WORD, '李雷', ...REASONS], ...STORY, erase, clock('03-02 09:45'))).toEqual([]);
  });
});

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
