import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { daysUntil } from '../../src/core/policy/span.js';
import { openStore } from '../../src/store/open.js';
import type { Platform } from '../../src/ports.js';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const ZONE = 'Asia/Shanghai';
/** Weeks of virtual time, on a machine that may be busy with other tests. RUNS=100 looks longer. */
vi.setConfig({ testTimeout: 120_000 });

const CONFIG = 'organisation: { admins: [u0] }\ngroups:\n  - { id: g1, removal: auto }\n';
const WORDS = [
  '大家好',
  '特价面膜加微信',
  '长期招代理',
  '刷单先垫付',
  '傻瓜笨蛋',
  '听说校区要搬',
  '仿冒登录页',
  '关于缴费的通知',
];
const MEMBERS = ['u5', 'u6', 'm1', 'm2', 'm3'];
const JOINED = ['m1', 'm2', 'm3'].map((id) => ({
  id,
  name: id,
  card: `张${id === 'm1' ? '三' : '四'}-武汉-化学97级`,
}));

type Step =
  | { readonly kind: 'say'; readonly by: string; readonly text: string }
  | { readonly kind: 'answer'; readonly word: string; readonly nth: number }
  | { readonly kind: 'report'; readonly about: string }
  | { readonly kind: 'leave'; readonly who: string }
  | { readonly kind: 'join'; readonly who: string }
  | { readonly kind: 'wait'; readonly hours: number };

const member = fc.constantFrom(...MEMBERS);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('say' as const), by: member, text: fc.constantFrom(...WORDS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      word: fc.constantFrom('确认', '驳回', '撤销', '撤销'),
      nth: fc.nat({ max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('report' as const), about: fc.constantFrom('u5', 'u6', 'u2') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('leave' as const, 'join' as const),
      who: fc.constantFrom('m2', 'm3'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 26, 70) }),
  },
);

/** Removing `m1` fails, and so does writing to `u6` in private. */
function faulty(platform: Platform): Platform {
  const failed = { kind: 'refused', reason: 'failed', detail: '' } as const;
  return {
    ...platform,
    remove: (...args) => (args[1] === 'm1' ? Promise.resolve(failed) : platform.remove(...args)),
    direct: (...args) => (args[0] === 'u6' ? Promise.resolve(failed) : platform.direct(...args)),
  };
}

/** Plays the steps, two minutes apart; answers the instants of the messages of members. */
async function play(stage: Stage, steps: readonly Step[]): Promise<readonly number[]> {
  let now = Date.parse('2026-03-02T09:10:00+08:00');
  const spoken: number[] = [];
  const stamp = (hours = 0) =>
    new Date((now += 120_000 + hours * 3_600_000) + 8 * 3_600_000)
      .toISOString()
      .slice(5, 19)
      .replace('T', ' ');
  await stage.play(meet('03-02 09:00', { members: [...PEOPLE, ...JOINED] }), clock('03-02 09:05'));
  for (const one of steps) {
    if (one.kind === 'say') {
      await stage.play(say(stamp(), one.by, one.text));
      spoken.push(now);
    } else if (one.kind === 'answer') await stage.play(direct(stamp(), 'u1', `/${one.word} ${one.nth + 1}`));
    else if (one.kind === 'report') await stage.play(direct(stamp(), 'u6', `/举报 id:${one.about} 烦人`));
    else if (one.kind === 'leave') await stage.play(event(stamp(), 'leave', { member: one.who }));
    else if (one.kind === 'join')
      await stage.play(event(stamp(), 'join', { member: { id: one.who, name: one.who } }));
    else await stage.play(clock(stamp(one.hours)));
  }
  await stage.play(clock(stamp()));
  await stage.app.flush();
  return spoken;
}

interface CaseRow {
  readonly id: number;
  readonly member_id: string | null;
  readonly at: number;
  readonly verdict: string;
  readonly status: string;
  readonly findings: string;
  readonly category: string;
  readonly exempt: number;
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The same numbers, counted row by row from the tables themselves. */
function counted(file: string, from: number, to: number) {
  const db = new Database(file, { readonly: true });
  const all = <T>(query: string): T[] => db.prepare<[], T>(query).all();
  const within = ({ at }: { readonly at: number }): boolean => at >= from && at < to;
  const rows = all<CaseRow>(`select * from cases where group_id = 'g1'`);
  const isOfAbove = (one: CaseRow) => one.exempt === 1 && one.findings.includes('"rule":"complaint"');
  const cases = rows.filter(within).filter((one) => !isOfAbove(one));
  const events = all<{ case_id: number; at: number; kind: string }>('select * from case_event').filter(
    within,
  );
  const done = all<{ kind: string; at: number; outcome: string; refusal: string | null }>(
    `select kind, settled_at as at, outcome, refusal from outbox where group_id = 'g1' and stage = 'live' and outcome is not null`,
  ).filter(within);
  const audit = all<{ at: number; kind: string }>(
    `select at, kind from audit_log where group_id = 'g1'`,
  ).filter(within);
  const complaints = all<{ case_id: number; at: number }>('select case_id, at from complaint').filter(within);
  const findingsOf = (one: CaseRow): readonly { rule: string; category: string }[] =>
    JSON.parse(one.findings);
  const unique = (values: readonly string[]) => [...new Set(values)];
  const tied = all<{ case_id: number }>(
    `select case_id from case_event where kind in ('joined', 'asked-anew')`,
  ).map(({ case_id: id }) => id);
  const isAskedElsewhere = ({ id, member_id: memberId }: CaseRow) =>
    tied.includes(id) &&
    rows.some((other) => other.member_id === memberId && other.status === 'open' && !tied.includes(other.id));
  const overturned = events.filter(({ kind }) => kind === 'overturned');
  const ruleOf = (id: number) =>
    unique(
      rows
        .filter((one) => one.id === id)
        .flatMap(findingsOf)
        .map(({ rule }) => rule),
    );
  db.close();
  return {
    violations: cases.filter(({ verdict }) => verdict === 'violation').length,
    reviews: cases.filter(({ verdict }) => verdict === 'review').length,
    warnings: done.filter(({ kind, outcome }) => kind === 'warn' && outcome === 'done').length,
    removals: done.filter(({ kind, outcome }) => kind === 'remove' && outcome === 'done').length,
    failed: done.filter(({ outcome }) => outcome === 'refused' || outcome === 'uncertain').length,
    reversals: overturned.length,
    mistaken: cases.filter(({ verdict, status }) => verdict === 'violation' && status === 'overturned')
      .length,
    complaints: complaints.filter(({ case_id: id }) => rows.some((one) => one.id === id && one.exempt === 0))
      .length,
    left: audit.filter(({ kind }) => kind === 'member-left').length,
    byCategory: tally(cases.flatMap((one) => unique(findingsOf(one).map(({ category }) => category)))),
    byRule: tally(cases.flatMap((one) => unique(findingsOf(one).map(({ rule }) => rule)))),
    reversedByRule: tally(overturned.flatMap(({ case_id: id }) => ruleOf(id))),
    open: rows.filter((one) => one.status === 'open' && one.exempt === 0 && !isAskedElsewhere(one)).length,
  };
}

it('the numbers of the digest are those of the tables, whatever happened in the week', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'qunshao-digest-'));
      const file = join(folder, 'week.db');
      const store = await openStore(file);
      const stage = await openStage({ config: CONFIG, store, platform: faulty });
      const spoken = await play(stage, steps);
      const period = daysUntil(stage.clock.now(), 7, ZONE);
      const { messages, rules, ...told } = await store.counts('g1', period);
      const reversedByRule = Object.fromEntries(
        Object.entries(rules).flatMap(([rule, { reversals }]) => (reversals > 0 ? [[rule, reversals]] : [])),
      );
      const open = (await store.openCounts('g1')).requests;
      const want = counted(file, period.from, period.to);
      expect({ ...told, reversedByRule, open }).toMatchObject(want);
      expect([told.byCategory, told.byRule]).toEqual([want.byCategory, want.byRule]);
      expect(messages).toBe(spoken.filter((at) => at >= period.from && at < period.to).length);
      await store.close();
      rmSync(folder, { recursive: true });
    }),
    { numRuns: Number(process.env['RUNS'] ?? 6) },
  );
});
