import { describe, expect, it } from 'vitest';
import { asksForMoney, soundsPaid } from '../../../src/core/identity/fee-demand.js';

describe('asking for money', () => {
  it.each([
    ['nothing', '', false],
    ['an amount and a code to scan', '每人交资料费320元,扫下面的二维码', true],
    ['an amount and a transfer', '聚会费200块,转账给我', true],
    ['a fee and an account', '学费请打到下面的账号', true],
    ['a payment code alone', 'wxp://f2f0abcdefg', true],
    ['a card number', '6222021234567890123', true],
    ['a fee alone', '今年会费还没定', false],
    ['an amount alone', '昨天花了300元', false],
    ['a question', '会费是100元转给谁吗?', false],
    ['a code for something else', '扫码看照片', false],
    ['ordinary talk', '周末一起去爬山', false],
    ['a year', '2026年校庆见', false],
  ])('%s: %s', (_why, text, want) => {
    expect(asksForMoney(text)).toBe(want);
  });
});

describe('saying that one has paid', () => {
  it.each([
    ['nothing', '', false],
    ['收到', '收到', true],
    ['with a mark', '已交!', true],
    ['with a name behind', '已转 张三', false],
    ['已交 and a name', '已交张三', true],
    ['transferred', '转好了', true],
    ['receipt of something else', '收到通知请大家回复一下好吗谢谢', false],
    ['ordinary talk', '周末一起去爬山', false],
  ])('%s: %s', (_why, text, want) => {
    expect(soundsPaid(text)).toBe(want);
  });
});
