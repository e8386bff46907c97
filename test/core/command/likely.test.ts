import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/app/commands/index.js';
import { likely } from '../../../src/core/command/likely.js';
import { isAtLeast } from '../../../src/core/policy/authority.js';

const MEMBERS = COMMANDS.filter(({ least }) => isAtLeast('member', least));

it('nothing typed, or no commands: nothing is proposed', () => {
  expect([likely('', COMMANDS), likely('   ', COMMANDS), likely('状太', [])]).toEqual([null, null, null]);
});

describe('a command with a slip, or asked for in a few words', () => {
  it.each([
    { line: '状太', want: '状态' },
    { line: '状况', want: '状态' },
    { line: '确任 1', want: '确认' },
    { line: '确认了', want: '确认' },
    { line: '申述 2 我只是转发', want: '申诉' },
    { line: '申诉书', want: '申诉' },
    { line: '为什麽 3', want: '为什么' },
    { line: '为什么呢', want: '为什么' },
    { line: '帮组', want: '帮助' },
    { line: '周保', want: '周报' },
    { line: '周报。', want: '周报' },
    { line: '核检 T-2026-001', want: '核验' },
    { line: '举抱 李雷', want: '举报' },
    { line: '我地数据', want: '我的数据' },
    { line: '我的数居', want: '我的数据' },
    { line: '取消受权 李雷', want: '取消授权' },
    { line: 'hepl', want: 'help' },
    { line: 'statu', want: 'status' },
    { line: 'stauts', want: 'status' },
    { line: 'confrim 3', want: 'confirm' },
    { line: 'apeal 2 no', want: 'appeal' },
    { line: 'authorize', want: 'authorise' },
    { line: '怎么移出一个人', want: '移出' },
    { line: '怎么移出他', want: '移出' },
    { line: '想看看周报在哪', want: '周报' },
    { line: '我想看周报', want: '周报' },
    { line: '本周周报', want: '周报' },
    { line: '我要举报', want: '举报' },
    { line: '怎么申诉?', want: '申诉' },
    { line: '申诉怎么写', want: '申诉' },
    { line: '群规是什么', want: '群规' },
    { line: '请问群规在哪里', want: '群规' },
    { line: '我要退群', want: '退群' },
    { line: '隐私政策', want: '隐私' },
    { line: '禁言 李雷', want: '肃静' },
    { line: '恢复 12', want: '撤销' },
    { line: '移除李蕾', want: '移出' },
    { line: '封禁张三', want: '封禁' },
    { line: '骗子', want: '举报' },
    { line: '误判', want: '撤销' },
  ])('$line: $want', ({ line, want }) => {
    expect(likely(line, COMMANDS)?.name).toBe(want);
  });
});

describe('a sentence that only holds the letters of a command', () => {
  const LINES = [
    '我只是转发的,为什么说我',
    '为什么说我',
    '为什么警告我',
    '为什么要移出我',
    '凭什么警告我',
    '我没发广告',
    '我没有发广告啊',
    '广告不是我发的',
    '那不是广告',
    '误会了',
    '你们误判了吧',
    '不是推销是朋友的书',
    '今天天气不错',
    '今天的会议通知收到了',
    '通知收到了',
    '通知看了吗',
    '群里谁有去年的名册可以发我一份',
    '名片改好了',
    '名片我已经改好了,请看一下',
    '我把记录发给老师了',
    '状态不太好,先休息几天',
    '好的没问题我知道了',
    '确认一下周六几点集合',
    '确认收货之后再给好评',
    '这个活动我能参加吗',
    '我朋友想进群,怎么办',
    '撤回了一条消息不好意思',
    '我的手机号换了,数据怎么改',
    '我们帮助过很多校友',
    '投稿到校刊的文章什么时候登',
    '有人举报说食堂涨价了',
    '骗子真多啊大家小心',
    '管理员辛苦了',
    '删除好友是什么意思',
    '提醒大家明天降温',
    '说明天要下雨',
    '可以帮我看看这道题吗',
    '我不同意这个说法',
    'what did you warn me for',
    'what is this',
    'see you on monday',
  ];
  it.each(LINES.map((line) => ({ line })))('$line, from the owner', ({ line }) => {
    expect(likely(line, COMMANDS)).toBeNull();
  });

  it.each(LINES.map((line) => ({ line })))('$line, from a member', ({ line }) => {
    expect(likely(line, MEMBERS)).toBeNull();
  });
});
