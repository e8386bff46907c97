import { describe, expect, it } from 'vitest';
import { makeJudge } from '../../../src/core/judge/judge.js';
import { bySounds } from '../../../src/core/judge/channel.js';
import type { JudgeModel } from '../../../src/core/judge/model.js';
import { makeSoundJudge } from '../../../src/core/judge/sound-judge.js';
import { makeSoundTable } from '../../../src/core/judge/sounds.js';
import type { Finding } from '../../../src/core/model/finding.js';
import { createRules, inspect } from '../../../src/core/rules/index.js';
import type { Rule } from '../../../src/core/rules/rule.js';
import { aMessage } from '../../builders/model.js';
import { shippedTools } from '../../corpus/shipped.js';
import { trainSample } from '../../train/sample.js';

const TOOLS = shippedTools();
const { model } = trainSample();
const OFFER = '口红厂家直销,私聊我';
const TALK = '明天一起爬山吗';

function learnedRule(judge: JudgeModel | null): Rule {
  const rule = createRules({}, { ...TOOLS, judge }).find(({ id }) => id === 'learned');
  if (rule === undefined) throw new Error('learned is not registered');
  return rule;
}

function found(score: number, certainty: Finding['certainty'] = 'suspected'): Finding {
  return { rule: 'prohibited', category: 'advertising', certainty, clause: 'E三2(5)', score, evidence: [] };
}

/** The words found this; what stands after the judge has spoken? */
function after(
  text: string,
  findings: readonly Finding[],
  judge: JudgeModel | null = model,
): readonly string[] {
  const refined = learnedRule(judge).refine?.(findings, aMessage({ text })) ?? findings;
  return refined.map(({ rule, certainty }) => `${rule} ${certainty}`);
}

const sure: JudgeModel = {
  ...model,
  categories: model.categories.map((category) => ({ ...category, confirm: -99 })),
};
/** Every category has this threshold so far above what the text reaches. */
function above(text: string, threshold: 'review' | 'clear', distance: number): JudgeModel {
  const margins = Array.from(makeJudge(model, TOOLS.folding).margins(text));
  const categories = model.categories.map((category, at) => ({
    ...category,
    [threshold]: (margins[at] ?? 0) + distance,
  }));
  return { ...model, categories };
}

const backing: JudgeModel = {
  ...model,
  categories: model.categories.map((category) => ({ ...category, back: -99 })),
};
const doubting: JudgeModel = {
  ...model,
  categories: model.categories.map((category) => ({ ...category, back: 99 })),
};

const HIDDEN = OFFER.replace('私', '禾厶');

describe('learned, of what is written so as not to be read', () => {
  it.each([
    { name: 'as it is written it stays below the threshold', text: OFFER, distance: 0.6, want: [] },
    { name: 'hidden it is suspected', text: HIDDEN, distance: 0.6, want: ['learned suspected'] },
    { name: 'hidden, but far from any offence', text: HIDDEN, distance: 0.9, want: [] },
  ])('$name', ({ text, distance, want }) => {
    expect(after(text, [], above(OFFER, 'review', distance))).toEqual(want);
  });
});

/** The words confirm this by so many signs. */
function confirmedBy(signs: number): Finding {
  const sign = { start: 0, end: 1, text: '口', term: '口红' };
  return { ...found(0.95, 'confirmed'), evidence: Array.from({ length: signs }, () => sign) };
}

describe('learned, of what the words confirm', () => {
  it.each([
    { name: 'a word that confirms by itself stands', signs: 1, distance: 9, want: ['prohibited confirmed'] },
    {
      name: 'signs together stand near the threshold',
      signs: 2,
      distance: 1.9,
      want: ['prohibited confirmed'],
    },
    {
      name: 'signs together are left to people far from it',
      signs: 2,
      distance: 2.1,
      want: ['prohibited suspected'],
    },
  ])('$name', ({ signs, distance, want }) => {
    expect(after(TALK, [confirmedBy(signs)], above(TALK, 'review', distance))).toEqual(want);
  });

  it.each([
    { name: 'grave words stand', score: 0.85, want: ['prohibited suspected'] },
    { name: 'lesser ones are cleared', score: 0.84, want: [] },
  ])('far from any offence: $name', ({ score, want }) => {
    const finding = found(score);
    expect(after(TALK, [finding], above(TALK, 'clear', 9))).toEqual(want);
  });

  it('stands where no judge is there', () => {
    expect(after(TALK, [confirmedBy(2)], null)).toEqual(['prohibited confirmed']);
  });

  it('claims little certainty for what is left to people', () => {
    const rule = learnedRule(above(TALK, 'review', 3));
    const [finding] = rule.refine?.([confirmedBy(2)], aMessage({ text: TALK })) ?? [];
    expect(finding?.score).toBe(0.6);
  });
});

describe('learned', () => {
  it.each([
    { name: 'an empty text', text: '', findings: [], want: [] },
    { name: 'ordinary talk', text: TALK, findings: [], want: [] },
    { name: 'alone it only suspects', text: OFFER, findings: [], want: ['learned suspected'] },
    {
      name: 'beside the words it adds nothing',
      text: OFFER,
      findings: [found(0.55)],
      want: ['prohibited suspected'],
    },
    {
      name: 'what is confirmed stays',
      text: TALK,
      findings: [found(0.95, 'confirmed')],
      want: ['prohibited confirmed'],
    },
    {
      name: 'a strong suspicion of the words stays',
      text: TALK,
      findings: [found(0.7)],
      want: ['prohibited suspected'],
    },
  ])('$name', ({ text, findings, want }) => {
    expect(after(text, findings)).toEqual(want);
  });

  it('confirms a strong suspicion only', () => {
    expect(after(OFFER, [found(0.7)], sure)).toEqual(['prohibited confirmed']);
    expect(after(OFFER, [found(0.55)], sure)).toEqual(['prohibited suspected']);
  });

  it.each([
    { name: 'a weak suspicion the judge does not doubt', score: 0.55, distance: -0.1, stands: true },
    { name: 'a weak one it doubts', score: 0.55, distance: 0.1, stands: false },
    { name: 'a firm one it doubts', score: 0.7, distance: 0.9, stands: true },
    { name: 'a firm one it is sure against', score: 0.7, distance: 1.1, stands: false },
  ])('$name', ({ score, distance, stands }) => {
    expect(after(TALK, [found(score)], above(TALK, 'clear', distance))).toEqual(
      stands ? ['prohibited suspected'] : [],
    );
  });

  it('raises a hint of the words where it sees the same, and drops it where it does not', () => {
    expect(after(TALK, [found(0.3)], backing)).toEqual(['prohibited suspected']);
    expect(after(TALK, [found(0.3)], doubting)).toEqual([]);
    expect(after('', [found(0.3)], backing)).toEqual([]);
    expect(after(TALK, [found(0.3)], null)).toEqual([]);
  });

  it('does nothing without a model', () => {
    expect(after(OFFER, [], null)).toEqual([]);
    expect(learnedRule(null).message(aMessage({ text: OFFER }))).toEqual([]);
  });

  it('explains itself in the original text and stays below what is confirmed', () => {
    const { findings } = inspect(createRules({}, { ...TOOLS, judge: model }), aMessage({ text: OFFER }));
    const own = findings.find(({ rule }) => rule === 'learned');
    if (own === undefined) return expect(findings.length).toBeGreaterThan(0);
    expect(own.score).toBeLessThan(0.9);
    for (const { start, end, text } of own.evidence) expect(text).toBe(OFFER.slice(start, end));
  });

  it('has a suspicion below one half that grows with the margin', () => {
    const suspicion = (text: string): number => learnedRule(model).suspicion?.(aMessage({ text })) ?? -1;
    expect(suspicion(OFFER)).toBeLessThanOrEqual(0.5);
    expect(suspicion(OFFER)).toBeGreaterThan(suspicion(TALK));
  });
});

describe('texts that say nothing', () => {
  const rules = createRules({}, TOOLS);

  it.each([
    { name: 'empty', text: '' },
    { name: 'one digit, 100,000 times', text: '1'.repeat(100_000) },
    { name: 'two digits in turn', text: '12'.repeat(50_000) },
    { name: 'two letters in turn', text: 'ab'.repeat(5_000) },
    { name: 'marks', text: '!?'.repeat(5_000) },
    { name: 'laughter', text: '哈'.repeat(2_000) },
    { name: 'a keyboard row', text: 'asdf'.repeat(2_000) },
    { name: 'lone surrogates', text: '\ud83d\udc00'.repeat(2_000) },
  ])('$name: nothing is found', ({ text }) => {
    expect(inspect(rules, aMessage({ text })).findings).toEqual([]);
  });
});

describe('a bare file name', () => {
  it.each([`${OFFER}.docx`, '日程.pdf'])('is nothing for a judge of sentences: %s', (text) => {
    expect(after(text, [])).toEqual([]);
  });

  it('is one only by itself: the same words with more around them are judged', () => {
    expect(after(OFFER, [])).toEqual(['learned suspected']);
  });
});

describe('a text written by ear', () => {
  const syllables = new Map([...'口红厂家直销私聊我'].map((char) => [char, `sound-of-${char}`] as const));
  const sounds = makeSoundTable(TOOLS.folding, syllables);
  const { model: heard } = trainSample(bySounds(sounds));
  const margins = Array.from(makeSoundJudge(heard, sounds).margins(OFFER));

  /** The judge by sounds wants so much more than it hears, and so much is gained aloud. */
  function suspected(distance: number, gain: number): boolean {
    const categories = heard.categories.map((category, at) => ({
      ...category,
      review: (margins[at] ?? 0) + distance,
    }));
    const ear = { model: { ...heard, categories }, sounds, aloud: { gain: () => gain } };
    const rule = createRules({}, { ...TOOLS, judge: null, ear }).find(({ id }) => id === 'learned');
    return (rule?.refine?.([], aMessage({ text: OFFER })) ?? []).length > 0;
  }

  it.each([
    { name: 'at its threshold a text needs no gain', distance: 0, gain: 0, want: true },
    { name: 'below it, it does', distance: 1, gain: 0, want: false },
    { name: 'a text that gains a lot may stand lower', distance: 1.9, gain: 1, want: true },
    { name: 'not as low as that', distance: 2.1, gain: 1, want: false },
    { name: 'little gain, little lenience', distance: 1.9, gain: 0.1, want: false },
  ])('$name', ({ distance, gain, want }) => {
    expect(suspected(distance, gain)).toBe(want);
  });
});
