import type { Finding } from '../../core/model/finding.js';
import { localDay } from '../../core/policy/daytime.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { plainName, registeredNames } from './standing.js';

/** Invitations to groups of the register are free; of the others their names stay. */
export async function withoutRegistered(
  deps: Deps,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (!findings.some(({ category }) => category === 'invitation')) return findings;
  const registered = [...(await registeredNames(deps.store))].filter((name) => name !== '');
  const isFree = (name: string): boolean => registered.some((known) => plainName(name).includes(known));
  return findings.flatMap((finding) => {
    if (finding.category !== 'invitation') return [finding];
    const evidence = finding.evidence.filter(({ text }) => !isFree(text));
    return evidence.length === 0 ? [] : [{ ...finding, evidence }];
  });
}

/** The same name shared again is spoken of once a day. Null: there is more to the message than an invitation. */
export function invitationSubject(
  deps: Deps,
  { group, settings }: GroupState,
  of: { readonly findings: readonly Finding[]; readonly at: number },
): string | null {
  if (of.findings.length === 0 || of.findings.some(({ category }) => category !== 'invitation')) return null;
  const names = of.findings.flatMap(({ evidence }) => evidence.map(({ text }) => plainName(text)));
  const day = localDay(of.at, settings.digest.timezone);
  return `invitation:${group.id}:${day}:${deps.digest(names.join('\n')).slice(0, 16)}`;
}
