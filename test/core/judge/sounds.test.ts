import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySounds } from '../../../src/core/judge/channel.js';
import { makeSoundJudge } from '../../../src/core/judge/sound-judge.js';
import { makeSoundTable, SoundBuffer } from '../../../src/core/judge/sounds.js';
import { makeSpelling } from '../../../src/core/judge/spelling.js';
import { weightAt } from '../../../src/core/judge/weights.js';
import { train } from '../../../src/train/train.js';
import { FOLDING, sampleExamples } from '../../train/sample.js';

const SYLLABLES = new Map(
  ['sha 傻煞沙', 'bi 逼笔比', 'dong 东懂', 'xi 西希', 'ban 半班', 'jia 价家', 'xian 先线', 'an 安'].flatMap(
    (row) => {
      const [syllable = '', chars = ''] = row.split(' ');
      return Array.from(chars, (char) => [char, syllable] as const);
    },
  ),
);
const TABLE = makeSoundTable(FOLDING, SYLLABLES);

function sounds(text: string): readonly number[] {
  const buffer = new SoundBuffer();
  buffer.read(text, TABLE);
  return [...buffer.sounds.subarray(1, buffer.length - 1)];
}

describe('SoundBuffer', () => {
  it.each([
    { name: 'nothing', text: '', like: '' },
    { name: 'only noise', text: ' \u200b★', like: '' },
    { name: 'characters that sound alike', text: '煞笔', like: '傻逼' },
    { name: 'Latin letters', text: 'shabi', like: '傻逼' },
    { name: 'Latin letters with a space', text: 'sha bi', like: '傻逼' },
    { name: 'capitals and full width', text: 'ＳｈａBI', like: '傻逼' },
    { name: 'noise between', text: '煞*❤笔', like: '傻逼' },
    { name: 'digits read alike', text: '东138', like: '东222' },
    { name: 'the longest syllable that fits', text: 'xianxi', like: '先西' },
    { name: 'a run of one sound is cut', text: '东'.repeat(50), like: '东东东' },
  ])('$name', ({ text, like }) => {
    expect(sounds(text)).toEqual(sounds(like));
  });

  it.each(['hello', 'sb', 'x', 'shabz'])('leaves %s as letters', (text) => {
    expect(sounds(text)).toHaveLength(text.length);
  });
});

describe('makeSpelling', () => {
  const spelling = makeSpelling(new Set(['xi', 'an', 'xian', 'a']));
  it.each([
    { letters: '', want: null },
    { letters: 'a', want: null },
    { letters: 'xian', want: ['xian'] },
    { letters: 'xixian', want: ['xi', 'xian'] },
    { letters: 'xib', want: null },
    { letters: 'xi'.repeat(40), want: null },
  ])('$letters', ({ letters, want }) => {
    expect(spelling(letters)).toEqual(want);
  });
});

describe('the features', () => {
  const channel = bySounds(TABLE);
  const features = (text: string): readonly number[] =>
    channel.features(text).hashes.toSorted((a, b) => a - b);

  it('are the same for two characters that have changed places', () => {
    expect(features('东西')).toEqual(features('西东'));
    expect(features('东西')).not.toEqual(features('东家'));
  });
});

describe('the judge by sounds', () => {
  const { model } = train(sampleExamples(), {
    channel: bySounds(TABLE),
    rows: 1024,
    review: 0,
    confirm: 0,
    contrast: 0,
    twins: 0,
    contrastConfirmed: 0,
    twinsConfirmed: 0,
    allowed: {},
    benign: [],
  });
  const judge = makeSoundJudge(model, TABLE);
  const [category] = model.categories;
  const review = category?.review ?? Infinity;

  it('hears an offer in other characters', () => {
    expect(judge.margins('手机壳全场半价私聊我')[0]).toBeGreaterThan(review);
    expect(judge.margins('手机壳全场班家私聊我')[0]).toBeCloseTo(
      judge.margins('手机壳全场半价私聊我')[0] ?? 0,
    );
    expect(judge.margins('明天去开会,晚点说')[0]).toBeLessThan(review);
  });

  it('says nothing of a text that is one sound over and over', () => {
    expect(judge.margins('班家'.repeat(50))[0]).toBeLessThan(review);
  });

  it('adds up what it walks, and may reach what its margins reach', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'口红全场半价私聊我班家x1 😀\ud800')), (chars) => {
        const text = `${chars.join('')}明天开会去不去呀`;
        let sum = 0;
        judge.walk(text, (at) => {
          sum += weightAt(model.table, at, 0);
        });
        const { count } = bySounds(TABLE).features(text);
        const [margin = NaN] = judge.margins(text);
        expect(margin).toBeCloseTo((category?.bias ?? 0) + ((category?.scale ?? 0) * sum) / Math.sqrt(count));
        expect(judge.nearest(text) >= 0).toBe(margin >= review);
      }),
    );
  });
});
