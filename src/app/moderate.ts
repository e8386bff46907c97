import type { Finding } from '../core/model/finding.js';
import type { Message } from '../core/model/message.js';
import type { GroupState } from './groups.js';
import { judge } from '../core/policy/judge.js';
import { weighFindings } from '../core/policy/probation.js';
import { COPY_RULE, noticeText } from '../core/rules/notice.js';
import { inspect } from '../core/rules/index.js';
import { judgedText } from '../core/rules/rule.js';
import type { Deps } from './deps.js';
import { claimed } from './notices/claim.js';
import { recordCopy } from './notices/copy.js';
import { screenNotice } from './notices/screen.js';
import { NO_OWN_WORDS, type OwnWords } from './own-words.js';
import { invitationSubject, withoutRegistered } from './register/invitation.js';
import { record, type Recorded } from './record.js';

/** Looks at one message; synchronous and cheap for the many that are in order. */
export function findingsOf(deps: Deps, message: Message, words: OwnWords = NO_OWN_WORDS): readonly Finding[] {
  const { findings, failures } = inspect(deps.rules, message);
  for (const failure of failures) {
    deps.log.error({ rule: failure.rule, message: message.id, group: message.groupId }, 'rule failed');
  }
  const all = words.words.length === 0 ? findings : withOwn(words, findings, judgedText(message));
  if (all.some(({ category }) => category === 'notice') || !deps.published.touches(noticeText(message)))
    return all;
  return [...all, likeNotice()];
}

function withOwn(words: OwnWords, findings: readonly Finding[], text: string): readonly Finding[] {
  return [...words.without(findings, text), ...words.findings(text)];
}

/** Not flagged by itself, but perhaps a copy of something published: looked at more closely. */
function likeNotice(): Finding {
  const of = { category: 'notice', certainty: 'suspected', clause: 'D7§8(2)', score: 0.5 } as const;
  return { rule: COPY_RULE, ...of, evidence: [] };
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
  const { findings, noRight, copy } = await screenNotice(deps, state, judged);
  const weighed = weighFindings(await withoutRegistered(deps, findings), state.settings);
  const live = judge(weighed.live);
  // What only a rule on probation has found is recorded as in a watched group.
  const isTrial = live.kind === 'allow' && weighed.observed.length > 0;
  const verdict = isTrial ? judge(weighed.observed) : live;
  const where = isTrial ? watched(state) : state;
  if (copy !== null && verdict.kind !== 'allow' && !isGraver(findings))
    return recordCopy(deps, where, { message, findings, copy });
  return record(deps, where, {
    key: invitationSubject(deps, state, { ...verdict, at: message.at }) ?? messageSubject(message),
    memberId: message.senderId,
    at: message.at,
    verdict:
      isCapped(state, judged) && verdict.kind === 'violation' ? { ...verdict, kind: 'review' } : verdict,
    actor: 'bot',
    messageId: message.id,
    noRight,
    also: (records, opened) => claimed(records, { deps, state, message, opened }),
  });
}

/** Something else in the message is a violation by itself. */
function isGraver(findings: readonly Finding[]): boolean {
  return judge(findings.filter(({ category }) => category !== 'notice')).kind === 'violation';
}

/**
 * A command's own words, those of others that are passed on in a merged message (to warn, as often as not), and those of an account
 * that may be in other hands are never more than a review.
 */
function isCapped(
  state: GroupState,
  { message, ceiling }: { readonly message: Message; readonly ceiling: Ceiling },
): boolean {
  return (
    ceiling === 'review' ||
    message.kind === 'chat-history' ||
    state.settings.frozenIds.includes(message.senderId)
  );
}

function watched(state: GroupState): GroupState {
  return { ...state, settings: { ...state.settings, mode: 'observe' } };
}

function messageSubject({ groupId, id }: Message): string {
  return `message:${groupId}:${id}`;
}
