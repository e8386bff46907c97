import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { digest } from '../../bot/cli/digest.js';
import { exportTable } from '../../bot/cli/export.js';
import { printable } from '../../bot/cli/printable.js';
import { parseConfig } from '../../src/config/parse.js';
import { readTable } from '../../src/export/read-table.js';
import { openStore } from '../../src/store/open.js';
import { storable } from '../../src/store/text.js';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { type Event, openStage, type Stage } from '../fakes/stage.js';
import { type Row, tablesOf } from '../harness/rows.js';
import type { HostileName } from './names.js';

const CONFIG = 'organisation:\n  admins: [u0]\ngroups:\n  - { id: g1, removal: ask }\n';
const { config } = parseConfig(CONFIG, 'qunshao.yaml');
/** Somebody of each hostile name; the card is the same words. */
const crowdOf = (texts: readonly string[]) =>
  texts.map((text, at) => ({ id: `h${at}`, name: text, card: text }));
const AD = '特价面膜加微信';

const minute = (of: number) =>
  `03-0${2 + Math.floor(of / 600)} ${String(8 + Math.floor((of % 600) / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;

/** Everything that can be done with hostile words by people and to them, one thing a minute. */
function scene(texts: readonly string[]): readonly Event[] {
  const crowd = crowdOf(texts);
  let now = 0;
  const next = () => minute((now += 1));
  const offences = crowd.map(({ id, card }) =>
    say(next(), id, `${AD} ${card}`, { title: card, url: card, file: card }),
  );
  const told = texts.flatMap((text) => [
    direct(next(), 'u6', `/举报 李雷 ${text}`),
    direct(next(), 'u6', `/投稿 ${text}`),
    direct(next(), 'u6', `/核验 ${text}`),
    direct(next(), 'u6', `/找群 ${text}`),
    direct(next(), 'u9', `/入群 ${text}`),
    direct(next(), 'u2', `/警告 ${text}`),
    direct(next(), 'u1', `/豁免 ${text}`),
    direct(next(), 'u1', `/设置 名片格式 {name}${text}`),
    direct(next(), 'u1', `/备案 填 群主 王建国 ${text} 13812345678`),
    direct(next(), 'u0', `/离任 ${text}`),
    direct(next(), 'u6', `/${text}`),
    event(next(), 'card', { member: 'u5', card: text }),
    event(next(), 'topic', { name: `分会群${text}`, by: 'u1' }),
    event(next(), 'friendship', { from: `f${now}`, text }),
  ]);
  // Slow: a word is asked for the harm that it would do.
  const words = texts.slice(0, 3).map((text) => direct(next(), 'u1', `/词库 加 ${text}`));
  return [
    meet('03-02 08:00', { members: [...PEOPLE, ...crowd] }),
    ...offences,
    ...told,
    ...words,
    clock('03-09 10:00'),
  ];
}

/** What would move a cursor, start a line or turn the direction of reading. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

interface Kind {
  readonly kind: string;
  readonly fresh: () => Promise<string>;
  readonly names: readonly HostileName[];
}

/** Plays the scene on one database and looks at everything that came out of it. */
export function injectionTests({ kind, fresh, names }: Kind): void {
  const texts = names.map(({ text }) => text);
  const crowd = crowdOf(texts);
  let url = '';
  let stage: Stage;
  let tables: ReadonlyMap<string, readonly Row[]>;

  // Hundreds of events in one go, on a machine that may be busy with other tests.
  beforeAll(async () => {
    url = await fresh();
    const store = await openStore(url, { durability: 'batched', batch: 1 });
    stage = await openStage({ config: CONFIG, store });
    await stage.play(...scene(texts));
    await stage.finish();
    tables = await tablesOf(url);
  }, 60_000);
  afterAll(() => stage.store.close());

  const column = (table: string, name: string) => (tables.get(table) ?? []).map((row) => row[name]);

  it('SQL: every table is there, every name stands in it as it was given, the audit log is whole', async () => {
    for (const table of ['cases', 'chat_group', 'strike', 'setting', 'audit_log'])
      expect(tables.get(table)?.length).toBeGreaterThan(0);
    const stored = [...new Set(column('cases', 'member_name'))].map(String);
    expect(
      crowd.filter(({ card }) => !stored.some((name) => name.includes(storable(card).trim().slice(0, 20)))),
    ).toEqual([]);
    expect(column('chat_group', 'name')).toEqual([storable(`分会群${texts.at(-1) ?? ''}`)]);
    expect(await stage.store.verifyAudit()).toMatchObject({ kind: 'whole' });
    expect(PEOPLE.every(({ id }) => stage.world.member('g1', id) !== null)).toBe(true);
  });

  it('nothing failed, and the log holds ids and kinds only', () => {
    expect(stage.log.filter(({ level }) => level === 'error')).toEqual([]);
    const logged = JSON.stringify(stage.log);
    expect(
      texts.filter((text) => text.length > 6 && logged.includes(JSON.stringify(text).slice(1, -1))),
    ).toEqual([]);
  });

  it('what the bot says holds no control character, and none of it runs on without end', () => {
    const said = stage.lines.map(({ text }) => text ?? '');
    expect(said.length).toBeGreaterThan(8 * texts.length);
    expect(said.filter((text) => UNSEEN.test(text)).slice(0, 3)).toEqual([]);
    expect(said.filter((text) => text.length > 3000).map((text) => text.slice(0, 200))).toEqual([]);
  });

  it('nobody was removed, recalled or let in by a name', () => {
    expect(
      stage.lines.filter(({ type }) => ['remove', 'recall', 'rename', 'announce'].includes(type)),
    ).toEqual([]);
  });

  it('tables: no cell is a formula, and a workbook reads back', async () => {
    for (const what of ['cases', 'audit', 'register']) {
      const out = join(inject('scratch'), `${kind}-${what}`);
      const options = { what, group: null, isPublic: false, db: url, config };
      await exportTable({ ...options, format: 'csv', out: `${out}.csv` });
      const cells: string[][] = parse(readFileSync(`${out}.csv`), { bom: true });
      expect(cells.flat().filter((cell) => FORMULA.test(cell) || UNSEEN.test(cell))).toEqual([]);
      await exportTable({ ...options, format: 'xlsx', out: `${out}.xlsx` });
      expect((await readTable(readFileSync(`${out}.xlsx`))).length).toBe(cells.length);
    }
  });

  it('the digest: a picture that is drawn, words that a terminal can show', async () => {
    const png = join(inject('scratch'), `${kind}.png`);
    const options = { config, group: 'g1', week: '2026-W10', db: url, xlsx: null };
    const text = await digest({ ...options, png, json: false });
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
    expect(text).not.toMatch(UNSEEN);
    expect(printable(await digest({ ...options, png: null, json: true }))).not.toMatch(UNSEEN);
  });
}
