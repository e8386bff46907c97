import { z } from 'zod';
import { findEntity } from '../lexicon/entities.js';
import { type PlainText, plainShapes } from '../lexicon/shapes.js';
import type { Certainty, Evidence, Finding } from '../model/finding.js';
import { holdsEnoughDigits } from './enough-digits.js';
import { findExposure, mayExpose } from './exposure.js';
import { FULL_NAME } from './person-name.js';
import { isBankCard, isIdNumber, isIdShaped } from './numbers.js';
import { defineRule, judgedText } from './rule.js';
import { TRAITS } from '../text/traits.js';

const CLAUSE = 'E三2(6)';
const NONE: readonly Finding[] = [];
const GAP = '[\\s\\-·.*_~]?';
const ID_NUMBER = new RegExp(`(?<![\\da-z])[1-9](?:${GAP}\\d){16}${GAP}[\\dx](?![\\da-z])`, 'giu');
const BANK_CARD = new RegExp(
  `(?<![\\d-])(?:6[0-9]|4\\d|5[1-5]|3[4578])(?:${GAP}\\d){13,17}(?!${GAP}\\d)`,
  'gu',
);
const CARD_LENGTHS: ReadonlySet<number> = new Set([16, 19]);
const NAMED = /身份证|证件号|证号|公民身份|姓名|户籍|出生|[他她]的|这个人|[男女]，/u;
/** A name right before the number. */
const NAME_BEFORE = new RegExp(
  `(?<!\\p{Script=Han})${FULL_NAME}[\\s,，:：]{0,3}(?:[男女][\\s,，]{0,3})?$`,
  'u',
);
/** Beside a card that fails the check, signs that it is somebody's and that it is given away. */
const CARD_GIVEN =
  /密码|余额|cvv|有效期|验证码|[他她](?:的|名下)|持卡人|工资卡号|卡号发|打[他她]卡|盗|泄露/iu;

/**
 * Personal data: ID numbers (GB 11643 checksum), bank cards (Luhn and prefix), lists of mobile numbers, and a number
 * of another together with where they live. One number alone is free.
 */
export const privacy = defineRule({
  id: 'privacy',
  clauses: [CLAUSE, 'EM7(八)', 'D2二2.2', 'D3§10(二)'],
  options: z.strictObject({
    /** So many different mobile numbers are a list. */
    listOf: z.number().int().min(2).default(3),
  }),
  create({ listOf }) {
    return {
      needs: TRAITS.numbers | TRAITS.papers,
      message(message) {
        const text = judgedText(message);
        const found = holdsEnoughDigits(text) ? findPersonalData(text, listOf) : NONE;
        return found.length === 0 && mayExpose(text) ? exposed(text) : found;
      },
    };
  },
});

function findPersonalData(text: string, listOf: number): readonly Finding[] {
  const shapes = { text, plain: plainShapes(text) };
  const shaped = evidence(shapes, ID_NUMBER, '身份证号');
  const ids = shaped.filter((found) => isIdNumber(found.plain));
  const dated = shaped.filter((found) => !ids.includes(found) && isIdShaped(found.plain));
  const given = CARD_GIVEN.test(text);
  const cards = evidence(shapes, BANK_CARD, '银行卡号').filter(
    (found) =>
      (isBankCard(found.plain) || (given && CARD_LENGTHS.has(found.plain.replace(/\D/gu, '').length))) &&
      !shaped.some((id) => id.start < found.end && found.start < id.end && isIdShaped(id.plain)),
  );
  const mobiles = findEntity('手机号', text).map(({ start, end }): Found => {
    const found = text.slice(start, end);
    return { start, end, text: found, term: '手机号', plain: plainShapes(found).text };
  });
  const different = new Set(mobiles.map((found) => found.plain.replace(/\D/gu, ''))).size;
  const findings: Finding[] = [];
  if (ids.length > 0) findings.push(finding('confirmed', 0.97, ids));
  // A wrong check digit may be a slip or a disguise: with the word beside it, a person looks.
  else if (dated.length > 0 && isNamed(text, dated)) findings.push(finding('suspected', 0.75, dated));
  if (cards.length > 0) findings.push(finding('suspected', 0.7, cards));
  if (different >= listOf)
    findings.push(finding(different >= listOf * 2 ? 'confirmed' : 'suspected', 0.8, mobiles));
  return findings;
}

function isNamed(text: string, dated: readonly Found[]): boolean {
  return NAMED.test(text) || dated.some(({ start }) => NAME_BEFORE.test(text.slice(0, start)));
}

function exposed(text: string): readonly Finding[] {
  const exposure = findExposure(text);
  return exposure.length === 0
    ? NONE
    : [
        {
          rule: 'privacy',
          category: 'privacy',
          certainty: 'suspected',
          clause: CLAUSE,
          score: 0.65,
          evidence: exposure,
        },
      ];
}

interface Found extends Evidence {
  /** The digits without disguise. */
  readonly plain: string;
}

interface Shapes {
  readonly text: string;
  readonly plain: PlainText;
}

function finding(certainty: Certainty, score: number, found: readonly Found[]): Finding {
  const shown = found.map(({ start, end, text, term }) => ({ start, end, text, term }));
  return { rule: 'privacy', category: 'privacy', certainty, clause: CLAUSE, score, evidence: shown };
}

function evidence({ text, plain }: Shapes, shape: RegExp, term: string): readonly Found[] {
  return Array.from(plain.text.matchAll(shape), ({ index, 0: found }) => {
    const start = plain.start(index);
    const end = plain.end(index + found.length);
    return { start, end, text: text.slice(start, end), term, plain: found };
  });
}
