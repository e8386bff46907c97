import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ config: 'groups:\n  - id: g1\n  - id: g2\n' });
  await stage.play(meet('03-02 09:00'));
});
afterEach(() => stage.store.close());

/** So many seconds after 09:10. */
const after = (seconds: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `03-02 09:${two(10 + Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

async function tell(seconds: number, text: string, from = 'u1'): Promise<string> {
  return (await stage.after(direct(after(seconds), from, text), clock(after(seconds + 5)))).join('\n');
}

const askedCode = async (seconds: number, text: string, from = 'u1'): Promise<string> =>
  /\/确认 ([A-Z]\d{3})/u.exec(await tell(seconds, text, from))?.[1] ?? '';
const removed = () => stage.lines.filter(({ type }) => type === 'remove').map(({ to }) => to);

describe('a yes without its code', () => {
  it.each(['确认', '/确认', '确认。', '好', '同意', '是的', '确定', '对', '嗯嗯'])(
    '%s, nothing asked: nothing is done, and no code is spoken of',
    async (text) => {
      expect(await tell(0, text)).not.toMatch(/把码一起|确认码/u);
      expect(removed()).toEqual([]);
    },
  );

  it.each(['确认', '/确认', '确认。', '好', '可以', '是的', '确定', '对', '嗯嗯'])(
    '%s, asked a moment ago: the code is named, and nobody is removed',
    async (text) => {
      const code = await askedCode(0, '移出 李雷');
      const lines = await tell(20, text);
      expect(lines).toContain('请把码一起发来,我现在还没有做');
      expect(lines).toContain(`移出 李雷-武汉-化学97级:请在40秒内回 /确认 ${code};不要了回 /驳回 ${code}`);
      expect(removed()).toEqual([]);
    },
  );

  it('the code is named before the cases that wait', async () => {
    await stage.play(say('03-02 09:05', 'u6', '刷单先垫付'));
    const code = await askedCode(0, '移出 李雷');
    const lines = await tell(20, '确认');
    expect(lines.indexOf(code)).toBeGreaterThan(0);
    expect(lines.indexOf('另有等您定夺的案件,请回编号,比如 /确认 1 或 /驳回 1')).toBeGreaterThan(
      lines.indexOf(code),
    );
    expect(removed()).toEqual([]);
  });

  it('what is settled along with a case has no line of its own', async () => {
    await stage.play(say('03-02 09:05', 'u6', '刷单先垫付'), say('03-02 09:06', 'u6', '刷单先垫付'));
    await askedCode(0, '移出 李雷');
    const lines = await tell(20, '确认');
    expect(lines).toContain('等答复(连同 2 一起定)');
    expect(lines).not.toContain('2) ');
  });

  it('asked for the same twice: one line, with the newer code', async () => {
    await askedCode(0, '移出 李雷');
    const newer = await askedCode(10, '移出 李雷');
    const lines = await tell(20, '确认');
    expect(lines.match(/移出 李雷/gu)).toHaveLength(1);
    expect(lines).toContain(newer);
  });

  it('somebody else was asked: it is not shown', async () => {
    await askedCode(0, '移出 李雷');
    expect(await tell(20, '确认', 'u2')).not.toContain('李雷');
  });

  it('too late: said what was not done', async () => {
    await askedCode(0, '移出 李雷');
    expect(await tell(90, '确认')).toContain(
      '刚才的确认码过时了,没有做:移出 李雷-武汉-化学97级。还要的话请把命令再发一次。',
    );
    expect(await tell(600, '确认')).toContain('待您定夺的案件');
    expect(removed()).toEqual([]);
  });

  it('no administrator any more: refused', async () => {
    await askedCode(0, '移出 李雷', 'u2');
    await stage.play(meet('03-02 09:10:10', { admins: ['u3'] }));
    expect(await tell(20, '确认', 'u2')).toContain('这个命令只有');
  });
});

describe('the code alone', () => {
  it.each(['', '。', '吧'])('in private is the confirmation, “%s” behind it', async (end) => {
    const code = await askedCode(0, '移出 李雷');
    expect(await tell(20, `${code.toLowerCase()}${end}`)).toContain('正在移出 李雷');
    expect(removed()).toEqual(['u5']);
  });

  it('a wrong one does nothing, and the right one is still good', async () => {
    const code = await askedCode(0, '移出 李雷');
    const wrong = code === 'A001' ? 'A002' : 'A001';
    expect(await tell(20, wrong)).toContain('这个确认码不对');
    expect(removed()).toEqual([]);
    expect(await tell(30, code)).toContain('正在移出 李雷');
  });

  it('where none was given out it is no command', async () => {
    expect(await tell(0, 'W388')).toContain('没看懂');
  });
});

describe('a no without its code', () => {
  it.each(['驳回', '取消', '不', '算了', '不用了。'])('%s gives it up', async (text) => {
    const code = await askedCode(0, '移出 李雷');
    expect(await tell(20, text)).toContain('好的,不做了:移出 李雷-武汉-化学97级。');
    expect(await tell(30, `确认 ${code}`)).toContain('这个确认码不对');
    expect(removed()).toEqual([]);
  });

  it('with the code gives up that one alone', async () => {
    const one = await askedCode(0, '移出 李雷');
    const other = await askedCode(10, '移出 韩梅梅');
    expect(await tell(20, `驳回 ${one}`)).toContain('好的,不做了:移出 李雷-武汉-化学97级。');
    expect(await tell(30, `驳回 ${one}`)).toContain('这个确认码不对');
    expect(await tell(40, `确认 ${other}`)).toContain('正在移出 韩梅梅');
    expect(removed()).toEqual(['u6']);
  });

  it.each([
    { text: '驳回', want: '待您定夺的案件:没有' },
    { text: '取消', want: '没看懂' },
  ])('$text, nothing asked', async ({ text, want }) => {
    expect(await tell(0, text)).toContain(want);
  });
});

describe('who answers for two groups', () => {
  it('is not asked which one while a code waits', async () => {
    await stage.play(meet('03-02 09:01', { group: 'g2', name: '二群' }), direct('03-02 09:02', 'u1', '群 2'));
    const code = await askedCode(0, '移出 李雷');
    await stage.play(direct('03-02 09:10:10', 'u1', '群 1'));
    expect(await tell(20, '确认')).toContain(code);
    expect(await tell(30, '取消')).toContain('不做了');
  });
});

describe('a proposal and a code', () => {
  const offend = () => stage.play(say('03-02 09:05', 'u6', '特价面膜加微信'));

  it('the code asked for later is meant: the older proposal waits until that is settled', async () => {
    await offend();
    expect(await tell(0, '撤销 1')).toContain('请回 /好');
    const code = await askedCode(10, '移出 李雷');
    expect(await tell(20, '好')).toContain(code);
    expect(await tell(30, '取消')).toContain('不做了');
    expect(await tell(40, '好')).toContain('特****信');
    expect(removed()).toEqual([]);
  });

  it('the later proposal is meant', async () => {
    await offend();
    await askedCode(0, '移出 李雷');
    expect(await tell(10, '撤销 1')).toContain('请回 /好');
    expect(await tell(20, '好')).not.toContain('把码一起');
    expect(removed()).toEqual([]);
  });
});

describe('a setting that is not called so', () => {
  it.each([
    { typed: '周报', want: '您是不是想改 周报时间?看它怎么写:/设置 周报时间' },
    { typed: '名片格试', want: '您是不是想改 名片格式?' },
    { typed: '休息', want: '您是不是想改 休息时间?' },
    { typed: '一处', want: '可以设置:群类型、' },
  ])('$typed', async ({ typed, want }) => {
    expect(await tell(0, `设置 ${typed} 3`)).toContain(want);
  });
});
