import { byCharacters } from '../../src/core/judge/channel.js';
import { describe, expect, it } from 'vitest';
import { makeJudge } from '../../src/core/judge/judge.js';
import { categoryOf } from '../../src/train/example.js';
import { train, TrainingError } from '../../src/train/train.js';
import { FOLDING, sampleExamples, trainSample } from './sample.js';

const options = {
  channel: byCharacters(FOLDING),
  rows: 256,
  review: 0,
  confirm: 0,
  contrast: 0.06,
  twins: 0,
  contrastConfirmed: 0,
  twinsConfirmed: 0,
  allowed: {},
  benign: [],
};

describe('train', () => {
  it.each([
    { name: 'nothing', examples: [] },
    { name: 'only prohibited lines', examples: sampleExamples().filter(({ category }) => category !== null) },
    { name: 'only harmless lines', examples: sampleExamples().filter(({ category }) => category === null) },
  ])('refuses $name', ({ examples }) => {
    expect(() => train(examples, options)).toThrow(TrainingError);
  });

  it('gives the same bytes twice', () => {
    expect(trainSample().model).toEqual(trainSample().model);
  });

  it('tells offers from talk that it has not seen', () => {
    const { model } = trainSample();
    const judge = makeJudge(model, FOLDING);
    const margin = (text: string): number => judge.margins(text)[0] ?? 0;
    const [category] = model.categories;
    expect(margin('手机壳全场半价私聊我')).toBeGreaterThan(category?.review ?? Infinity);
    expect(margin('明天去开会,晚点说')).toBeLessThan(category?.review ?? -Infinity);
  });

  it('lets twins set the threshold', () => {
    const twin = { text: '面膜全场半价加微信', category: null, origin: 'twin' } as const;
    const strict = train([...sampleExamples(), twin], { ...options, rows: 1024 });
    expect(strict.model.categories[0]?.review).toBeGreaterThan(
      trainSample().model.categories[0]?.review ?? Infinity,
    );
  });

  it('lets twins set the threshold to confirm by themselves', () => {
    const twin = { text: '面膜全场半价加微信', category: null, origin: 'twin' } as const;
    const examples = [...sampleExamples(), twin];
    const [lax] = train(examples, { ...options, rows: 1024, twins: 1, twinsConfirmed: 1 }).model.categories;
    const [strict] = train(examples, { ...options, rows: 1024, twins: 1 }).model.categories;
    expect(strict?.review).toBe(lax?.review);
    expect(strict?.confirm).toBeGreaterThan(lax?.confirm ?? Infinity);
  });

  it('lets harmless rows of labelled sets set the threshold to confirm by themselves', () => {
    const everyday = { text: '明天去开会', category: null, origin: 'everyday' } as const;
    const contrast = { text: '面膜全场半价加微信', category: null, origin: 'contrast' } as const;
    const examples = [...sampleExamples(), everyday, contrast];
    const lenient = { ...options, rows: 1024, contrast: 1 };
    const [lax] = train(examples, { ...lenient, contrastConfirmed: 1 }).model.categories;
    const [strict] = train(examples, lenient).model.categories;
    expect(strict?.review).toBe(lax?.review);
    expect(strict?.confirm).toBeGreaterThan(lax?.confirm ?? Infinity);
  });

  it('lets everyday messages set the threshold without teaching', () => {
    const strict = train(sampleExamples(), { ...options, rows: 1024, benign: ['面膜全场半价加微信'] });
    expect(strict.model.categories[0]?.review).toBeGreaterThan(
      trainSample().model.categories[0]?.review ?? Infinity,
    );
  });
});

describe('categoryOf', () => {
  it.each([
    { name: 'harmless without a word', label: 0, word: null, want: null },
    { name: 'prohibited without a word cannot teach', label: 1, word: null, want: undefined },
    { name: 'an unknown word cannot teach', label: 1, word: 'other', want: undefined },
    { name: 'our own word', label: 1, word: 'fraud', want: 'fraud' },
    { name: 'a word of public sets', label: 1, word: 'hatred_region', want: 'hatred' },
  ] as const)('$name', ({ label, word, want }) => {
    expect(categoryOf(label, word)).toBe(want);
  });
});
