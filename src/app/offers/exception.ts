import type { Case } from '../../core/model/case.js';
import { HOUR, type Instant } from '../../core/model/instant.js';
import type { NextTime } from '../../core/model/answers/desk.js';
import { isSevere } from '../../core/policy/response.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { isWideRule } from '../../core/policy/wide-rules.js';
import type { Call } from '../commands/command.js';
import { addException } from '../commands/lexicon.js';
import type { OfferHandler } from './index.js';

const PATIENCE: Instant = 24 * HOUR;
/** A person stood behind each of their cases, or there is nothing to be learned from them. */
const WITHOUT: readonly string[] = [
  'manual',
  'complaint',
  'quiet',
  'ban',
  'admission',
  'submission',
  'card-format',
];
/** What these rest on is a number, a name or a manner: no word to make an exception of. */
const NO_WORDS: readonly string[] = [
  ...WITHOUT,
  'privacy',
  'secrets',
  'notice',
  'impersonation',
  'fee-scam',
  'unsafe-link',
  'contact',
  'link-policy',
  'newcomer',
  'invitation',
  'duplicate',
  'flood',
  'harassment',
  'picture',
  'learned',
];

/** Offers an exception for the word, or the rule on probation, to an owner; null where neither fits, and never in grave matters. */
export async function offerNext(call: Call, found: Case): Promise<NextTime | null> {
  if (!isAtLeast(call.role, 'owner') || isSevere(found.category)) return null;
  const word = onlyWord(found);
  const rule = found.findings.find((finding) => finding.category === found.category)?.rule;
  if (word === null) {
    const isKnown = rule !== undefined && call.desk.deps.rules.some(({ id }) => id === rule);
    return isKnown && !WITHOUT.includes(rule) && !isWideRule(rule) ? { kind: 'rule', rule } : null;
  }
  const { state, actorId, at } = call;
  const offer = { key: `exception:${found.id}`, actorId, groupId: state.group.id, kind: 'exception' };
  await call.desk.deps.store.putOffer({ ...offer, data: String(found.id), at, until: at + PATIENCE });
  return { kind: 'exception', word };
}

const LONGEST = 20;

/** The word that all of it rests on. */
function onlyWord({ findings }: Case): string | null {
  if (findings.some(({ rule }) => NO_WORDS.includes(rule))) return null;
  const words = new Set(findings.flatMap(({ evidence }) => evidence.map(({ text }) => text)));
  const [word] = words;
  return words.size === 1 && word !== undefined && word !== '' && word.length <= LONGEST ? word : null;
}

/** The word is looked up in its case: an offer holds no text. */
export const exception: OfferHandler = {
  least: 'owner',
  async accept(call, state, { data }) {
    const found = await call.desk.deps.store.caseById(Number(data));
    const word = found === null ? null : onlyWord(found);
    return word === null ? { kind: 'nothing-offered' } : addException({ ...call, state }, word);
  },
};
