import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/model/finding.js';
import type { Message } from '../../src/core/model/message.js';
import { detectNotice } from '../../src/core/notice/detect.js';
import { judge } from '../../src/core/policy/judge.js';
import { createRules, inspect } from '../../src/core/rules/index.js';
import { invitationRule } from '../../src/core/rules/invitation.js';
import { noticeRule } from '../../src/core/rules/notice.js';
import { judgedText } from '../../src/core/rules/rule.js';
import { scanLine } from '../../src/core/rules/scan.js';
import { aMessage } from '../builders/model.js';
import { ORDINARY } from '../corpus/ordinary.js';
import { shippedWithJudge } from '../corpus/shipped.js';
import { GROWING, HARMLESS, hostileText } from './hostile.js';
import { growsLinearly, tries } from './runs.js';

const ORGANISATION = { name: '武汉轻工大学校友总会', words: ['武汉轻工大学', '轻工大'] };
const TOOLS = shippedWithJudge();
const CONTENT = createRules({}, TOOLS);
const RULES = [...CONTENT, noticeRule(ORGANISATION), invitationRule(ORGANISATION.words)];

const orNothing = fc.option(hostileText);
const kind = fc.constantFrom<Message['kind']>(
  'text',
  'link',
  'file',
  'mini-program',
  'group-notice',
  'image',
);
const message = fc
  .record({ kind, text: hostileText, title: orNothing, url: orNothing, file: orNothing })
  .map((over) => aMessage(over));

/** The evidence is the very piece of what the author sent. */
function isFromMessage({ evidence }: Finding, { url, file, ...one }: Message): boolean {
  const texts = [judgedText({ url, file, ...one }), one.title, url, file];
  return evidence.every(({ start, end, text }) =>
    texts.some((all) => all !== null && start <= end && all.slice(start, end) === text),
  );
}

describe('whatever a message holds', () => {
  it('every rule answers, with evidence out of the message, a score of 0.5 to 1, and the same the next time', () => {
    fc.assert(
      fc.property(message, (one) => {
        const { findings, failures } = inspect(RULES, one);
        expect(failures).toEqual([]);
        expect(findings.filter((finding) => !isFromMessage(finding, one))).toEqual([]);
        expect(findings.filter(({ score }) => !(score >= 0.5 && score <= 1))).toEqual([]);
        expect(inspect(RULES, one).findings).toEqual(findings);
        expect(judge(findings).kind === 'allow').toBe(findings.length === 0);
      }),
      tries(600),
    );
  });

  it('the notice detector answers, with evidence out of the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { score, evidence } = detectNotice(text, { organisation: ORGANISATION });
        expect(score >= 0 && score <= 1).toBe(true);
        for (const one of evidence) expect(text.slice(one.start, one.end)).toBe(one.text);
      }),
      tries(600),
    );
  });

  it('what is quoted is never found: a message is judged as it would be without its quote', () => {
    const quote = fc.record({ from: fc.option(hostileText), text: hostileText });
    fc.assert(
      fc.property(message, quote, (one, quoted) => {
        expect(inspect(RULES, { ...one, quote: quoted }).findings).toEqual(inspect(RULES, one).findings);
      }),
      tries(200),
    );
  });
});

describe('ordinary talk with harmless pieces beside it', () => {
  const beside = fc.constantFrom(...HARMLESS);
  const talk = fc
    .tuple(beside, fc.constantFrom(...ORDINARY), beside)
    .map(([before, said, after]) => `${before} ${said} ${after}`);

  it('holds no prohibited word', () => {
    const words = createRules({}, { ...TOOLS, judge: null, ear: null });
    fc.assert(
      fc.property(talk, (text) => {
        expect(scanLine(text, words, judge).findings).toEqual([]);
      }),
      tries(1500),
    );
  });

  it('is never a violation to the learned judges either', () => {
    fc.assert(
      fc.property(talk, (text) => {
        expect(scanLine(text, CONTENT, judge).verdict).not.toBe('violation');
      }),
      tries(600),
    );
  });
});

describe('a longer text takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const one = aMessage({ text: of(size), title: of(size), url: of(size), file: of(size) });
      return () => inspect(RULES, one);
    }, 2000);
  });
});
