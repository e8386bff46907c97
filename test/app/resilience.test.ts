import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/model/outcome.js';
import type { Platform } from '../../src/ports.js';
import { openStore } from '../../src/store/open.js';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { THROWING_RULE, WORD_RULE } from '../builders/rules.js';
import { openStage, readable } from '../fakes/stage.js';

const refused = (reason: 'no-right' | 'failed' | 'gone'): Promise<Outcome> =>
  Promise.resolve({ kind: 'refused', reason, detail: 'as the test wants it' });

describe('a platform that refuses', () => {
  it('the introduction cannot be sent: nothing is stored until it can', async () => {
    let mute = true;
    const platform = (real: Platform): Platform => ({
      ...real,
      say: (...args) => (mute ? refused('failed') : real.say(...args)),
    });
    const stage = await openStage({ platform });
    await stage.play(meet('03-02 09:00'), say('03-02 09:05', 'u5', '刷单先垫付'));
    expect(await stage.store.groups()).toEqual([]);
    expect((await stage.store.runTotals(Infinity)).cases).toBe(0);
    mute = false;
    await stage.play(
      say('03-02 09:08', 'u5', '刷单先垫付'),
      say('03-02 09:20', 'u5', '刷单先垫付'),
      clock('03-02 09:21'),
    );
    expect((await stage.store.runTotals(Infinity)).cases).toBe(1);
    await stage.store.close();
  });

  it('a removal that the platform refuses becomes a request to do it by hand', async () => {
    const platform = (real: Platform): Platform => ({ ...real, remove: () => refused('no-right') });
    const stage = await openStage({ config: 'groups:\n  - id: g1\n    removal: auto\n', platform });
    await stage.play(meet('03-02 09:00'));
    const lines = await stage.after(say('03-02 09:05', 'u5', '刷单先垫付'), clock('03-02 09:06'));
    expect(lines.join()).toContain('direct →u1 #1 | 请您定夺(编号 1)');
    expect(lines.join()).toContain('我在这个群没有管理权限,移不了人');
    await stage.store.close();
  });

  it('the owner cannot be written to: the group hears that something waits, and not what', async () => {
    const platform = (real: Platform): Platform => ({ ...real, direct: () => refused('gone') });
    const stage = await openStage({ platform });
    await stage.play(meet('03-02 09:00'));
    const lines = await stage.after(say('03-02 09:05', 'u5', '刷单先垫付'), clock('03-02 09:06'));
    expect(lines).toEqual([
      '03-02 09:05 say #1 | 有一件事需要您看,我没法私聊您。请先加我为好友,再发 /案件 给我。',
    ]);
    await stage.store.close();
  });

  it('a failure that passes is tried again', async () => {
    let failures = 2;
    const platform = (real: Platform): Platform => ({
      ...real,
      direct: (...args) => (failures-- > 0 ? refused('failed') : real.direct(...args)),
    });
    const stage = await openStage({ platform });
    await stage.play(meet('03-02 09:00'));
    const lines = await stage.after(say('03-02 09:05', 'u5', '刷单先垫付'), clock('03-02 09:10'));
    expect(lines.join()).toContain('请您定夺(编号 1)');
    await stage.store.close();
  });
});

describe('a rule that throws', () => {
  it('is isolated, and logged without the words', async () => {
    const stage = await openStage({ rules: [THROWING_RULE, WORD_RULE] });
    await stage.play(meet('03-02 09:00'));
    const lines = await stage.after(say('03-02 09:05', 'u5', '出错 特价面膜加微信'), clock('03-02 09:06'));
    expect(lines.join()).toContain('第1次提醒');
    const failures = stage.log.filter((entry) => entry.message === 'rule failed');
    expect(failures).toMatchObject([{ level: 'error', fields: { rule: 'throwing' } }]);
    expect(JSON.stringify(stage.log)).not.toContain('面膜');
    await stage.store.close();
  });
});

describe('downtime', () => {
  it('digests of weeks that were missed are made up for, each once', async () => {
    const before = await openStage();
    await before.play(meet('03-02 09:00'), say('03-03 09:00', 'u6', '早'), clock('03-08 09:00'));
    await before.app.flush();
    const after = await openStage({ store: before.store, world: before.world });
    await after.play(clock('03-17 12:00'), clock('03-17 13:00'));
    const digests = after.lines.map(readable).filter((line) => line.includes('本周一切正常'));
    expect(digests).toEqual([
      '03-17 12:00 direct →u1 | “分会群”本周一切正常:1条消息,0次处理。',
      '03-17 12:00 direct →u1 | “分会群”本周一切正常:0条消息,0次处理。',
    ]);
    const again = await openStage({ store: before.store, world: before.world });
    await again.play(clock('03-17 14:00'), clock('03-22 14:00'));
    expect(again.lines).toEqual([]);
    await before.store.close();
  });

  it('what was planned and not sent is sent after a restart, once', async () => {
    const before = await openStage();
    await before.play(meet('03-02 09:00'), say('03-02 23:00', 'u5', '特价面膜加微信'));
    const after = await openStage({ store: before.store, world: before.world });
    await after.play(clock('03-03 06:00'), clock('03-03 09:00'), clock('03-03 12:00'));
    expect(after.lines.map(readable)).toHaveLength(1);
    expect(after.lines[0]?.text).toContain('第1次提醒');
    await before.store.close();
  });

  it('a second reminder that comes late still leaves a day', async () => {
    const before = await openStage();
    await before.play(
      meet('03-02 09:00'),
      event('03-02 09:05', 'join', { member: { id: 'u7', name: '小王' } }),
      clock('03-04 09:00'),
    );
    const after = await openStage({ store: before.store, world: before.world });
    await after.play(clock('03-20 10:00'), clock('03-20 10:30'));
    expect(after.lines.map((line) => line.text ?? '').filter((text) => text.includes('请在'))).toEqual([
      expect.stringContaining('请在3月21日前改好') as string,
    ]);
    const lines = await after.after(clock('03-21 09:00'), clock('03-21 10:01'));
    expect(lines.join()).toContain('的名片提醒过两次,到期仍未改好');
    await before.store.close();
  });
});

describe('determinism', () => {
  it('the same events give the same lines, in memory and on a file', async () => {
    const events = [
      meet('03-02 09:00'),
      ...['u5', 'u6', 'u5', 'u6', 'u5'].map((from, index) =>
        say(`03-02 09:0${index + 1}`, from, '特价面膜加微信'),
      ),
      direct('03-02 09:10', 'u1', '/案件'),
      clock('03-10 09:00'),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'qunshao-app-'));
    const run = async (url: string): Promise<string> => {
      const store = await openStore(url, { durability: 'batched' });
      const stage = await openStage({ store });
      await stage.play(...events);
      await stage.finish();
      await store.close();
      return JSON.stringify(stage.lines);
    };
    const first = await run(':memory:');
    expect(await run(':memory:')).toBe(first);
    expect(await run(join(folder, 'a.db'))).toBe(first);
    rmSync(folder, { recursive: true });
  });
});
