import { groundOf } from '../../core/conduct/finding.js';
import { isOffWork } from '../../core/conduct/hours.js';
import { isCommonProgram, isOfDomains, type Linked, linkedBy } from '../../core/conduct/linked.js';
import { offTopicOf } from '../../core/conduct/off-topic.js';
import type { Finding } from '../../core/model/finding.js';
import { DAY } from '../../core/model/instant.js';
import type { Message } from '../../core/model/message.js';
import type { OffTopicKind } from '../../core/policy/conduct-settings.js';
import type { HolidayTable } from '../../core/policy/holidays.js';
import type { GroupState } from '../groups.js';
import type { Newcomers } from './newcomers.js';

const NONE: readonly Finding[] = [];

/** Links, cards and mini-programs of a message, and what is off-topic, by the group's settings. */
export function shownFindings(
  { newcomers, holidays }: { readonly newcomers: Newcomers; readonly holidays: HolidayTable },
  state: GroupState,
  message: Message,
): readonly Finding[] {
  const { conduct } = state.settings;
  const linked = linkedBy(message);
  const kinds = kindsAt(state, holidays, message);
  if (linked === null && kinds.length === 0) return NONE;
  if (linked !== null && isOfDomains(linked.host, conduct.domains)) return NONE;
  if (linked !== null && isOnProbation(newcomers, state, message)) return [newcomerFinding(linked)];
  const off = offTopicOf(message, kinds, conduct.domains);
  if (off !== null) {
    const { start, end, what } = off;
    const span = { start, end, text: message.text.slice(start, end) };
    return [groundOf({ rule: 'off-topic', category: 'off-topic', clause: 'D1§10', term: what, span })];
  }
  return linked === null ? NONE : policyFinding(linked);
}

/** Talk and pictures are nobody's business after work. */
function kindsAt(state: GroupState, holidays: HolidayTable, { at }: Message): readonly OffTopicKind[] {
  const { offTopic, workingHours } = state.settings.conduct;
  if (offTopic.length === 0 || workingHours === null) return offTopic;
  const isOff = isOffWork(at, workingHours, { timezone: state.settings.digest.timezone, holidays });
  return isOff ? offTopic.filter((kind) => kind !== 'chatter' && kind !== 'images') : offTopic;
}

export function isOnProbation(newcomers: Newcomers, state: GroupState, message: Message): boolean {
  const { probationDays } = state.settings.conduct;
  const joinedAt = probationDays === 0 ? null : newcomers.joinedAt(message.groupId, message.senderId);
  return joinedAt !== null && message.at < joinedAt + probationDays * DAY;
}

export function newcomerFinding({ kind, shown }: Pick<Linked, 'shown'> & { readonly kind: string }): Finding {
  const span = { start: 0, end: shown.length, text: shown };
  return groundOf({
    rule: 'newcomer',
    category: 'unsafe-link',
    clause: 'C3.2',
    term: `new-${kind}`,
    score: 0.5,
    span,
  });
}

/** Contact cards and mini-programs that few know go before the owner; a link alone is no finding. */
function policyFinding({ kind, shown }: Linked): readonly Finding[] {
  if (kind !== 'contact-card' && kind !== 'mini-program') return NONE;
  if (kind === 'mini-program' && isCommonProgram(shown)) return NONE;
  const span = { start: 0, end: shown.length, text: shown };
  const of = { rule: 'link-policy', category: 'unsafe-link', clause: 'C4.1' } as const;
  return [groundOf({ ...of, term: kind, score: 0.5, span })];
}
