import { afterEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, say } from '../../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../../fakes/stage.js';

const SPAM = '刷单先垫付';

let stage: Stage;
afterEach(() => stage.store.close());

async function asked(config = ENFORCED): Promise<void> {
  stage = await openStage({ config });
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u5', SPAM));
}

async function tell(at: string, text: string, from = 'u1'): Promise<string> {
  return (await stage.after(direct(at, from, text), clock(`${at}:50`))).join('\n');
}

const status = async (id: number) => (await stage.store.caseById(id))?.status;

describe('a second grave offence while the first is being asked about', () => {
  it('is told to whoever was asked, once, with one answer for both', async () => {
    await asked();
    const lines = await stage.after(say('03-02 09:02', 'u5', SPAM), clock('03-02 09:03'));
    expect(lines).toEqual([
      expect.stringContaining(
        'direct →u1 #2 | 编号 1 还在等您,“分会群”里 李雷-武汉-化学97级 又发了一条,像是诈骗',
      ),
    ]);
    expect(lines[0]).toContain('记作编号 2。一起定:移出请回 /确认 1,都放过请回 /驳回 1。');
  });

  it('is shown with the first: in its case, in why, and in the list', async () => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM));
    expect(await tell('03-02 09:10', '案件 1')).toContain('和它一起定的:编号 2(诈骗)');
    expect(await tell('03-02 09:11', '为什么 1')).toContain('和它一起定的:编号 2(诈骗)');
    expect(await tell('03-02 09:12', '案件')).toContain('等答复(连同 2 一起定)');
  });

  it.each([
    {
      name: 'the first is confirmed',
      text: '确认 1',
      want: ['confirmed', 'confirmed'],
      removed: 1,
      strikes: 2,
    },
    {
      name: 'the second is confirmed',
      text: '确认 2',
      want: ['confirmed', 'confirmed'],
      removed: 1,
      strikes: 2,
    },
    { name: 'the first is let go', text: '驳回 1', want: ['rejected', 'rejected'], removed: 0, strikes: 0 },
    { name: 'the second is let go', text: '驳回 2', want: ['rejected', 'rejected'], removed: 0, strikes: 0 },
  ])('$name: both are settled', async ({ text, want, removed, strikes }) => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM));
    expect(await tell('03-02 09:10', text)).toMatch(/编号 (?:1、2|2、1) /u);
    expect([await status(1), await status(2)]).toEqual(want);
    expect(stage.lines.filter(({ type }) => type === 'remove')).toHaveLength(removed);
    const left = (await stage.store.strikesOf('g1', 'u5')).filter(({ reversedAt }) => reversedAt === null);
    expect(left).toHaveLength(strikes);
  });

  it('does not weigh before it is decided', async () => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM), say('03-02 09:03', 'u5', SPAM));
    expect((await stage.store.strikesOf('g1', 'u5')).map(({ undecided }) => undecided)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('somebody who goes on is told of at the fifth, not at each', async () => {
    await asked();
    const more = ['02', '03', '04', '05', '06', '07'].map((minute) => say(`03-02 09:${minute}`, 'u5', SPAM));
    const lines = await stage.after(...more, clock('03-02 09:20'));
    expect(lines.filter((line) => line.includes('一起定'))).toEqual([
      expect.stringContaining('又发了一条'),
      expect.stringContaining('还在发,又有5条'),
    ]);
  });

  it('somebody else has a question of his own', async () => {
    await asked();
    const lines = await stage.after(say('03-02 09:02', 'u6', SPAM), clock('03-02 09:03'));
    expect(lines.join('\n')).toContain('请您定夺(编号 2)');
  });

  it('reversing the first leaves the second to be decided, and says so', async () => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM));
    expect(await tell('03-02 09:10', '撤销 1')).toContain('同一位的编号 2 还在等您');
    expect(await status(2)).toBe('open');
  });

  it('reversing what was decided for both names the other, with how to reverse it too', async () => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM));
    await tell('03-02 09:10', '确认 1');
    expect(await tell('03-02 09:20', '撤销 1')).toContain('一起定的编号 2 没有动;也要撤请发 /撤销 2');
  });

  it('who has left meanwhile: all of it is closed in one line', async () => {
    await asked();
    await stage.play(say('03-02 09:02', 'u5', SPAM));
    const lines = await stage.after(event('03-02 09:10', 'leave', { member: 'u5' }), clock('03-02 09:11'));
    expect(lines).toEqual([expect.stringContaining('不在群里了,编号 1、2 办结')]);
  });
});
