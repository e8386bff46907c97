import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../src/core/lexicon/compile.js';
import { importList, toLexiconText } from '../../src/core/lexicon/import-list.js';
import { NO_KNOWN_WORDS } from '../../src/core/lexicon/lint.js';
import { compileWords, wordProblem } from '../../src/core/lexicon/own-word.js';
import { parseLexicon } from '../../src/core/lexicon/parse.js';
import { createRules, inspect } from '../../src/core/rules/index.js';
import { aMessage } from '../builders/model.js';
import { shippedTools } from '../corpus/shipped.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, tries } from './runs.js';

const TOOLS = shippedTools();
const { folding } = TOOLS;

/** Lines of a lexicon, right and wrong. */
const line = fc.oneof(
  fc.constantFrom(
    '类别: gambling',
    '类别: constructor',
    '条款: A5',
    '默认: 疑似 | 0.5',
    '[单词]',
    '[组合]',
    '[例外]',
    '[语境]',
    '[赌种]',
    '[constructor]',
    '[__proto__]',
    '[',
    ']',
    '百家乐、时时彩',
    '@赌种',
    '@constructor',
    '#网址',
    '#constructor',
    '#__proto__',
    '赌种 + 开户 + !联系 | 确认 | 0.95 | 窗口 40',
    'constructor + __proto__',
    '!赌种 + 开户',
    '六合彩特码 | 确认 | 0.95',
    '词 | 确认 | 9',
    '# 说明',
  ),
  hostileText,
);
const file = fc.array(line, { maxLength: 14 }).map((lines) => ['类别: gambling', ...lines].join('\n'));

describe('whatever a lexicon says', () => {
  it('lines that are wrong are named, the rest counts, and the rules that use it answer', () => {
    fc.assert(
      fc.property(file, hostileText, (text, said) => {
        const { problems } = parseLexicon({ file: 'a.txt', text });
        for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}/u);
        const lexicon = compileLexicon([{ file: 'a.txt', text }], folding);
        for (const { message } of lexicon.problems) expect(typeof message).toBe('string');
        const rules = createRules({}, { ...TOOLS, lexicon });
        const { findings, failures } = inspect(rules, aMessage({ text: said }));
        expect(failures).toEqual([]);
        for (const { start, end, text: found } of findings.flatMap(({ evidence }) => evidence))
          expect(said.slice(start, end)).toBe(found);
      }),
      tries(80),
    );
  });

  it.each(['constructor', '__proto__', 'toString'])('a class may be called %s like any other', (name) => {
    const text = `类别: gambling\n[${name}]\n百家乐\n[组合]\n${name} + 「开户」 | 确认 | 0.95`;
    const { file: parsed, problems } = parseLexicon({ file: 'a.txt', text });
    expect(problems).toEqual([]);
    expect(parsed.classes.map((one) => [one.name, one.words])).toEqual([[name, ['百家乐']]]);
  });

  it.each(['constructor', '__proto__', 'toString'])('#%s is no recogniser', (name) => {
    const text = `类别: gambling\n[赌种]\n百家乐、#${name}\n[组合]\n赌种 + 「开户」`;
    const lexicon = compileLexicon([{ file: 'a.txt', text }], folding);
    expect(lexicon.problems.map(({ message }) => message).join()).toContain(`“#${name}”不认识`);
  });

  it('a list of others: every line is taken or refused with a reason', () => {
    const options = { category: 'gambling', fold: folding, common: new Set<string>() } as const;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { words, refused } = importList(lines.join('\n'), options);
        for (const { why } of refused) expect(why).toMatch(/\p{Script=Han}/u);
        for (const [category, list] of words) {
          const again = parseLexicon({ file: 'b.txt', text: toLexiconText(category, list) });
          expect(again.file.words.map(({ word }) => word).length).toBeLessThanOrEqual(list.length);
        }
      }),
      tries(400),
    );
  });

  it('a word of an owner’s is refused with a reason, or found where it stands', () => {
    fc.assert(
      fc.property(hostileText, (word) => {
        const problem = wordProblem(word, folding, NO_KNOWN_WORDS);
        if (problem !== null) {
          expect(problem).toMatch(/\p{Script=Han}/u);
          return;
        }
        const text = `前面${word}后面`;
        for (const { start, end } of compileWords([word], folding)(text)) {
          expect(start >= 0 && end <= text.length && start < end).toBe(true);
        }
      }),
      tries(100),
    );
  });
});

describe('a longer file takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const text = `类别: gambling\n[单词]\n${of(size)}\n${of(size)}`;
      return () => parseLexicon({ file: 'a.txt', text });
    }, 2000);
  });
});
