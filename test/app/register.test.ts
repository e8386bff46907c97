import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDigest } from '../../src/app/commands/claim.js';
import { groupStanding, registeredNames } from '../../src/app/register/standing.js';
import { openStore } from '../../src/store/open.js';
import { clock, direct, event, meet, PEOPLE } from '../builders/events.js';
import { openStage, type Stage, type StageOptions } from '../fakes/stage.js';

const CONFIG = `
organisation: { name: 某大校友总会, admins: [u0] }
groups: [{ id: g1 }]
`;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

let stage: Stage;
let minute = 0;
beforeEach(async () => {
  stage = await openStage({ config: CONFIG });
  minute = 0;
});
afterEach(() => stage.store.close());

async function tell(from: string, text: string): Promise<string> {
  minute += 1;
  const at = `03-02 1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return (await stage.after(direct(at, from, text), clock(`${at}:50`))).join('\n');
}

describe('the standing of a group, as others ask for it', () => {
  it('an empty register knows no group, and an empty name is none', async () => {
    expect(await groupStanding(stage.store, '分会群')).toBeNull();
    await stage.play(meet('03-02 09:00'));
    expect(await groupStanding(stage.store, '')).toBeNull();
    expect(await groupStanding(stage.store, '“ ”')).toBeNull();
  });

  it('follows the name, whatever its width and spaces, and what the staff decides', async () => {
    await stage.play(meet('03-02 09:00', { name: '分会群1' }));
    expect(await groupStanding(stage.store, '“分会 群１”')).toMatchObject({
      name: '分会群1',
      standing: 'preparing',
    });
    await tell('u0', '/备案 批准 〔2026〕1号');
    expect(await groupStanding(stage.store, '分会群1')).toMatchObject({
      standing: 'official',
      approval: '〔2026〕1号',
    });
    expect([...(await registeredNames(stage.store))]).toEqual(['分会群1']);
    await tell('u0', '/群状态 终止');
    expect([...(await registeredNames(stage.store))]).toEqual([]);
    await stage.play(event('03-02 18:00', 'topic', { name: '新名群' }));
    expect(await groupStanding(stage.store, '分会群1')).toBeNull();
    expect(await groupStanding(stage.store, '新名群')).toMatchObject({ standing: 'ended' });
  });
});

describe('claiming a group whose owner the platform does not show', () => {
  const ownerless = { owner: null, admins: [] };
  const code = (word: string, until = Infinity) =>
    stage.store.putClaimCode('g1', claimDigest(digest, word), Math.min(until, 9e15));

  it.each(['/认领', '/认领 K0000000', '/认领 null'])('%s: nothing is claimed', async (text) => {
    await stage.play(meet('03-02 09:00', ownerless));
    await tell('u5', text);
    expect(await stage.store.settings('g1')).toEqual({});
  });

  it('the code makes an owner once, whatever its case; the staff hears it', async () => {
    await stage.play(meet('03-02 09:00', ownerless));
    await code('K7Q2M9XA');
    expect(await tell('u5', '/模式 观察')).toContain('只有群主能用');
    const claimed = await tell('u5', '/认领 k7q2m9xa ');
    expect(claimed).toContain('direct →u5 | 好的,您现在是“分会群”的群主');
    expect(claimed).toContain('direct →u0 | 李雷-武汉-化学97级 用认领码成为“分会群”的群主');
    expect(await tell('u5', '/模式 观察')).toContain('已改为观察');
    expect(await tell('u6', '/认领 K7Q2M9XA')).toContain('认领码不对、用过了或已过期');
  });

  it('five wrong codes in an hour: the sixth is not even looked at, were it right; an hour later it is', async () => {
    await stage.play(meet('03-02 09:00', ownerless));
    await code('K7Q2M9XA');
    for (let n = 0; n < 5; n += 1) expect(await tell('u5', `/认领 K000000${n}`)).toContain('认领码不对');
    expect(await tell('u5', '/认领 K7Q2M9XA')).toContain('试错太多次');
    expect(await stage.store.settings('g1')).toEqual({});
    minute += 60;
    expect(await tell('u5', '/认领 K7Q2M9XA')).toContain('您现在是“分会群”的群主');
  });

  it('many who guess together are stopped together', async () => {
    await stage.play(meet('03-02 09:00', ownerless));
    await code('K7Q2M9XA');
    for (let n = 0; n < 30; n += 1) await tell(`x${n}`, `/认领 K00000${n}`);
    expect(await tell('u5', '/认领 K7Q2M9XA')).toContain('试错太多次');
  });

  it('too late, or where an owner is seen, it claims nothing', async () => {
    await stage.play(meet('03-02 09:00', ownerless));
    await code('K7Q2M9XA', Date.parse('2026-03-02T09:30:00+08:00'));
    expect(await tell('u5', '/认领 K7Q2M9XA')).toContain('已过期');
    await stage.play(meet('03-02 11:00', { members: PEOPLE }));
    await code('K7Q2M9XA');
    minute = 70;
    expect(await tell('u5', '/认领 K7Q2M9XA')).toContain('看得到群主,不用认领');
  });
});

describe('audit', () => {
  it('every change of an office is recorded with ids, never with names, phones or words', async () => {
    await stage.play(meet('03-02 09:00'));
    await tell('u1', '/任命 李雷');
    await tell('u0', '/停权 李雷');
    await tell('u1', '/备案 填 群主 王建国 会长 13812345678');
    const entries = await stage.store.auditEntries();
    const changes = entries
      .filter(({ kind }) => kind === 'register-changed')
      .map(({ data }) => /"change":"([^"]+)"/u.exec(data)?.[1]);
    expect(changes).toEqual(['appointed', 'suspended', 'filled']);
    expect(JSON.stringify(entries)).not.toMatch(/王建国|李雷|138/u);
    expect(await stage.store.verifyAudit()).toMatchObject({ kind: 'whole' });
  });
});

describe('names and owners, also where no event told of them', () => {
  const NAMED = `
organisation: { admins: [u0], group-name: '某大{place}校友分会群' }
groups: [{ id: g1, digest: { at: Sun 20:00 } }]
`;
  const told = async (config: string, platform?: StageOptions['platform']) => {
    await stage.store.close();
    stage = await openStage({ config, ...(platform === undefined ? {} : { platform }) });
    return stage.after(meet('03-02 09:00', { name: '某大北京校友会' }), clock('03-02 09:01'));
  };

  it('a group that the bot has renamed is known by its new name at once', async () => {
    await told(NAMED);
    expect(await tell('u1', '/好')).toContain('rename | 某大北京校友分会群');
    expect(await groupStanding(stage.store, '某大北京校友分会群')).not.toBeNull();
    expect(await groupStanding(stage.store, '某大北京校友会')).toBeNull();
  });

  it('where the platform refuses, whoever ordered it hears how to do it by hand', async () => {
    await told(NAMED, (platform) => ({
      ...platform,
      rename: () => Promise.resolve({ kind: 'refused', reason: 'unsupported', detail: '' }),
    }));
    expect(await tell('u1', '/好')).toContain('没能改成,请您动手');
  });

  it('where another proposal is open, the word that accepts this one is its own', async () => {
    const lines = await told(NAMED.replace(/groups.*/u, ''));
    expect(lines.join()).toMatch(/都对就回 \/好.*回 \/改群名 我就改/u);
    expect(await tell('u1', '/改群名')).toContain('rename | 某大北京校友分会群');
  });

  it('an owner who changed unseen is noticed within a day, once', async () => {
    await told(NAMED);
    stage.world.change('g1', { ownerId: 'u6' });
    const lines = (await stage.after(clock('03-04 12:00'))).filter((line) => line.includes('群主'));
    expect(lines.map((line) => line.slice(0, 23))).toEqual([
      '03-02 10:20 direct →u6 ',
      '03-02 10:20 direct →u0 ',
    ]);
  });
});

it('phones are kept in the form alone: not in what was answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qunshao-register-'));
  const file = join(folder, 'register.db');
  await stage.store.close();
  stage = await openStage({ config: CONFIG, store: await openStore(file, { durability: 'batched' }) });
  await stage.play(meet('03-02 09:00'));
  await tell('u1', '/备案 填 群主 王建国 会长 13812345678');
  expect(await tell('u1', '/备案')).toContain('13812345678');
  await stage.store.close();
  stage = await openStage();
  const db = new Database(file, { readonly: true });
  const answers = db.prepare('select action from outbox').all();
  db.close();
  expect(JSON.stringify(answers)).toContain('王建国');
  expect(JSON.stringify(answers)).not.toContain('13812345678');
  rmSync(folder, { recursive: true });
});
