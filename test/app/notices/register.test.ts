import { describe, expect, it } from 'vitest';
import { createNoticeRegister } from '../../../src/app/notices/register.js';
import type { Notice } from '../../../src/core/model/notice.js';
import { NOW } from '../../builders/model.js';

const TEXT = '各位校友:本年度会费为200元,请于3月20日前汇至账户 6222021001111222,户名北京校友分会。';

function aNotice(over: Partial<Notice> = {}): Notice {
  return {
    id: 1,
    number: 'T-2026-001',
    groupId: 'g1',
    caseId: null,
    level: 'branch',
    subject: '缴费',
    title: '会费',
    text: TEXT,
    source: '',
    authorId: 'u1',
    at: NOW,
    validUntil: null,
    publishedAt: NOW,
    publishedBy: 'author',
    status: 'published',
    ...over,
  };
}

describe('the register in memory', () => {
  it('empty: nothing touches it, nothing matches', () => {
    const register = createNoticeRegister();
    expect(register.touches(TEXT)).toBe(false);
    expect(register.match('g1', TEXT)).toBeNull();
  });

  it.each([
    { name: 'empty text', text: '', want: false },
    { name: 'a short line', text: '会费交了吗', want: false },
    {
      name: 'a long line of chat',
      text: '今天天气真好,大家周末一起去东湖边上走一走,顺便吃个饭怎么样',
      want: false,
    },
    { name: 'the notice', text: TEXT, want: true },
    { name: 'its words with another account', text: TEXT.replace('6222', '6230'), want: true },
  ])('touched by $name: $want', ({ text, want }) => {
    const register = createNoticeRegister();
    register.put(aNotice());
    expect(register.touches(text)).toBe(want);
  });

  it('a branch’s notices are its own, the organisation’s are everybody’s', () => {
    const register = createNoticeRegister();
    register.put(aNotice());
    expect(register.match('g2', TEXT)).toBeNull();
    register.put(aNotice({ id: 2, level: 'organisation' }));
    expect(register.match('g2', TEXT)).toMatchObject({ noticeId: 2, likeness: { kind: 'same' } });
  });

  it('the same beats the changed, whichever came first', () => {
    const register = createNoticeRegister();
    register.put(aNotice());
    register.put(aNotice({ id: 2, text: TEXT.replace('3月20日', '3月31日') }));
    expect(register.match('g1', TEXT)).toMatchObject({ noticeId: 1, likeness: { kind: 'same' } });
    expect(register.match('g1', TEXT.replace('200元', '2000元'))).toMatchObject({
      likeness: { kind: 'changed' },
    });
  });
});
