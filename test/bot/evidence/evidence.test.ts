import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { evidence, verifyEvidence } from '../../../bot/cli/evidence.js';
import { NotInOrder, UsageError } from '../../../bot/cli/fail.js';
import { bundleOf } from '../../../bot/evidence/bundle.js';
import { collect } from '../../../bot/evidence/collect.js';
import { readBox } from '../../../bot/evidence/box.js';
import { parseConfig } from '../../../src/config/parse.js';
import { sealed } from '../../../src/core/policy/seal.js';
import { openStore } from '../../../src/store/open.js';
import type { NewCase } from '../../../src/ports.js';
import { aCase, aFinding, aStrike, aWarning, NOW } from '../../contract/store-builders.js';

const home = mkdtempSync(join(tmpdir(), 'qunshao-evidence-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const { config } = parseConfig('', 'qunshao.yaml');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder = '';
let db = '';
beforeEach(() => {
  folder = mkdtempSync(join(home, 'one-'));
  db = join(folder, 'q.db');
});

/** A case as the program opens one: with a strike, an action, an event and its links in the audit log. */
async function opened(over: Partial<NewCase> = {}): Promise<string> {
  const store = await openStore(db);
  const fresh = aCase(over);
  const id = await store.transaction(async (records) => {
    const one = await records.openCase(fresh);
    if (one === null) throw new Error('no case');
    await records.addStrike(aStrike(), one.id);
    const [planned] = await records.plan(
      [{ groupId: 'g1', stage: 'live', dueAt: NOW, action: aWarning('g1', one.id) }],
      one.id,
      NOW,
    );
    await records.settle(planned!.id, { kind: 'done' }, NOW);
    const known = one.findings.flatMap((finding) =>
      finding.evidence.map(({ text, term }) => (text === '' ? term : text)),
    );
    const data = { case: one.id, evidence: digest(known.join('\n')) };
    await records.audit({ at: NOW, actor: 'bot', kind: 'case-opened', groupId: 'g1', data });
    await records.audit({
      at: NOW,
      actor: 'u-tell',
      kind: 'complaint',
      groupId: 'g1',
      data: { case: one.id },
    });
    await records.audit({
      at: NOW,
      actor: 'bot',
      kind: 'case-opened',
      groupId: 'g1',
      data: { case: one.id + 1 },
    });
    return String(one.id);
  });
  await store.close();
  return id;
}

const make = (caseId: string, out: string) =>
  evidence({ caseId, out: join(folder, out), db, config, now: NOW });
const verify = (path: string, fingerprint: string | null = null, at = db) =>
  verifyEvidence({ path: join(folder, path), fingerprint, db: at });
const fingerprintIn = (text: string): string => /[0-9a-f]{64}/u.exec(text)?.[0] ?? '';
const read = (name: string, out = 'out'): string => readFileSync(join(folder, out, name), 'utf8');

describe('a bundle', () => {
  it('no such case, no number, no database', async () => {
    await expect(make('1', 'out')).rejects.toThrow(UsageError);
    await opened();
    await expect(make('99', 'out')).rejects.toThrow(/没有案件 99/u);
    await expect(make('1; drop', 'out')).rejects.toThrow(/不是数字/u);
  });

  it('holds the case, its links of the audit log, a page, the hashes; for its owner alone', async () => {
    const said = await make(await opened(), 'out');
    expect(said).toMatch(/没有发给任何人。指纹\(请另外记下\):[0-9a-f]{64}$/u);
    expect(JSON.parse(read('case.json'))).toMatchObject({
      format: 'qunshao-evidence/1',
      timezone: 'Asia/Shanghai',
      case: { id: 1, at: '2026-03-02T09:00:00+08:00', memberId: 'u5' },
      findings: [{ rule: 'prohibited', clause: 'E三2(1)', evidence: [{ text: '代理', kept: 'kept' }] }],
      events: [{ kind: 'opened', actor: 'bot' }],
      strikes: [{ at: '2026-03-02T09:00:00+08:00' }],
      actions: [{ kind: 'warn', what: '提醒本人', state: '已完成', outcome: 'done' }],
      chain: { state: 'whole', entries: 3 },
    });
    expect(JSON.parse(read('audit.json'))).toMatchObject([{ kind: 'case-opened', seq: 1 }]);
    expect(read('page.html')).toContain('<td>代理</td>');
    expect(statSync(join(folder, 'out')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'out', 'case.json')).mode & 0o077).toBe(0);
  });

  it('who complained stands nowhere in it', async () => {
    await make(await opened(), 'out');
    for (const name of ['case.json', 'audit.json', 'page.html']) expect(read(name)).not.toContain('u-tell');
  });

  it('is never written over', async () => {
    const id = await opened();
    await make(id, 'out');
    await expect(make(id, 'out')).rejects.toThrow(/证据不覆盖/u);
  });

  it('that it was made stands in the audit log, which stays whole', async () => {
    const said = await make(await opened(), 'out');
    const store = await openStore(db);
    const last = (await store.auditEntries()).at(-1);
    expect(last).toMatchObject({ actor: 'operator', kind: 'evidence-exported' });
    expect(last?.data).toContain(fingerprintIn(said));
    expect((await store.verifyAudit()).kind).toBe('whole');
    await store.close();
  });

  it('of a secret: where and a digest, never the text', async () => {
    const secret = '某型装备的参数是三百二十';
    const finding = aFinding({
      category: 'secrets',
      evidence: [{ start: 0, end: secret.length, text: secret, term: secret }],
    });
    const part = aFinding({ evidence: [{ start: 2, end: 4, text: secret.slice(2, 4), term: '装备' }] });
    const id = await opened({ category: 'secrets', findings: sealed([finding, part], digest) });
    await make(id, 'out.zip');
    const files = readBox(join(folder, 'out.zip'));
    for (const bytes of Object.values(files)) {
      const text = Buffer.from(bytes).toString('utf8');
      expect(text).not.toContain(secret);
      expect(text).not.toContain('装备');
    }
    expect(Buffer.from(files['page.html']!).toString()).toContain('(涉密:文字从未保存,只有位置和摘要)');
    expect(await verify('out.zip')).toMatch(/没有改动/u);
  });

  it('words that were let go of are told to be so', async () => {
    const id = await opened();
    const store = await openStore(db);
    await store.forgetEvidence('g1', NOW + 1);
    await store.close();
    await make(id, 'out');
    expect(JSON.parse(read('case.json'))).toMatchObject({
      findings: [{ evidence: [{ text: '', kept: 'deleted' }] }],
    });
    expect(read('page.html')).toContain('(文字已按保存期限删去,只留位置)');
    expect(await verify('out')).toMatch(/没有改动/u);
  });

  it('names and words of others are text, not markup', async () => {
    const evil = `<script>alert(1)</script>"><img src=x onerror=alert(2)>`;
    const finding = aFinding({ evidence: [{ start: 0, end: 9, text: evil, term: evil }] });
    await make(await opened({ memberName: evil, memberId: evil, findings: [finding] }), 'out');
    const page = read('page.html');
    expect(page).not.toMatch(/<script|<img/u);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('default-src &#39;none&#39;');
  });
});

describe('verifying', () => {
  it('nothing there, something else', async () => {
    await expect(verify('none')).rejects.toThrow(/找不到/u);
    writeFileSync(join(folder, 'x.zip'), 'no archive');
    await expect(verify('x.zip')).rejects.toThrow(/打不开/u);
    writeFileSync(join(folder, 'y.zip'), zipSync({ 'a.txt': strToU8('a') }));
    await expect(verify('y.zip')).rejects.toThrow(NotInOrder);
  });

  it.each(['out', 'out.zip'])('whole: %s', async (out) => {
    const said = await make(await opened(), out);
    expect(await verify(out)).toMatch(/案件 1 的证据材料没有改动。.*和审计日志里记下的一样。$/u);
    expect(await verify(out, fingerprintIn(said))).toMatch(/没有改动/u);
    expect(await verify(out, null, join(folder, 'none.db'))).toMatch(/这里没有数据库/u);
    await expect(verify(out, '0'.repeat(64))).rejects.toThrow(/指纹和记下的不一样/u);
  });

  it.each(['case.json', 'audit.json', 'page.html'])('a letter changed in %s', async (name) => {
    await make(await opened(), 'out');
    const path = join(folder, 'out', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('u5', 'u6').replace('case-opened', 'case-0pened'));
    await expect(verify('out')).rejects.toThrow(new RegExp(`${name.replace('.', '\\.')} 改动过`, 'u'));
  });

  it('a file taken away, one put in', async () => {
    await make(await opened(), 'out');
    rmSync(join(folder, 'out', 'page.html'));
    writeFileSync(join(folder, 'out', 'more.txt'), '');
    await expect(verify('out')).rejects.toThrow(/缺少 page\.html;多了 more\.txt/u);
  });

  /** Changes a file and makes its line in the manifest fit. */
  function forged(name: string, change: (text: string) => string): void {
    const text = change(read(name));
    writeFileSync(join(folder, 'out', name), text);
    const manifest = JSON.parse(read('manifest.json')) as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    for (const line of manifest.files) {
      if (line.name === name) Object.assign(line, { sha256: digest(text), bytes: Buffer.byteLength(text) });
    }
    writeFileSync(join(folder, 'out', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }

  it('evidence and manifest changed together: the digest in the audit log tells', async () => {
    await make(await opened(), 'out');
    forged('case.json', (text) => text.replaceAll('代理', '合作'));
    await expect(verify('out')).rejects.toThrow(/原文和立案时记下的摘要对不上/u);
  });

  it('a link of the audit log and manifest changed together: its hash tells', async () => {
    await make(await opened(), 'out');
    forged('audit.json', (text) => text.replace('"actor": "bot"', '"actor": "u9"'));
    await expect(verify('out')).rejects.toThrow(/审计日志第 1 条和它的哈希对不上/u);
  });

  it('something that only the manifest vouches for: the fingerprint tells', async () => {
    const said = await make(await opened(), 'out');
    forged('page.html', (text) => text.replace('李雷', '王五'));
    expect(await verify('out')).toMatch(/没有记过它,请和另外记下的指纹核对/u);
    await expect(verify('out', fingerprintIn(said))).rejects.toThrow(/指纹和记下的不一样/u);
  });

  it('the same case at the same moment: the same bytes', async () => {
    const caseId = Number(await opened());
    const store = await openStore(db);
    const asked = { caseId, now: NOW, timezoneOf: () => 'Asia/Shanghai' };
    const prints = [await collect(store, asked), await collect(store, asked)].map(
      (one) => bundleOf(one!).fingerprint,
    );
    await store.close();
    expect(prints[0]).toBe(prints[1]);
  });
});
