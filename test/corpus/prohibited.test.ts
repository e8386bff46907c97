import { describe, expect, it } from 'vitest';
import { createRules } from '../../src/core/rules/index.js';
import { scanLine, simpleJudge } from '../../src/core/rules/scan.js';
import { DISGUISED, OFFENCES } from './offences.js';
import { ORDINARY, SPEECH } from './ordinary.js';
import { shippedTools } from './shipped.js';

const TOOLS = shippedTools();
const RULES = createRules({}, TOOLS);
const scan = (text: string) => scanLine(text, RULES, simpleJudge);

it('the lexicons as shipped have no errors', () => {
  expect(TOOLS.lexicon.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});

describe('ordinary talk is not found', () => {
  it.each(ORDINARY)('%s', (text) => {
    expect(scan(text).findings).toEqual([]);
  });
});

describe('opinion, complaint, reminder and news are not found', () => {
  it.each(SPEECH)('%s', (text) => {
    expect(scan(text).findings).toEqual([]);
  });
});

describe.each([
  { kind: 'plain', lines: OFFENCES },
  { kind: 'disguised', lines: DISGUISED },
])('offences, $kind', ({ lines }) => {
  it.each(lines)('$category $certainty: $text', ({ category, certainty, text }) => {
    const { verdict, findings, score } = scan(text);
    expect(verdict).toBe(certainty === 'confirmed' ? 'violation' : 'review');
    expect(findings.find((finding) => finding.certainty === certainty)?.category).toBe(category);
    expect(score).toBeGreaterThanOrEqual(certainty === 'confirmed' ? 0.9 : 0.5);
    for (const evidence of findings.flatMap((finding) => finding.evidence)) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
  });
});
