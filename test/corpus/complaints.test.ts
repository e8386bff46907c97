import { describe, expect, it } from 'vitest';
import { judge } from '../../src/core/policy/judge.js';
import { createRules } from '../../src/core/rules/index.js';
import { scanLine } from '../../src/core/rules/scan.js';
import { COMPLAINTS } from './complaints.js';
import { shippedTools, shippedWithJudge } from './shipped.js';

const WORDS = createRules({}, shippedTools());
const SHIPPED = createRules({}, shippedWithJudge());

it('an empty text is allowed', () => {
  expect(scanLine('', SHIPPED, judge).verdict).toBe('allow');
});

describe.each(COMPLAINTS)('$mistake', ({ lines }) => {
  it.each(lines)('%s', (text) => {
    expect(scanLine(text, WORDS, judge).findings).toEqual([]);
    expect(scanLine(text, SHIPPED, judge).findings).toEqual([]);
  });
});
