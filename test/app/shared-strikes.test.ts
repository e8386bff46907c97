import { afterEach, describe, expect, it } from 'vitest';
import { clock, direct, meet, say } from '../builders/events.js';
import { type Event, openStage, type Stage } from '../fakes/stage.js';

const AD = '特价面膜加微信';
let stage: Stage;

async function begin(strikes: 'group' | 'shared' | null): Promise<void> {
  const word = strikes === null ? '' : `, strikes: ${strikes}`;
  stage = await openStage({
    config: `organisation: { admins: [u0]${word} }\ngroups:\n  - id: g1\n  - id: g2\n`,
  });
  await stage.play(meet('03-02 09:00'), meet('03-02 09:00', { group: 'g2', name: '二群' }));
}
afterEach(() => stage.store.close());

async function after(...events: Event[]): Promise<string> {
  return (await stage.after(...events)).join('\n');
}

describe.each([null, 'group'] as const)('strikes: %s, the default', (strikes) => {
  it('each group counts its own, and nobody is told of other groups', async () => {
    await begin(strikes);
    await stage.play(say('03-02 09:05', 'u5', AD), clock('03-02 09:06'));
    const warned = await after(say('03-02 10:05', 'u5', AD, { group: 'g2' }), clock('03-02 10:06'));
    expect(warned).toContain('第1次提醒');
    expect(warned).not.toContain('合计');
    const record = await after(say('03-02 10:10', 'u5', '/记录', { group: 'g2' }), clock('03-02 10:11'));
    expect(record).toContain('有效1次,累计1次');
    expect(record).not.toContain('合计');
    const privacy = await after(say('03-02 10:20', 'u5', '/隐私'), clock('03-02 10:21'));
    expect(privacy).not.toContain('合计');
    // One line of the transcript shows the breaks of a text as " / ".
    expect(privacy.split(' / ')).toHaveLength(3);
  });
});

describe('strikes: shared', () => {
  it('somebody without a strike is told that groups count together', async () => {
    await begin('shared');
    const record = await after(say('03-02 09:10', 'u6', '/记录'), clock('03-02 09:11'));
    expect(record).toContain('没有记过(本组织各群合计)');
  });

  it('the second one in another group is the second, and the member is told why, where and how often', async () => {
    await begin('shared');
    await stage.play(say('03-02 09:05', 'u5', AD), clock('03-02 09:06'));
    const warned = await after(say('03-02 10:05', 'u5', AD, { group: 'g2' }), clock('03-02 10:06'));
    expect(warned).toContain('第2次提醒(各群合计)');
    const record = await after(say('03-02 10:10', 'u5', '/记录', { group: 'g2' }), clock('03-02 10:11'));
    expect(record).toContain('有效2次,累计2次(本组织各群合计)');
    expect(record).toMatch(/编号 1,3月2日,有效至[^,]*,在“分会群”/u);
    expect(await after(say('03-02 10:20', 'u5', '/隐私'), clock('03-02 10:21'))).toContain(
      '记过在本组织各群合计',
    );
  });

  it.each([
    { name: 'by hand', line: '/警告 李雷 刷屏', what: AD },
    { name: 'on a suspicion that the owner confirms', line: '/确认 2', what: '长期招代理' },
  ])('a warning $name counts them too and says so', async ({ line, what }) => {
    await begin('shared');
    await stage.play(say('03-02 09:05', 'u5', AD), clock('03-02 09:06'));
    if (what !== AD) await stage.play(say('03-02 09:30', 'u5', what, { group: 'g2' }), clock('03-02 09:31'));
    const lines = await after(say('03-02 10:05', 'u1', line, { group: 'g2' }), clock('03-02 10:06'));
    expect(lines).toContain('第2次提醒(各群合计)');
  });

  it('what is reversed in one group weighs in none', async () => {
    await begin('shared');
    await stage.play(say('03-02 09:05', 'u5', AD), clock('03-02 09:06'));
    await stage.play(direct('03-02 09:10', 'u1', '/撤销 1'), clock('03-02 09:11'));
    const warned = await after(say('03-02 10:05', 'u5', AD, { group: 'g2' }), clock('03-02 10:06'));
    expect(warned).toContain('第1次提醒,');
  });
});
