import type { Instant } from '../model/instant.js';
import { endOfDay } from './day.js';

/** What a member hands in (clause 4.3). Null: not said. `validUntil` null inside `validity`: until it is withdrawn. */
export interface Written {
  readonly text: string;
  readonly source: string | null;
  readonly validity: { readonly until: Instant | null } | null;
}

/** A bounded number of blanks: else a text of blanks would be read from each of them to its end. */
const SOURCE =
  /(?:^|[\s,，;；。])(?:来源|出处|出自)\s?[:：]\s?([^\n,，;；]+?)(?=\s{0,9}(?:$|\n|[,，;；]|有效))/u;
const VALIDITY =
  /(?:^|[\s,，;；。(（])(?:有效期?)\s?(?:(?:至|到)\s?[:：]?|[:：]\s?(?:至|到)?)\s?(长期(?:有效)?|(?:20\d{2}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日号]?)/u;

/** Reads source and validity out of the words; what is left is the notice. A validity that no calendar has is not said. */
export function readSubmission(typed: string, now: Instant, timezone: string): Written {
  const source = SOURCE.exec(typed);
  const validity = VALIDITY.exec(typed);
  return {
    text: [source, validity].reduce((left, match) => without(left, match), typed).trim(),
    source: source?.[1]?.trim() ?? null,
    validity: validityOf(validity?.[1], now, timezone),
  };
}

/** The label goes with what it says; the mark before it stays with the sentence it ends. */
function without(text: string, match: RegExpExecArray | null): string {
  if (match === null) return text;
  const said = match[0].replace(/^[。(（]/u, '');
  return text.replace(said, '').replace(/\n{2,}/gu, '\n');
}

function validityOf(typed: string | undefined, now: Instant, timezone: string): Written['validity'] {
  if (typed === undefined) return null;
  if (typed.startsWith('长期')) return { until: null };
  const until = endOfDay(typed, now, timezone);
  return until === null || until <= now ? null : { until };
}
