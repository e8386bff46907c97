import type { Finding } from '../core/model/finding.js';
import type { Message } from '../core/model/message.js';
import { appointedOf, type GroupState, refresh } from './groups.js';
import { judge } from '../core/policy/judge.js';
import { mayPublish, roleOf } from '../core/policy/authority.js';
import { weighFindings } from '../core/policy/probation.js';
import { inspect } from '../core/rules/index.js';
import { judgedText } from '../core/rules/rule.js';
import type { Deps } from './deps.js';
import { NO_OWN_WORDS, type OwnWords } from './own-words.js';
import { record, type Recorded } from './record.js';

/** Looks at one message; synchronous and cheap for the many that are in order. */
export function findingsOf(deps: Deps, message: Message, words: OwnWords = NO_OWN_WORDS): readonly Finding[] {
  const { findings, failures } = inspect(deps.rules, message);
  for (const failure of failures) {
    deps.log.error({ rule: failure.rule, message: message.id, group: message.groupId }, 'rule failed');
  }
  if (words.words.length === 0) return findings;
  const text = judgedText(message);
  return [...words.without(findings, text), ...words.findings(text)];
}

/** What a command's own words are capped at: they quote offences in good faith more often than not. */
export type Ceiling = 'violation' | 'review';

/** Judges the findings of a message and records what follows. */
export async function moderate(
  deps: Deps,
  state: GroupState,
  judged: { readonly message: Message; readonly findings: readonly Finding[]; readonly ceiling: Ceiling },
): Promise<Recorded | null> {
  const { message } = judged;
  const weighed = weighFindings(await withoutAuthorised(deps, state, judged), state.settings);
  const live = judge(weighed.live);
  // What only a rule on probation has found is recorded as in a watched group.
  const isTrial = live.kind === 'allow' && weighed.observed.length > 0;
  const verdict = isTrial ? judge(weighed.observed) : live;
  return record(deps, isTrial ? watched(state) : state, {
    key: `message:${message.groupId}:${message.id}`,
    memberId: message.senderId,
    at: message.at,
    verdict:
      isCapped(state, judged) && verdict.kind === 'violation' ? { ...verdict, kind: 'review' } : verdict,
    actor: 'bot',
    messageId: message.id,
  });
}

/** A command's own words, and those of an account that may be in other hands, are never more than a review. */
function isCapped(
  state: GroupState,
  { message, ceiling }: { readonly message: Message; readonly ceiling: Ceiling },
): boolean {
  return ceiling === 'review' || state.settings.frozenIds.includes(message.senderId);
}

function watched(state: GroupState): GroupState {
  return { ...state, settings: { ...state.settings, mode: 'observe' } };
}

/** A notice by someone with authority for it makes no case (clause 4.2). */
async function withoutAuthorised(
  deps: Deps,
  state: GroupState,
  { message, findings }: { readonly message: Message; readonly findings: readonly Finding[] },
): Promise<readonly Finding[]> {
  if (!findings.some((finding) => finding.category === 'notice')) return findings;
  await refresh(deps, state);
  const role = roleOf(message.senderId, state.group, appointedOf(deps, state.settings));
  if (state.settings.frozenIds.includes(message.senderId)) return findings;
  const publisher = state.settings.publishers.find((one) => one.id === message.senderId) ?? null;
  if (!mayPublish({ role, publisher }, deps.notice(message), message.at)) return findings;
  return findings.filter((finding) => finding.category !== 'notice');
}
