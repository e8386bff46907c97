import type { ControlAnswer } from '../../../src/core/model/answers/control.js';
import { aCase, AUTHOR, NOW } from './model.js';

const WORD = '加微信领取';
const setting = { name: '移出', value: '先问', hint: '先问、自动、从不' };
const tried = [0, 3].flatMap((hits) => [{ problem: null, heard: 120, hits, people: Math.min(hits, 2) }]);
const own = { word: '某楼盘', kind: 'word', category: 'advertising', by: 'u1', at: NOW } as const;

export const CONTROL_ANSWERS: Readonly<Record<ControlAnswer['kind'], readonly ControlAnswer[]>> = {
  settings: [
    { kind: 'settings', settings: [setting], off: [] },
    { kind: 'settings', settings: [setting, setting], off: ['advertising', '别的'] },
  ],
  'no-setting': [null, '名片期限'].map((near) => ({
    kind: 'no-setting',
    typed: '一处',
    names: ['移出', '名片期限'],
    near,
  })),
  'bad-setting': [{ kind: 'bad-setting', name: '移出', hint: '先问、自动、从不' }],
  'setting-changed': [{ kind: 'setting-changed', name: '移出', value: '从不' }],
  'confirm-setting': (['unasked', 'sooner', 'unbraked'] as const).map((wider) => ({
    kind: 'confirm-setting',
    name: '移出',
    wider,
    code: 'A123',
    seconds: 60,
  })),
  'brake-shown': [null, NOW].map((until) => ({
    kind: 'brake-shown',
    limit: 3,
    removed: 1,
    until,
    timezone: 'Asia/Shanghai',
  })),
  'category-switched': [true, false].map((on) => ({ kind: 'category-switched', category: 'insult', on })),
  'rules-listed': [
    { kind: 'rules-listed', ids: [], observed: [], doubted: [] },
    {
      kind: 'rules-listed',
      ids: ['notice', 'privacy', 'learned'],
      observed: ['notice'],
      doubted: ['learned'],
    },
  ],
  'rule-switched': [true, false].map((observed) => ({ kind: 'rule-switched', rule: 'notice', observed })),
  'own-words': [
    { kind: 'own-words', words: [] },
    { kind: 'own-words', words: [own, { ...own, word: '新楼', kind: 'exception' }] },
    { kind: 'own-words', words: Array.from({ length: 31 }, () => own) },
  ],
  'words-full': [{ kind: 'words-full', most: 500 }],
  'word-refused': [{ kind: 'word-refused', word: WORD, problem: '是常用词' }],
  'word-tried': [...tried, { problem: '是常用词', heard: 0, hits: 0, people: 0 }].map((one) => ({
    kind: 'word-tried',
    word: WORD,
    ...one,
  })),
  'word-added': [true, false].flatMap((exception) =>
    tried.map((one) => ({ kind: 'word-added', word: WORD, exception, category: 'fraud', ...one })),
  ),
  'no-word': [{ kind: 'no-word', word: WORD }],
  'word-dropped': [0, 2, 11].map((count) => ({
    kind: 'word-dropped',
    word: WORD,
    cases: Array.from({ length: count }, (_, n) => aCase({ id: n + 1 })),
    timezone: 'Asia/Shanghai',
    code: count === 0 ? null : 'A123',
    seconds: 60,
  })),
  'word-reversed': [{ kind: 'word-reversed', word: WORD, cases: 2 }],
  'quote-needed': [{ kind: 'quote-needed', usage: '/撤回(引用那条消息)' }],
  'missed-noted': [true, false].map((found) => ({ kind: 'missed-noted', found, warned: null })),
  'message-unknown': [{ kind: 'message-unknown' }],
  withdrawing: [true, false].map((inTime) => ({ kind: 'withdrawing', inTime })),
  quiet: [null, 10].map((minutes) => ({ kind: 'quiet', minutes })),
  'quiet-too-long': [{ kind: 'quiet-too-long', most: 120 }],
  'frozen-own': [{ kind: 'frozen-own' }],
  frozen: [{ kind: 'frozen', member: AUTHOR }],
  unfrozen: [{ kind: 'unfrozen', member: AUTHOR }],
  export: (['cases', 'week', 'audit', 'register'] as const).flatMap((what) =>
    [true, false].map((staff) => ({
      kind: 'export' as const,
      what,
      from: 0,
      groupId: 'g1',
      timezone: 'Asia/Shanghai',
      staff,
    })),
  ),
};
