import type { About } from '../model/action.js';
import type { Category } from '../model/category.js';
import type { Finding } from '../model/finding.js';
import type { Verdict } from '../model/verdict.js';

/** What a case of this verdict is about: the rule that the category rests on. */
export function aboutOf(
  { category }: { readonly category: Category },
  verdict: Verdict,
  caseId: number,
): About {
  const ground = verdict.findings.find((finding) => finding.category === category);
  return { caseId, rule: ground?.rule ?? 'manual', category };
}

/**
 * The distinct words that the category rests on, at most three: enough to recognise the message by. Of a name that comes near to
 * another's, whose it is.
 */
export function termsOf(findings: readonly Finding[], category: Category): readonly string[] {
  const grounds = findings.filter((finding) => finding.category === category);
  const words = grounds.flatMap((finding) =>
    finding.evidence.map(({ text, term }) => (category === 'impersonation' ? term : text)),
  );
  return [...new Set(words)].slice(0, 3);
}
