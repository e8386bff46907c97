import type { Category } from '../model/category.js';
import type { Finding } from '../model/finding.js';

/** Of these the record keeps where and a digest, never the text (clause row 3.13). */
const SEALED: readonly Category[] = ['secrets'];

/** A one-way digest of a text. */
export type Digest = (text: string) => string;

/** Takes the texts out of findings that must not be kept: what is stored, sent or exported afterwards holds none of them. */
export function sealed(findings: readonly Finding[], digest: Digest): readonly Finding[] {
  const guarded = findings.filter((finding) => SEALED.includes(finding.category));
  if (guarded.length === 0) return findings;
  // What another rule saw inside a secret is a part of the secret.
  const spans = guarded.flatMap((finding) => finding.evidence);
  const hides = (start: number, end: number): boolean =>
    spans.some((span) => start < span.end && span.start < end);
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((one) =>
      hides(one.start, one.end) ? { ...one, text: '', term: `sha256:${digest(one.text)}` } : one,
    ),
  }));
}
