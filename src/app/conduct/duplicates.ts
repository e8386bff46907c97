import { groundOf } from '../../core/conduct/finding.js';
import { minHash, printText, type Shingles, shinglesOf } from '../../core/conduct/minhash.js';
import type { Case } from '../../core/model/case.js';
import type { Category } from '../../core/model/category.js';
import type { Finding } from '../../core/model/finding.js';
import { DAY, type Instant } from '../../core/model/instant.js';
import type { Message } from '../../core/model/message.js';
import type { Signature } from '../../core/model/signature.js';
import { punishes, responseTo } from '../../core/policy/response.js';
import type { Deps } from '../deps.js';

/** What is learned to be recognised again. Insults, notices and private matters differ by who says them to whom. */
const LEARNED: readonly Category[] = [
  'advertising',
  'fraud',
  'gambling',
  'pornography',
  'illegal-goods',
  'cult',
  'superstition',
  'soliciting',
  'induced-sharing',
  'infringement',
];
export function isLearned(category: Category): boolean {
  return LEARNED.includes(category);
}

const KEPT: Instant = 90 * DAY;
/** What waits for an answer. */
const WAITING: Instant = 30 * DAY;
/** The same suspicious text in so many groups, or from so many accounts, within a day is no chance. */
const SPREAD = 3;
const SPREAD_WITHIN: Instant = DAY;

const NONE: readonly Finding[] = [];

/** What is known of a text from elsewhere: advertising that was confirmed, or that is being spread. Synchronous and cheap. */
export function duplicateFindings(
  deps: Deps,
  message: Message,
  said: readonly Finding[],
): readonly Finding[] {
  if (deps.signatures.texts.size() === 0) return NONE;
  const shingles = shinglesOf(message.text, deps.folding);
  if (shingles === null) return NONE;
  const alike = deps.signatures.texts.alike(shingles).map(({ about }) => about);
  const confirmed = alike.find((one) => one.state === 'confirmed' && one.expiresAt > message.at);
  if (confirmed !== undefined)
    return isOwnRepeat(confirmed, message, said) ? NONE : [found(message, confirmed)];
  return isSpread(alike, message) && said.some(({ category }) => LEARNED.includes(category))
    ? [found(message, null)]
    : NONE;
}

/** The same member goes on in the same group: what the words say is enough, and the ladder counts it. */
function isOwnRepeat(known: Signature, message: Message, said: readonly Finding[]): boolean {
  const isSame = known.groupId === message.groupId && known.memberId === message.senderId;
  return isSame && said.some((one) => one.certainty === 'confirmed' && punishes(one.category));
}

function isSpread(alike: readonly Signature[], message: Message): boolean {
  const lately = alike.filter(({ at }) => at > message.at - SPREAD_WITHIN);
  const groups = new Set([message.groupId, ...lately.map(({ groupId }) => groupId)]);
  const members = new Set([message.senderId, ...lately.map(({ memberId }) => memberId)]);
  return groups.size >= SPREAD || members.size >= SPREAD;
}

/** So much of the text is shown as evidence. */
const SHOWN = 20;

function found(message: Message, known: Signature | null): Finding {
  const isSevere = known !== null && responseTo(known.category) === 'removal';
  const text = message.text.slice(0, SHOWN);
  return groundOf({
    rule: 'duplicate',
    category: isSevere ? known.category : 'duplicate',
    certainty: 'confirmed',
    clause: 'E三2(5)',
    score: 0.92,
    term: known === null ? 'spread' : `seen ${known.caseId ?? ''}`.trim(),
    span: { start: 0, end: text.length, text },
  });
}

/** Keeps what a case was about: it counts at once where it was confirmed, else from the moment when it is. */
export async function learnText(deps: Deps, opened: Case, message: Message): Promise<void> {
  // A copy is known by its original: where that is taken back, nothing of the copies may stay behind.
  if (opened.findings.some(({ rule }) => rule === 'duplicate')) return;
  if (!LEARNED.includes(opened.category) || opened.exempt) return;
  const shingles = shinglesOf(message.text, deps.folding);
  if (shingles === null || isKnown(deps, shingles, opened)) return;
  await deps.store.addSignature({
    kind: 'text',
    print: printText(minHash(shingles)),
    category: opened.category,
    state: opened.verdict === 'violation' ? 'confirmed' : 'pending',
    caseId: opened.id,
    groupId: opened.groupId,
    memberId: message.senderId,
    at: opened.at,
    expiresAt: opened.at + (opened.verdict === 'violation' ? KEPT : WAITING),
  });
  await deps.signatures.catchUp(deps.store, opened.at, 'new');
}

/** A person says that a message was an offence which the bot did not see: learned where it offers or calls somebody to something. */
export async function missedText(deps: Deps, message: Message, at: Instant): Promise<void> {
  const shingles = OFFERS.test(message.text) ? shinglesOf(message.text, deps.folding) : null;
  if (shingles === null) return;
  const { groupId, senderId: memberId } = message;
  const of = { kind: 'text', category: 'advertising', state: 'confirmed', caseId: null } as const;
  const print = printText(minHash(shingles));
  await deps.store.addSignature({ ...of, print, groupId, memberId, at, expiresAt: at + KEPT });
  await deps.signatures.catchUp(deps.store, at, 'new');
}

const OFFERS =
  /微信|薇信|[加➕+]\s?[vV我]|vx|wx|qq|https?:|www\.|\d{5,}|扫码|私聊|联系|代理|优惠|包邮|元|块钱|￥|价/iu;

/** Confirmed already, in this group or another: once is enough. */
function isKnown(deps: Deps, shingles: Shingles, { verdict }: Case): boolean {
  const alike = deps.signatures.texts.alike(shingles);
  return (
    verdict === 'violation' &&
    alike.some(({ about, likeness }) => about.state === 'confirmed' && likeness > 0.9)
  );
}

/** The case was confirmed by a person: what it was about counts from now on. */
export async function confirmLearned(deps: Deps, caseId: number, at: Instant): Promise<void> {
  if ((await deps.store.confirmSignatures(caseId)) === 0) return;
  deps.signatures.forget(caseId);
  await deps.signatures.catchUp(deps.store, at, 'new');
}

/** The case was rejected or reversed: nothing is recognised by it any more. */
export async function dropLearned(deps: Deps, caseId: number): Promise<void> {
  deps.signatures.forget(caseId);
  await deps.store.dropSignatures(caseId);
}
