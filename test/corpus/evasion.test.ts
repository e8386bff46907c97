import { describe, expect, it } from 'vitest';
import { createRules } from '../../src/core/rules/index.js';
import { scanLine, simpleJudge } from '../../src/core/rules/scan.js';
import { shippedTools } from './shipped.js';
import { TRICKS } from './tricks.js';

const RULES = createRules({}, shippedTools());
const scan = (text: string) => scanLine(text, RULES, simpleJudge);

describe.each(TRICKS)('$name', ({ offences, harmless }) => {
  it('has ten cases of each kind', () => {
    expect([offences.length, harmless.length]).toEqual([10, 10]);
  });

  it.each(offences)('sees through %s', (text) => {
    const { findings } = scan(text);
    expect(findings).not.toEqual([]);
    for (const { start, end, text: found } of findings.flatMap((finding) => finding.evidence)) {
      expect(text.slice(start, end)).toBe(found);
    }
  });

  it.each(harmless)('leaves %s alone', (text) => {
    expect(scan(text).findings).toEqual([]);
  });
});
