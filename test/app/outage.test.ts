import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome, Refusal } from '../../src/core/model/outcome.js';
import type { Platform } from '../../src/ports.js';
import { clock, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const stages: Stage[] = [];
afterEach(() => Promise.all(stages.splice(0).map(({ store }) => store.close())));

/** A group whose platform refuses everything that is said while `state.why` says so. */
async function stage(config = 'groups:\n  - id: g1\n') {
  const state: { why: Refusal | null } = { why: null };
  let tried = 0;
  const refused = async (): Promise<Outcome> => ({
    kind: 'refused',
    reason: state.why ?? 'failed',
    detail: '',
  });
  const platform = (real: Platform): Platform => ({
    ...real,
    say: (...args) => ((tried += 1), state.why === null ? real.say(...args) : refused()),
    direct: (...args) => ((tried += 1), state.why === null ? real.direct(...args) : refused()),
    remove: (...args) => (state.why === null ? real.remove(...args) : refused()),
  });
  const one = await openStage({ config, platform });
  stages.push(one);
  await one.play(meet('03-02 09:00'));
  return { ...one, state, tried: () => tried };
}

const AD = '特价面膜加微信';
const at = (local: string): number => Date.parse(`2026-${local.replace(' ', 'T')}:00+08:00`);
const outcomes = async ({ store }: Stage, caseId: number) =>
  (await store.outcomesOfCase(caseId)).map(({ planned, outcome }) =>
    [planned.action.kind, outcome?.kind === 'refused' ? outcome.reason : outcome?.kind].join(' '),
  );

describe('without a line', () => {
  it('nothing was planned: nothing is said afterwards', async () => {
    const one = await stage();
    one.state.why = 'offline';
    await one.play(clock('03-02 12:00'));
    one.state.why = null;
    expect(await one.after(clock('03-02 12:01'))).toEqual([]);
  });

  it('a warning waits for two hours and is given', async () => {
    const one = await stage();
    one.state.why = 'offline';
    await one.play(say('03-02 09:05', 'u5', AD), clock('03-02 11:00'));
    one.state.why = null;
    expect((await one.after(clock('03-02 11:01'))).join()).toContain('第1次提醒');
  });

  it('a warning of the morning is not blurted out in the evening, and is no step of the ladder', async () => {
    const one = await stage();
    one.state.why = 'offline';
    await one.play(say('03-02 09:05', 'u5', AD), clock('03-02 18:00'));
    one.state.why = null;
    expect(await one.after(clock('03-02 18:01'))).toEqual([]);
    expect(await outcomes(one, 1)).toEqual(['warn late']);
    const next = await one.after(say('03-02 18:05', 'u5', AD), clock('03-02 18:06'));
    expect(next.join()).toContain('第1次提醒');
  });

  it('a removal that is half a day late is asked for again', async () => {
    const one = await stage('groups:\n  - id: g1\n    removal: auto\n');
    for (const minute of ['05', '06']) await one.play(say(`03-02 09:${minute}`, 'u5', AD));
    await one.play(clock('03-02 09:10'));
    one.state.why = 'offline';
    await one.play(say('03-02 09:15', 'u5', AD), clock('03-02 21:30'));
    one.state.why = null;
    const lines = (await one.after(clock('03-02 21:31'), clock('03-03 09:00'))).join('\n');
    expect(lines).toContain('/确认 3');
    expect(lines).not.toContain('remove →u5');
  });

  it('the digest and a request to act by hand, due meanwhile, arrive afterwards', async () => {
    const one = await stage();
    await one.play(say('03-08 20:00', 'u6', '大家好'));
    one.state.why = 'offline';
    await one.play(say('03-09 08:55', 'u5', '刷单先垫付'), clock('03-09 17:00'));
    one.state.why = null;
    const lines = (await one.after(clock('03-09 17:05'))).join('\n');
    expect(lines).toContain('direct →u1 #1 | 请您定夺(编号 1)');
    expect(lines).toContain('周报');
  });
});

describe('a platform that forbids sending', () => {
  it('the same line is never tried again; the warning counts for nothing', async () => {
    const one = await stage();
    one.state.why = 'cut-off';
    await one.play(say('03-02 09:05', 'u5', AD));
    const tried = one.tried();
    await one.play(clock('03-02 11:00'));
    one.state.why = null;
    await one.play(clock('03-02 12:00'));
    expect([one.tried(), await outcomes(one, 1)]).toEqual([tried, ['warn cut-off']]);
    const next = await one.after(say('03-02 12:05', 'u5', AD), clock('03-02 12:06'));
    expect(next.join()).toContain('第1次提醒');
  });

  it('what an owner has to see is told in other words', async () => {
    const one = await stage();
    let forbidden = 1;
    const { state } = one;
    state.why = 'cut-off';
    const wait = say('03-02 09:05', 'u5', '刷单先垫付');
    await one.play(wait);
    forbidden -= 1;
    state.why = forbidden === 0 ? null : 'cut-off';
    const lines = (await one.after(clock('03-02 09:30'))).join('\n');
    expect(lines).toContain('里有一件事请您看(编号 1)');
  });
});

describe('an outage', () => {
  const outage = (from: string, to: string, what: 'unheard' | 'unsent' = 'unheard') =>
    ({ kind: 'outage', at: at(to), what, from: at(from) }) as const;

  it.each([
    { name: 'a short one is nobody’s concern', from: '03-02 10:00', to: '03-02 10:04', told: [] },
    {
      name: 'a longer one is told to whoever answers for the group',
      from: '03-02 10:00',
      to: '03-02 10:25',
      told: ['u1'],
    },
  ])('$name', async ({ from, to, told }) => {
    const one = await stage();
    await one.play(clock(to));
    await one.app.handle(outage(from, to));
    await one.play(clock('03-02 11:00'));
    const lines = one.lines.filter(({ text }) => text?.includes('我没有收到消息') === true);
    expect(lines.map(({ to: who }) => who)).toEqual(told);
    expect((await one.store.auditEntries()).filter(({ kind }) => kind === 'outage')).toHaveLength(1);
  });

  it('the organisation is told once, not once for each group; at night it waits', async () => {
    const one = await stage("organisation: { admins: [u1, staff] }\ngroups:\n  - id: '*'\n");
    await one.play(clock('03-02 23:50'));
    await one.app.handle(outage('03-02 22:00', '03-02 23:50'));
    expect((await one.after(clock('03-03 06:00'))).join()).not.toContain('没有收到消息');
    const lines = await one.after(clock('03-03 09:00'));
    const told = lines.filter((line) => line.includes('没有收到消息'));
    expect(told.map((line) => /→(\w+)/u.exec(line)?.[1])).toEqual(['u1', 'staff']);
    expect(told[0]).toContain('3月2日 22:00 到 3月2日 23:50(约110分钟)');
  });

  it('a pause in speaking is told as such', async () => {
    const one = await stage();
    await one.play(clock('03-02 10:15'));
    await one.app.handle(outage('03-02 10:00', '03-02 10:15', 'unsent'));
    expect((await one.after(clock('03-02 10:20'))).join()).toContain('平台限制了我发言');
  });
});
