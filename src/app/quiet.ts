import type { Finding } from '../core/model/finding.js';
import type { Message } from '../core/model/message.js';
import { isExempt } from '../core/policy/authority.js';
import { judge } from '../core/policy/judge.js';
import type { Deps } from './deps.js';
import { appointedOf, type GroupState } from './groups.js';
import { record, type Recorded } from './record.js';

/** Whether the group was asked to pause and this message comes in between. */
export function isInQuiet({ settings }: GroupState, message: Message): boolean {
  return settings.quietUntil !== null && message.at < settings.quietUntil;
}

/** Speaking while the group pauses is a kind note, once for each person, and never a strike (EM6(四)). */
export async function noteInQuiet(deps: Deps, state: GroupState, message: Message): Promise<Recorded | null> {
  const { group, settings } = state;
  if (isExempt(message.senderId, group, appointedOf(deps, settings))) return null;
  const finding: Finding = {
    rule: 'quiet',
    category: 'quiet-hours',
    certainty: 'suspected',
    clause: 'EM6(四)',
    score: 0.5,
    evidence: [{ start: 0, end: 0, text: '', term: 'pause' }],
  };
  return record(deps, state, {
    key: `quiet:${group.id}:${settings.quietUntil ?? 0}:${message.senderId}`,
    memberId: message.senderId,
    at: message.at,
    verdict: judge([finding]),
    actor: 'bot',
  });
}
