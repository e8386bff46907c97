import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, meet, PEOPLE, say } from '../../builders/events.js';
import { openStage, type Stage } from '../../fakes/stage.js';

const SPAM = '刷单先垫付';
const MORE = ['张伟', '张磊', '张军', '张勇'].map((name, index) => ({
  id: `v${index}`,
  name,
  card: `${name}-武汉-化学0${index}级`,
}));

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.play(meet('03-02 09:00', { members: [...PEOPLE, ...MORE] }));
});
afterEach(() => stage.store.close());

async function tell(at: string, text: string, from = 'u1'): Promise<readonly string[]> {
  const lines = await stage.after(direct(at, from, text), clock(`${at}:50`));
  return lines.filter((line) => line.includes(`direct →${from} |`)).map((line) => line.split(' | ')[1] ?? '');
}

const spam = (from: string, minute: string) => say(`03-02 09:${minute}`, from, SPAM);

describe('several numbers at once', () => {
  it.each([
    { name: 'blanks', text: '确认 1 2' },
    { name: 'a full-width slash, glued', text: '／确认1,2' },
    { name: 'enumeration commas', text: '/确认 1、2' },
    { name: 'a range', text: '确认 1-2' },
    { name: 'in words', text: '确认 一和二' },
    { name: 'another word for it', text: '同意 1 2' },
  ])('$name: both are done, in one answer', async ({ text }) => {
    await stage.play(spam('v0', '01'), spam('v1', '02'));
    expect(await tell('03-02 09:10', text)).toEqual(['好的,编号 1、2 正在移出。若是误会:/撤销 编号']);
    expect(stage.lines.filter(({ type }) => type === 'remove').map(({ to }) => to)).toEqual(['v0', 'v1']);
  });

  it('what is not done is named, the rest is done', async () => {
    await stage.play(spam('v0', '01'), spam('v1', '02'));
    await tell('03-02 09:05', '驳回 2');
    expect(await tell('03-02 09:10', '确认 1 2 99')).toEqual([
      '好的,编号 1 正在移出。若是误会:/撤销 编号 / 没办成的: / 编号 2 已经处理过了:已放过。要恢复请用 /撤销 2。 / 没有编号 99 的案件。看全部:/案件',
    ]);
  });

  it('two of one person are not told twice', async () => {
    await stage.play(spam('v0', '01'), spam('v0', '02'), spam('v1', '03'));
    expect(await tell('03-02 09:10', '确认 1 2 3')).toEqual([
      '好的,编号 1、2、3 正在移出。若是误会:/撤销 编号',
    ]);
  });

  it('none of them is there: each is said', async () => {
    expect(await tell('03-02 09:10', '驳回 98 99')).toEqual([
      '没有编号 98 的案件。看全部:/案件 / 没有编号 99 的案件。看全部:/案件',
    ]);
  });

  it('more than twenty are refused in a sentence', async () => {
    const numbers = Array.from({ length: 21 }, (_, index) => index + 1).join(' ');
    expect(await tell('03-02 09:10', `确认 ${numbers}`)).toEqual(['一次最多20件,请分几次发。']);
  });

  it('a member may not, whatever the number of numbers', async () => {
    await stage.play(spam('v0', '01'), spam('v1', '02'));
    await tell('03-02 09:10', '确认 1 2', 'u5');
    expect(stage.lines.filter(({ type }) => type === 'remove')).toEqual([]);
  });
});

describe('the brake on removals that the bot asked for', () => {
  it('stops at the third of a day, also within one answer, and leaves the fourth open', async () => {
    await stage.play(spam('v0', '01'), spam('v1', '02'), spam('v2', '03'), spam('v3', '04'));
    expect(await tell('03-02 09:10', '确认 1 2 3 4')).toEqual([
      '好的,编号 1、2、3 正在移出。若是误会:/撤销 编号 / 没办成的: / 编号 4:今天已经移出3人,到了上限。为防误操作,请明天再继续;急用请校友会(组织)的工作人员发 /设置 移出上限 解除',
    ]);
    expect(stage.lines.filter(({ type }) => type === 'remove')).toHaveLength(3);
    expect((await stage.store.caseById(4))?.status).toBe('open');
  });

  it('holds one by one as well, and lets go the next day', async () => {
    await stage.play(spam('v0', '01'), spam('v1', '02'), spam('v2', '03'), spam('v3', '04'));
    for (const id of [1, 2, 3]) await tell(`03-02 09:1${id}`, `确认 ${id}`);
    expect((await tell('03-02 09:20', '确认 4')).join()).toContain('到了上限');
    expect(await tell('03-03 09:20', '确认 4')).toEqual(['好的,编号 4 正在移出。若是误会:/撤销 4']);
  });
});

describe('an answer without its number', () => {
  it('lists what waits, with an example', async () => {
    expect(await tell('03-02 09:05', '确认')).toEqual(['待您定夺的案件:没有。']);
    await stage.play(spam('v0', '06'));
    expect((await tell('03-02 09:10', '驳回')).join()).toMatch(/^待您定夺的案件,请写上编号,比如 \/驳回 1:/u);
  });
});
