import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Case } from '../../src/core/model/case.js';
import { clock, direct, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

/** Weeks of virtual time, on a machine that may be busy with other tests. RUNS=100 looks longer. */
vi.setConfig({ testTimeout: 120_000 });

const CONFIG = 'organisation: { admins: [u0, u9] }\ngroups:\n  - id: g1\n';
/** They complain, and nobody complains of them: where somebody else reads their names, they were given away. */
const COMPLAINANTS = [
  { id: 'c1', name: '诸葛小明', card: '诸葛小明-武汉-会计05级' },
  { id: 'c2', name: '欧阳小红', card: '欧阳小红-武汉-会计06级' },
];
const ACCUSED = ['u5', 'u6', 'u1', 'u2'];
const ABOVE = ['u1', 'u2'];
const DECIDERS = ['u1', 'u2', 'u3', 'u0', 'u9'];

type Step =
  | { readonly kind: 'file'; readonly by: number; readonly about: string; readonly quotes: boolean }
  | { readonly kind: 'answer'; readonly by: string; readonly word: string; readonly nth: number }
  | { readonly kind: 'appeal'; readonly by: string; readonly nth: number }
  | { readonly kind: 'peek'; readonly by: string; readonly word: string }
  | { readonly kind: 'wait'; readonly hours: number };

const nth = fc.nat({ max: 5 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      by: fc.nat({ max: 1 }),
      about: fc.constantFrom(...ACCUSED),
      quotes: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      by: fc.constantFrom(...DECIDERS, 'u5'),
      word: fc.constantFrom('受理', '确认', '驳回', '撤销'),
      nth,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('appeal' as const), by: fc.constantFrom(...ACCUSED), nth }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('peek' as const),
      by: fc.constantFrom(...ACCUSED),
      word: fc.constantFrom('我的数据', '案件', '状态', '周报', '记录'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 30, 80) }),
  },
);

/** How far the case was when somebody complained. */
interface Before {
  readonly decisions: number;
  readonly isDecided: boolean;
}

interface Played {
  readonly stage: Stage;
  /** Who filed, by the number of the case. */
  readonly filed: ReadonlyMap<number, ReadonlyMap<string, Before>>;
  readonly peeks: readonly {
    readonly by: string;
    readonly word: string;
    readonly lines: readonly string[];
    readonly hidden: readonly Case[];
  }[];
}

class Play {
  private now = Date.parse('2026-03-02T09:10:00+08:00');
  readonly filed = new Map<number, Map<string, Before>>();
  readonly peeks: Played['peeks'][number][] = [];

  constructor(private readonly stage: Stage) {}

  private stamp(): string {
    this.now += 90_000;
    return new Date(this.now + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ');
  }

  private async after(event: ReturnType<typeof direct>): Promise<readonly string[]> {
    return this.stage.after(event, clock(this.stamp()));
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'file':
        return this.file(step);
      case 'answer':
        return void (await this.after(direct(this.stamp(), step.by, `/${step.word} ${step.nth + 1}`)));
      case 'appeal':
        return void (await this.after(direct(this.stamp(), step.by, `/申诉 ${step.nth + 1} 不是这样`)));
      case 'peek':
        return this.peek(step);
      case 'wait':
        this.now += step.hours * 3_600_000;
        return this.stage.play(clock(this.stamp()));
    }
  }

  private async file({ by, about, quotes }: Extract<Step, { kind: 'file' }>): Promise<void> {
    const who = COMPLAINANTS[by] ?? COMPLAINANTS[0];
    const card = PEOPLE.find(({ id }) => id === about)?.card ?? '';
    const line = quotes
      ? say(this.stamp(), who?.id ?? '', '/举报 说话难听', { quote: { from: about, text: '大家都散了吧' } })
      : direct(this.stamp(), who?.id ?? '', `/举报 ${card} 说话难听`);
    const lines = await this.after(line);
    const number = Number(/收到,编号 (\d+)/u.exec(lines.join('\n'))?.[1] ?? 0);
    if (number === 0) return;
    const people = this.filed.get(number) ?? new Map<string, Before>();
    this.filed.set(number, people);
    if (who === undefined || people.has(who.id)) return;
    const decisions = (await this.stage.store.caseEvents(number)).filter(({ kind }) =>
      DECISIONS.includes(kind),
    );
    const isDecided = (await this.stage.store.caseById(number))?.status !== 'open';
    people.set(who.id, { decisions: decisions.length, isDecided });
  }

  private async peek({ by, word }: Extract<Step, { kind: 'peek' }>): Promise<void> {
    const all = await this.stage.store.casesBetween('g1', 0, Infinity);
    const hidden = all.filter(({ memberId, status }) => memberId === by && status === 'open');
    const lines = await this.after(direct(this.stamp(), by, `/${word}`));
    this.peeks.push({ by, word, lines: lines.filter((line) => line.includes(`direct →${by} `)), hidden });
  }
}

async function played(steps: readonly Step[]): Promise<Played> {
  const stage = await openStage({ config: CONFIG });
  await stage.play(meet('03-02 09:00', { members: [...PEOPLE, ...COMPLAINANTS] }), clock('03-02 09:05'));
  const play = new Play(stage);
  for (const one of steps) await play.take(one);
  await play.take({ kind: 'wait', hours: 80 });
  await play.take({ kind: 'wait', hours: 24 * 8 });
  return { stage, filed: play.filed, peeks: play.peeks };
}

const to = (line: Stage['lines'][number]): string => [line.to ?? []].flat().join();

/** No line that anybody else can read names who complained; to those above it does not either. */
function nobodyIsGivenAway({ stage }: Played): void {
  for (const { id, name } of COMPLAINANTS) {
    const elsewhere = stage.lines.filter((line) => to(line) !== id && (line.text ?? '').includes(name));
    expect(elsewhere.map(({ text }) => text)).toEqual([]);
  }
}

/** Before it is decided the accused hears nothing of it, however they ask. */
async function nothingLeaks({ stage, filed, peeks }: Played): Promise<void> {
  const cases = await Promise.all([...filed.keys()].map((id) => stage.store.caseById(id)));
  const onlyAbove = cases.every((one) => one?.exempt === true);
  for (const { id, card } of PEOPLE) {
    // The list of one's own cases shows decided ones; that it shows no other is looked at below, by their numbers.
    const asked = stage.lines.filter(
      (line) => to(line) === id && /^(?!与您有关的案件).*(?:举报|反映)/su.test(line.text ?? ''),
    );
    expect(asked.map(({ text }) => text).filter((text) => (text ?? '').includes(card))).toEqual([]);
  }
  for (const { by, word, lines, hidden } of peeks) {
    for (const { id } of hidden)
      expect(lines.join('\n')).not.toMatch(new RegExp(`编号 ${id}\\b|\\b${id}\\)`, 'u'));
    if (ABOVE.includes(by) && onlyAbove) expect(lines.join('\n')).not.toMatch(/举报/u);
    if (word === '我的数据' && hidden.length > 0) expect(lines.join('\n')).not.toMatch(/还没办结/u);
  }
}

const DECISIONS: readonly string[] = ['confirmed', 'rejected', 'overturned'];

/** Every decision is told once to each who complained; who joins a matter that is decided hears how at once. */
async function everyoneIsTold({ stage, filed }: Played): Promise<void> {
  for (const [caseId, people] of filed) {
    const events = await stage.store.caseEvents(caseId);
    const decisions = events.filter(({ kind }) => DECISIONS.includes(kind)).length;
    for (const [id, before] of people) {
      const results = stage.lines.filter(
        (line) => to(line) === id && (line.text ?? '').startsWith(`您反映的事(编号 ${caseId})`),
      );
      const want = decisions - before.decisions + (before.isDecided ? 1 : 0);
      const noted = results.filter(({ text }) => text?.includes('已经记下') === true).length;
      const accused = stage.lines.filter(({ text }) =>
        text?.startsWith(`有一件与您有关的事(编号 ${caseId})`),
      );
      expect(accused.length).toBe(Math.min(1, Math.max(noted, accused.length)));
      expect(results.length, `case ${caseId} ${JSON.stringify(events)}`).toBe(want);
    }
  }
}

/** Whom a complaint is about never decides it, nor the appeal of it; an appeal is not for who decided before. */
async function nobodyJudgesTwice({ stage, filed }: Played): Promise<void> {
  for (const caseId of filed.keys()) {
    const found = await stage.store.caseById(caseId);
    const events = await stage.store.caseEvents(caseId);
    const acting = events
      .filter(({ kind, actor }) => kind !== 'appealed' && actor !== 'bot')
      .map(({ actor }) => actor);
    expect(acting).not.toContain(found?.memberId);
    if (ABOVE.includes(found?.memberId ?? ''))
      expect(acting.every((id) => ['u0', 'u9'].includes(id))).toBe(true);
    const deciders = events.filter(({ kind }) => kind === 'confirmed').map(({ actor }) => actor);
    for (const { decidedBy } of await stage.store.appeals(caseId)) expect(deciders).not.toContain(decidedBy);
  }
}

/** Nothing is forgotten: each case is in a known state that its last event explains; those above keep their seats and their peace. */
async function nothingIsLost({ stage, filed }: Played): Promise<void> {
  const open = (await stage.store.openCases('g1')).map(({ id }) => id);
  for (const caseId of filed.keys()) {
    const found = await stage.store.caseById(caseId);
    const pending = (await stage.store.appeals(caseId)).some(({ status }) => status === 'open');
    expect(open.includes(caseId)).toBe(found?.status === 'open');
    if (pending) expect(found?.status).toBe('open');
  }
  for (const id of ABOVE) {
    expect(await stage.store.strikesOf('g1', id)).toEqual([]);
    const aloud = stage.lines.filter((line) => line.type === 'say' && to(line).includes(id));
    expect(aloud.map(({ text }) => text)).toEqual([]);
  }
  expect(
    stage.lines.filter(({ type }) => type === 'remove').filter((line) => ABOVE.includes(to(line))),
  ).toEqual([]);
}

describe('complaints and appeals, whatever happens in whatever order', () => {
  it('nobody is given away, judged by themselves or left without an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
        const result = await played(steps);
        nobodyIsGivenAway(result);
        await nothingLeaks(result);
        await everyoneIsTold(result);
        await nobodyJudgesTwice(result);
        await nothingIsLost(result);
        await result.stage.store.close();
      }),
      { numRuns: Number(process.env['RUNS'] ?? 8) },
    );
  });
});
