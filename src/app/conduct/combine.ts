import { isOfDomains, linkedBy } from '../../core/conduct/linked.js';
import type { Finding } from '../../core/model/finding.js';
import type { Message } from '../../core/model/message.js';
import { responseTo } from '../../core/policy/response.js';

/** What words say and what conduct shows, as one. A look at a link for its own sake gives way to what is found in the words. */
export function combined(said: readonly Finding[], done: readonly Finding[]): readonly Finding[] {
  if (done.length === 0) return said;
  if (said.length === 0) return done;
  const isGrave = said.some((finding) => responseTo(finding.category) !== 'note');
  const kept = isGrave ? done.filter(({ rule }) => rule !== 'newcomer' && rule !== 'link-policy') : done;
  return [...said, ...kept];
}

/** Links to domains that the owner lets through are no danger. */
export function permitted(
  findings: readonly Finding[],
  message: Message,
  domains: readonly string[],
): readonly Finding[] {
  if (domains.length === 0 || !findings.some(({ rule }) => rule === 'unsafe-link')) return findings;
  const host = linkedBy(message)?.host ?? null;
  return isOfDomains(host, domains) ? findings.filter(({ rule }) => rule !== 'unsafe-link') : findings;
}
