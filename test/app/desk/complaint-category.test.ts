import { afterEach, expect, it } from 'vitest';
import { clock, direct, meet, say } from '../../builders/events.js';
import { ENFORCED, openStage, type Stage } from '../../fakes/stage.js';

let stage: Stage;
afterEach(() => stage.store.close());

const FROM = '李雷-武汉-化学97级';

it.each([
  {
    name: 'nobody and nothing quoted',
    text: '/举报 有人私下推销',
    quote: null,
    want: 'complaint',
    line: '举报',
  },
  {
    name: 'a member, nothing quoted',
    text: '/举报 李雷 总骂人',
    quote: null,
    want: 'complaint',
    line: '举报',
  },
  {
    name: 'words in which nothing is seen',
    text: '/举报 烦',
    quote: '一直拉人',
    want: 'complaint',
    line: '举报',
  },
  { name: 'words of a kind', text: '/举报 广告', quote: '特价面膜加微信', want: 'advertising', line: '推销' },
])('a complaint about $name counts as $want', async ({ text, quote, want, line }) => {
  stage = await openStage({ config: ENFORCED });
  const over = quote === null ? {} : { quote: { from: FROM, text: quote } };
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u6', text, over));
  expect((await stage.store.caseById(1))?.category).toBe(want);
  expect((await stage.after(direct('03-02 09:05', 'u1', '案件'))).join()).toContain('举报 请群主看 等答复');
  expect((await stage.after(direct('03-02 09:06', 'u1', '周报'))).join()).toContain(`分类:${line}1`);
});

it('a complaint that names nobody has no name in the list', async () => {
  stage = await openStage({ config: ENFORCED });
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u6', '/举报 有人私下推销'));
  expect((await stage.after(direct('03-02 09:05', 'u1', '案件'))).join()).toContain(
    '1) 3月2日 09:01 举报 请群主看',
  );
  expect((await stage.after(direct('03-02 09:06', 'u1', '为什么 1'))).join()).toContain(
    '编号 1:举报,把握50%',
  );
});

it('a complaint of no kind that is found right is recorded, and leads to no strike', async () => {
  stage = await openStage({ config: ENFORCED });
  await stage.play(meet('03-02 09:00'), say('03-02 09:01', 'u6', '/举报 李雷 总骂人'));
  const lines = await stage.after(direct('03-02 09:05', 'u1', '确认 1'), clock('03-02 09:06'));
  expect(lines.join()).toContain('编号 1 已记录');
  expect(await stage.store.strikesOf('g1', 'u5')).toEqual([]);
});
