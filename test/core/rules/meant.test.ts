import { describe, expect, it } from 'vitest';
import { makeMeant, placed } from '../../../src/core/rules/meant.js';
import { createRules, inspect } from '../../../src/core/rules/index.js';
import { aMessage } from '../../builders/model.js';
import { shippedTools, shippedWithJudge } from '../../corpus/shipped.js';

const FAR = -9;
const NEAR = -1;
const TOOLS = shippedTools();
const readMeant = makeMeant(TOOLS);

describe('makeMeant', () => {
  it.each([
    { name: 'nothing', text: '', nearest: NEAR, want: [] },
    { name: 'ordinary talk', text: '周末一起去爬山吧', nearest: NEAR, want: [] },
    { name: 'a character in parts', text: '来贝者吗', nearest: FAR, want: ['plain 来赌吗'] },
    { name: 'one word turned, and no judge near', text: '看着心恶', nearest: FAR, want: [] },
    { name: 'the same with a judge near', text: '看着心恶', nearest: NEAR, want: ['mended 看着恶心'] },
    { name: 'one rare character, and no judge near', text: '一群畜嬔', nearest: FAR, want: [] },
    { name: 'two of them', text: '弱潪，脑殜', nearest: FAR, want: ['mended 弱智，脑残'] },
    {
      name: 'what is mended is mended in the plain reading',
      text: '汝人看着心恶',
      nearest: NEAR,
      want: ['plain 女人看着心恶', 'mended 女人看着恶心'],
    },
  ])('$name', ({ text, nearest, want }) => {
    expect(readMeant(text, nearest).map(({ kind, reading }) => `${kind} ${reading.text}`)).toEqual(want);
  });

  it.each([
    { name: 'one character in parts', text: '来贝者吗', want: [1] },
    { name: 'two of them', text: '来贝者吗，月半子', want: [2] },
    { name: 'what is certain, then what is likelier besides', text: '汝人看着心恶', want: [1, 2] },
  ])('counts the signs of a disguise: $name', ({ text, want }) => {
    expect(readMeant(text, NEAR).map(({ signs }) => signs)).toEqual(want);
  });

  it('without a mender reads what is certain', () => {
    const plainOnly = makeMeant({ ...TOOLS, mender: null });
    expect([plainOnly('看着心恶', NEAR), plainOnly('来贝者吗', NEAR).length]).toEqual([[], 1]);
  });
});

describe('placed', () => {
  it('is suspected however sure the words are, and shows what was written', () => {
    const text = '来汝人心恶';
    const reading = readMeant(text, NEAR).at(-1)?.reading;
    const evidence = [{ start: 3, end: 5, text: '恶心', term: '恶心' }];
    const sure = { rule: 'prohibited', category: 'insult', clause: 'A5', certainty: 'confirmed' } as const;
    const finding = reading && placed({ ...sure, score: 0.97, evidence }, text, reading);
    expect(finding).toMatchObject({ certainty: 'suspected', score: 0.89 });
    expect(finding?.evidence).toEqual([{ start: 3, end: 5, text: '心恶', term: '恶心' }]);
  });
});

describe('the rules as shipped', () => {
  const rules = createRules({}, shippedWithJudge());

  it.each([
    { name: 'an empty text', text: '', found: false },
    { name: 'rare characters for those of an insult', text: '这群人真是弱潪，脑殜', found: true },
    { name: 'rare characters that are names', text: '李堃和张煊周末来聚一聚', found: false },
    { name: 'ordinary talk with characters in parts', text: '周末一走己去月巴山口乞饣反吧', found: false },
    { name: 'praise with characters in parts', text: '女也亻门的舌忝品真的很好口乞', found: false },
    { name: 'two words turned that are no offence', text: '我喜欢桃樱，也喜欢天蓝', found: false },
  ])('$name', ({ text, found }) => {
    expect(inspect(rules, aMessage({ text })).findings.length > 0).toBe(found);
  });
});
