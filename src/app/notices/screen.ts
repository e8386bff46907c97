import type { Finding } from '../../core/model/finding.js';
import type { Message } from '../../core/model/message.js';
import type { Notice } from '../../core/model/notice.js';
import type { Change } from '../../core/notice/compare.js';
import { titleOf } from '../../core/notice/title.js';
import { isExempt, type NoRight, publishingRefused } from '../../core/policy/authority.js';
import { COPY_RULE, noticeText, SAFETY_RULE } from '../../core/rules/notice.js';
import type { NewNotice } from '../../ports/notices.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState, refresh, roleIn } from '../groups.js';
import { enter } from './enter.js';

/** What is left of a message's findings once it is known who wrote it and what was published before. */
export interface Screened {
  readonly findings: readonly Finding[];
  /** Why the notice was not the author's to give; `none` also where there is no notice. */
  readonly noRight: NoRight;
  /** The published notice that this one is a changed copy of. */
  readonly copy: { readonly notice: Notice; readonly changes: readonly Change[] } | null;
}

interface Posted {
  readonly message: Message;
  readonly findings: readonly Finding[];
}

/**
 * A notice by someone with authority makes no case (clause 4.2): it is entered in the register. A published notice forwarded or
 * quoted unchanged is free (4.5); a changed copy of one is an incident (4.4).
 */
export async function screenNotice(deps: Deps, state: GroupState, posted: Posted): Promise<Screened> {
  const { message, findings } = posted;
  const notice = findings.find(({ category }) => category === 'notice');
  if (notice === undefined) return { findings, noRight: 'none', copy: null };
  await refresh(deps, state);
  const rest = findings.filter((finding) => finding !== notice);
  const refused = refusalOf(deps, state, message);
  if (refused === null) {
    if (notice.certainty === 'confirmed') await remember(deps, state, message);
    return { findings: rest, noRight: 'none', copy: null };
  }
  return compared(deps, state, { message, notice, rest, refused });
}

/** Null: the author has the right. The right is looked up by contact id, now. */
function refusalOf(deps: Deps, state: GroupState, message: Message): NoRight | null {
  // An account that may be in other hands has no rights until it is verified again.
  if (state.settings.frozenIds.includes(message.senderId)) return 'none';
  const publisher = state.settings.publishers.find(({ id }) => id === message.senderId) ?? null;
  const author = { role: roleIn(deps, state, message.senderId), publisher };
  return publishingRefused(author, deps.notice(message, state.group.name), message.at);
}

interface Unauthorised {
  readonly message: Message;
  readonly notice: Finding;
  readonly rest: readonly Finding[];
  readonly refused: NoRight;
}

async function compared(deps: Deps, state: GroupState, of: Unauthorised): Promise<Screened> {
  const { message, notice, rest, refused } = of;
  const known = await publishedLike(deps, state, message);
  if (known?.kind === 'same') return { findings: rest, noRight: 'none', copy: null };
  // Found only by its likeness to a published notice: unless something was changed, it is nothing.
  if (notice.rule === COPY_RULE && known?.kind !== 'changed')
    return { findings: rest, noRight: 'none', copy: null };
  if (known?.kind === 'changed') {
    const { notice: original, changes } = known;
    const copied = { ...notice, rule: COPY_RULE };
    return { findings: [...rest, copied], noRight: refused, copy: { notice: original, changes } };
  }
  const exempt = isExempt(message.senderId, state.group, appointedOf(deps, state.settings));
  const passedOn = exempt && notice.rule === SAFETY_RULE;
  return { findings: passedOn ? rest : [...rest, notice], noRight: refused, copy: null };
}

type Known =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly notice: Notice; readonly changes: readonly Change[] };

/** What was taken back counts no more. An expired notice that is forwarded unchanged is out of date, not false. */
async function publishedLike(deps: Deps, state: GroupState, message: Message): Promise<Known | null> {
  const match = deps.published.match(state.group.id, noticeText(message));
  if (match === null || match.likeness.kind === 'reworded' || match.likeness.kind === 'other') return null;
  const notice = await deps.store.noticeById(match.noticeId);
  if (notice?.status !== 'published') return null;
  if (match.likeness.kind === 'same') return { kind: 'same' };
  // Last year's notice with this year's date is a new one.
  if (notice.validUntil !== null && notice.validUntil <= message.at) return null;
  return { ...match.likeness, notice };
}

/** What somebody with authority posts is official by that: it gets its number silently. Posted again it is the same notice. */
async function remember(deps: Deps, state: GroupState, message: Message): Promise<void> {
  if ((await publishedLike(deps, state, message))?.kind === 'same') return;
  const { senderId: actor, at } = message;
  const official = await deps.store.transaction(async (records) => {
    const notice = await records.addNotice(fresh(deps, state, message));
    return enter(records, notice, { state, at, actor, kind: 'posted', by: 'author' });
  });
  if (official !== null) deps.published.put(official);
}

/** A notice as it was posted, before anything is decided about it. */
export function fresh(deps: Deps, state: GroupState, message: Message): NewNotice {
  const claim = deps.notice(message, state.group.name);
  const text = noticeText(message);
  return {
    number: null,
    groupId: state.group.id,
    caseId: null,
    level: claim.level ?? 'branch',
    subject: claim.subject ?? '公告',
    title: titleOf(text),
    text,
    source: '',
    authorId: message.senderId,
    at: message.at,
    validUntil: null,
    publishedAt: null,
    publishedBy: null,
    status: 'claimed',
  };
}
