import type { Evidence, Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { inspect } from './index.js';
import type { Rule } from './rule.js';

/** The rule whose words may stand half in one message and half in the next. */
const WORDS = 'prohibited';
/** Read together, never sure: somebody may have meant two things. */
const HIGHEST = 0.89;
/** Two messages of ordinary talk meet by chance: a weak sign is none. */
const LOWEST = 0.6;
const NONE: readonly Finding[] = [];

/**
 * What a message says together with what its author wrote just before it (`加我微`, `信 abc123`), where neither says it
 * alone: words cut in two, and combinations of which a part stands on each side. Evidence lies in the newest message.
 */
export function findAcross(
  rules: readonly Rule[],
  message: Message,
  before: readonly string[],
): readonly Finding[] {
  const head = before.join('');
  if (head === '' || message.text === '') return NONE;
  const whole: Message = { ...message, text: head + message.text };
  // The words by themselves first: nearly always there are none, and nothing else is worth asking.
  const words = rules.find(({ id }) => id === WORDS);
  if (words === undefined || words.message(whole).length === 0) return NONE;
  return inspect(rules, whole).findings.flatMap((finding) => {
    const isAcross =
      finding.rule === WORDS && finding.score >= LOWEST && standsOnBothSides(finding.evidence, head.length);
    return isAcross ? [inNewest(finding, message.text, head.length)] : [];
  });
}

function standsOnBothSides(evidence: readonly Evidence[], border: number): boolean {
  return evidence.some(({ start }) => start < border) && evidence.some(({ end }) => end > border);
}

function inNewest(finding: Finding, text: string, border: number): Finding {
  const evidence = finding.evidence
    .filter(({ end }) => end > border)
    .map(({ start, end, term }) => {
      const from = Math.max(0, start - border);
      return { start: from, end: end - border, text: text.slice(from, end - border), term };
    });
  return { ...finding, certainty: 'suspected', score: Math.min(HIGHEST, finding.score), evidence };
}
