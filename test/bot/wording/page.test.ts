import { describe, expect, it } from 'vitest';
import { markup, page } from '../../../bot/html.js';
import { ACTIONS } from '../../../bot/wording/examples/actions.js';
import { ANSWERS } from '../../../bot/wording/examples/answers.js';
import { TELLINGS } from '../../../bot/wording/examples/tellings.js';
import { wordingPage, wordingText } from '../../../bot/wording/page.js';
import { ACTION_READERS } from '../../../bot/wording/readers.js';
import { allEntries, entriesByReader } from '../../../bot/wording/sheet.js';
import { GROUP_RULES } from '../../../src/core/wording/names.js';

const entries = allEntries();
const sources = new Set(entries.map(({ source }) => source));
const sentences = entries.flatMap(({ texts }) => texts);

describe('every sentence is there', () => {
  const spoken = Object.entries(ACTION_READERS).filter(
    ([, reader]) => reader !== 'deed' && reader !== 'other',
  );

  it.each(spoken)('action %s', (kind) => expect(sources).toContain(`action ${kind}`));

  it.each(Object.keys(TELLINGS))('telling %s', (kind) => expect(sources).toContain(`telling ${kind}`));

  it.each(Object.keys(ANSWERS))('answer %s', (kind) => expect(sources).toContain(`answer ${kind}`));

  it('each kind of action, telling and answer has an example', () => {
    const empty = Object.entries({ ...TELLINGS, ...ANSWERS }).filter(([, examples]) => examples.length === 0);
    expect(empty).toEqual([]);
    const silent = Object.entries(ACTIONS).filter(([, examples]) => examples('advertising').length === 0);
    expect(silent.map(([kind]) => kind)).toEqual([
      'remove',
      'accept',
      'recall',
      'rename',
      'announce',
      'invite',
      'report',
    ]);
  });

  it('the page and the text hold each of them, once', () => {
    const shown = wordingPage();
    const told = wordingText();
    for (const sentence of sentences) {
      expect(told).toContain(sentence);
      expect(shown).toContain(markup`<p class="line">${sentence}</p>`.text);
    }
    expect(shown).toContain(`共${sentences.length}句`);
  });

  it.each(entriesByReader())('somebody is spoken to: $reader', ({ entries: some }) =>
    expect(some.length).toBeGreaterThan(0),
  );
});

/** Words that scold, threaten, command or read like an office, and why none of them is needed. */
const UNKIND: readonly RegExp[] = [
  /你/u,
  /不许|(?<!拿)不准|严禁|禁止|必须|务必|勿/u,
  /警告|处罚|惩罚|罚款|后果|否则|再犯|屡教/u,
  /踢出|踢人|拉黑|滚|闭嘴|骗子|小人|恶意|素质/u,
  /特此|兹|予以|敬请|悉知|望周知/u,
  /怎么又|难道|居然|竟然/u,
];

/** The bot knows nobody's sex. */
const SEXED = /(?<!其)他(?![人们])|她/u;

describe('manner of all of them', () => {
  it.each([
    { text: '', unkind: false },
    { text: '你再发广告就踢出去', unkind: true },
    { text: '请您自己撤回一下,谢谢。', unkind: false },
  ])('the list itself: “$text”', ({ text, unkind }) => {
    expect(UNKIND.some((word) => word.test(text))).toBe(unkind);
  });

  it('nobody is scolded', () => {
    expect(sentences.filter((sentence) => UNKIND.some((word) => word.test(sentence)))).toEqual([]);
  });

  it.each([
    { text: '', sexed: false },
    { text: '他现在还在群里', sexed: true },
    { text: '不公开他人的个人信息,其他的问他们', sexed: false },
  ])('of whose sex: “$text”', ({ text, sexed }) => {
    expect(SEXED.test(text)).toBe(sexed);
  });

  it('nobody is taken for a man or a woman', () => {
    expect(sentences.filter((sentence) => SEXED.test(sentence))).toEqual([]);
  });

  it('no line is too long for a phone', () => {
    const long = sentences
      .flatMap((sentence) => sentence.split('\n'))
      .filter((line) => [...line].length > 160);
    expect(long).toEqual([]);
  });
});

describe('the page', () => {
  it('is one file: nothing is fetched and nothing runs', () => {
    const shown = wordingPage();
    expect(shown).not.toMatch(/<script|<link|\son\w+=|(?:src|href)="(?:https?:)?\/\//iu);
    expect(shown).toContain('default-src &#39;none&#39;');
    expect(shown).toContain('width=device-width');
  });

  it.each([
    { name: 'nothing', text: '', want: '<p></p>' },
    {
      name: 'markup',
      text: '<img src=x onerror=alert(1)>',
      want: '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    },
    { name: 'quotes and ampersands', text: `"'&`, want: '<p>&quot;&#39;&amp;</p>' },
    { name: 'lines stay, controls go', text: 'a\nb\u202e\u0007c', want: '<p>a\nbc</p>' },
  ])('text is text: $name', ({ text, want }) => {
    expect(markup`<p>${text}</p>`.text).toBe(want);
  });

  it('markup that was made here stays', () => {
    const inner = markup`<b>${'<'}</b>`;
    expect(page({ title: 'x', style: '', body: markup`<p>${inner}${[inner]}</p>` })).toContain(
      '<p><b>&lt;</b><b>&lt;</b></p>',
    );
  });
});

it('the rules that a warning names are those of /群规', () => {
  const text = wordingText();
  expect(GROUP_RULES.length).toBeGreaterThan(0);
  for (const { text: rule } of GROUP_RULES) expect(text).toContain(rule);
});
