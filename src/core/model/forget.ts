import type { Action } from './action.js';
import type { Finding } from './finding.js';

/** The findings without the words they rest on: rule, category, clause and place stay. */
export function withoutWords(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map(({ start, end }) => ({ start, end, text: '', term: '' })),
  }));
}

/** What remains of a settled action when its case is forgotten: what was done, to whom by id, without names and words. */
export function withoutNames(action: Action): Action {
  const nameless = 'member' in action ? { ...action, member: { id: action.member.id, name: '' } } : action;
  return 'terms' in nameless ? { ...nameless, terms: [] } : nameless;
}
