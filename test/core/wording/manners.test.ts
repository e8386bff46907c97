import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Category } from '../../../src/core/model/category.js';
import { render } from '../../../src/core/wording/action.js';
import { surely } from '../../../src/core/wording/request.js';
import { answerText } from '../../../src/core/wording/answer.js';
import { tellingText } from '../../../src/core/wording/telling.js';
import { actionsAbout } from '../../../bot/wording/examples/actions.js';
import { ANSWERS } from '../../../bot/wording/examples/answers.js';
import { NUMBER, OFFENCE } from '../../../bot/wording/examples/model.js';
import { TELLINGS } from '../../../bot/wording/examples/tellings.js';

/** What no sentence of the bot may have, and why; null where its manners are good. */
function faultOf(text: string): string | null {
  const faults: readonly (readonly [RegExp, string])[] = [
    [/^\s*$/u, 'says nothing'],
    [/undefined|NaN|null|\[object/u, 'shows the program’s insides'],
    [/[!\uff01]/u, 'shouts'],
    [/\p{Extended_Pictographic}/u, 'has an emoji'],
    [
      /[,\uff0c、;\uff1b:\uff1a][。,\uff0c、;\uff1b]|。[,\uff0c、;\uff1b。]|,$/u,
      'has doubled or dangling punctuation',
    ],
    [/把握100%/u, 'is surer than anybody can be'],
    [/[({\uff08]\s*[)}\uff09]|“”/u, 'has empty brackets'],
    [/ {2}|\s\n|\s$/u, 'has stray blanks'],
    [new RegExp(`${OFFENCE}|${NUMBER}|代理`, 'u'), 'repeats the offence'],
  ];
  return faults.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const textsAbout = (category: Category): readonly string[] =>
  actionsAbout(category).map((action) => render(action)?.text ?? '');

describe('manners', () => {
  it.each([
    { text: '', fault: 'says nothing' },
    { text: '请改好,。', fault: 'has doubled or dangling punctuation' },
    { text: '请改好,', fault: 'has doubled or dangling punctuation' },
    { text: '注意!', fault: 'shouts' },
    { text: '您好。', fault: null },
  ])('the check itself: “$text”', ({ text, fault }) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each(CATEGORIES)('every action about %s', (category) => {
    const faulty = textsAbout(category).map((text) => [faultOf(text), text]);
    expect(faulty.filter(([fault]) => fault !== null)).toEqual([]);
  });

  it.each(Object.entries(ANSWERS))('answer %s', (_kind, answers) => {
    const faulty = answers.map((answer) => [faultOf(answerText(answer)), answerText(answer)]);
    expect(faulty.filter(([fault]) => fault !== null)).toEqual([]);
  });

  it.each(Object.entries(TELLINGS))('telling %s', (_kind, tellings) => {
    const faulty = tellings.map((telling) => [faultOf(tellingText(telling)), tellingText(telling)]);
    expect(faulty.filter(([fault]) => fault !== null)).toEqual([]);
  });

  it('an action that does something says nothing', () => {
    expect(render({ kind: 'accept', groupId: null, invitation: 'room', id: 'r1' })).toBeNull();
  });
});

describe('surely', () => {
  it.each([
    { score: 0, want: 0 },
    { score: 0.924, want: 92 },
    { score: 0.996, want: 99 },
    { score: 1, want: 99 },
  ])('$score: $want%', ({ score, want }) => {
    expect(surely(score)).toBe(want);
  });
});
