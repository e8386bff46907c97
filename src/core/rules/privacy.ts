import { z } from 'zod';
import { findEntity } from '../lexicon/entities.js';
import { type PlainText, plainShapes } from '../lexicon/shapes.js';
import type { Certainty, Evidence, Finding } from '../model/finding.js';
import { holdsEnoughDigits } from './enough-digits.js';
import { isBankCard, isIdNumber, isIdShaped } from './numbers.js';
import { defineRule, judgedText } from './rule.js';

const CLAUSE = 'E三2(6)';
const NONE: readonly Finding[] = [];
const GAP = '[\\s\\-·.*_~]?';
const ID_NUMBER = new RegExp(`(?<![\\da-z])[1-9](?:${GAP}\\d){16}${GAP}[\\dx](?![\\da-z])`, 'giu');
const BANK_CARD = new RegExp(
  `(?<![\\d-])(?:6[0-9]|4\\d|5[1-5]|3[4578])(?:${GAP}\\d){13,17}(?!${GAP}\\d)`,
  'gu',
);
const NAMED = /身份证|证件号|证号|公民身份/u;
// Where somebody else lives or is to be found.
const RESIDES =
  /家住|住在|现居|现住|居住于|住址|家庭住址|租住|独居|的家在|家的地址|家地址|(?:上班|工作)|,?住[\p{Script=Han}]{2,10}(?:区|路|街|栋|号|城|园|道)/u;
const HOSTILE =
  /人肉|曝光|骚扰|堵[他她]|去闹|去[他她]家|轮流打|报复|真名|外泄|快去加|查查|渣[男女]|欠钱不还|扒一扒|扒出/u;
const THIRD_PERSON =
  /[他她]|这个|这女|这男|那女|那男|名叫|叫[\p{Script=Han}]{2,3}|某|真名|姓名|员工|小妹|[男女]，/u;
const OWN = /我(?:家|的|们)?(?:住|地址|搬)|收件|寄到|快递|联系人|报名|客服/u;

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
      message(message) {
        const text = judgedText(message);
        return holdsEnoughDigits(text) ? findPersonalData(text, listOf) : NONE;
      },
    };
  },
});

function findPersonalData(text: string, listOf: number): readonly Finding[] {
  const shapes = { text, plain: plainShapes(text) };
  const shaped = evidence(shapes, ID_NUMBER, '身份证号');
  const ids = shaped.filter((found) => isIdNumber(found.plain));
  const dated = shaped.filter((found) => !ids.includes(found) && isIdShaped(found.plain));
  const cards = evidence(shapes, BANK_CARD, '银行卡号').filter(
    (found) =>
      isBankCard(found.plain) &&
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
  else if (dated.length > 0 && NAMED.test(text)) findings.push(finding('suspected', 0.75, dated));
  if (cards.length > 0) findings.push(finding('suspected', 0.7, cards));
  if (different >= listOf)
    findings.push(finding(different >= listOf * 2 ? 'confirmed' : 'suspected', 0.8, mobiles));
  else if (mobiles.length > 0 && exposesOther(text)) findings.push(finding('suspected', 0.65, mobiles));
  return findings;
}

/** Whether the text points out where another person lives, or sets people on them. */
function exposesOther(text: string): boolean {
  if (OWN.test(text) || !THIRD_PERSON.test(text)) return false;
  return RESIDES.test(text) || HOSTILE.test(text) || findEntity('地址', text).length > 0;
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
