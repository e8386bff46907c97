import { groundOf } from '../../core/conduct/finding.js';
import { isSamePicture } from '../../core/conduct/picture-print.js';
import type { Case } from '../../core/model/case.js';
import type { Finding } from '../../core/model/finding.js';
import { DAY, type Instant, MINUTE } from '../../core/model/instant.js';
import type { Message } from '../../core/model/message.js';
import type { Signature } from '../../core/model/signature.js';
import { isExempt } from '../../core/policy/authority.js';
import { responseTo } from '../../core/policy/response.js';
import type { PictureReading } from '../../ports/pictures.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { findingsOf } from '../moderate.js';
import { isLearned } from './duplicates.js';
import type { Newcomers } from './newcomers.js';
import { isOnProbation, newcomerFinding } from './shown.js';

/** Looks at pictures that are to be judged, so many a minute in each group. */
export interface PictureWatch {
  /** Quick, for every message: whether the picture is to be looked at. */
  concerns(state: GroupState, message: Message): boolean;
  look(state: GroupState, message: Message): Promise<readonly Finding[]>;
  /** Keeps the picture that a case was about. */
  learn(opened: Case, message: Message): Promise<void>;
}

/** An album of a reunion is not looked through picture by picture. */
const A_MINUTE = 20;
const KEPT: Instant = 90 * DAY;
const WAITING: Instant = 30 * DAY;
const NONE: readonly Finding[] = [];

export function createPictureWatch(deps: Deps, newcomers: Newcomers): PictureWatch {
  const budgets = new Map<string, { minute: number; left: number }>();
  const prints = deps.signatures.lastPictures;
  const mayLook = (groupId: string, at: Instant): boolean => {
    const minute = Math.floor(at / MINUTE);
    const known = budgets.get(groupId);
    const budget = known?.minute === minute ? known : { minute, left: A_MINUTE };
    budgets.set(groupId, budget);
    budget.left -= 1;
    return budget.left >= 0;
  };
  return {
    concerns: (state, message) =>
      message.kind === 'image' &&
      state.settings.conduct.pictures === 'read' &&
      !isExempt(message.senderId, state.group, appointedOf(deps, state.settings)),
    async look(state, message) {
      if (!mayLook(message.groupId, message.at)) return NONE;
      const reading = await deps.pictures.read(message);
      if (reading === null) return NONE;
      if (reading.print !== null) prints.set(keyOf(message.groupId, message.senderId), reading.print);
      const isNew = isOnProbation(newcomers, state, message);
      return [
        ...codeFindings(deps, state, { message, reading, isNew }),
        ...knownPicture(deps, message, reading),
      ];
    },
    async learn(opened, message) {
      const print = prints.get(keyOf(message.groupId, message.senderId));
      if (message.kind !== 'image' || print === undefined || opened.exempt) return;
      if (opened.verdict !== 'violation' && opened.status !== 'open') return;
      if (opened.findings.some(({ rule }) => rule === 'picture')) return;
      const state = opened.verdict === 'violation' ? 'confirmed' : 'pending';
      await keep(deps, { print, state, opened, memberId: message.senderId });
    },
  };
}

/** The last picture of a member is one that the bot should have known. False: none is remembered. */
export async function missedPicture(
  deps: Deps,
  { groupId, memberId, at }: { readonly groupId: string; readonly memberId: string; readonly at: Instant },
): Promise<boolean> {
  const print = deps.signatures.lastPictures.get(keyOf(groupId, memberId));
  if (print === undefined) return false;
  const of = { kind: 'picture', print, category: 'advertising', state: 'confirmed', caseId: null } as const;
  await deps.store.addSignature({ ...of, groupId, memberId, at, expiresAt: at + KEPT });
  await deps.signatures.catchUp(deps.store, at, 'new');
  return true;
}

function keyOf(groupId: string, memberId: string): string {
  return `${groupId} ${memberId}`;
}

interface Read {
  readonly message: Message;
  readonly reading: PictureReading;
  readonly isNew: boolean;
}

/** What a code says is judged as if its author had written it; a new member's codes go before the owner. */
function codeFindings(deps: Deps, state: GroupState, { message, reading, isNew }: Read): readonly Finding[] {
  return reading.codes.flatMap((code) => {
    const said = findingsOf(deps, { ...message, kind: 'text', text: code }, state.words);
    const judged = said.filter(({ category }) => category !== 'notice').map(ofCode);
    return judged.length === 0 && isNew ? [newcomerFinding({ kind: 'qr', shown: code })] : judged;
  });
}

function ofCode(finding: Finding): Finding {
  return { ...finding, evidence: finding.evidence.map((one) => ({ ...one, term: `qr ${one.term}` })) };
}

/** Whether the picture is one that was confirmed to be prohibited, be it mirrored or inverted. */
function knownPicture(deps: Deps, message: Message, { print }: PictureReading): readonly Finding[] {
  if (print === null) return NONE;
  const isIt = (one: Signature): boolean =>
    one.state === 'confirmed' && one.expiresAt > message.at && isSamePicture(print, one.print);
  const known = deps.signatures.pictures().find(isIt);
  if (known === undefined) return NONE;
  return [
    groundOf({
      rule: 'picture',
      category: responseTo(known.category) === 'removal' ? known.category : 'duplicate',
      certainty: 'confirmed',
      clause: 'E三2(5)',
      score: 0.92,
      term: `seen ${known.caseId ?? ''}`.trim(),
    }),
  ];
}

interface Kept {
  readonly print: string;
  readonly state: Signature['state'];
  readonly opened: Case;
  readonly memberId: string;
}

async function keep(deps: Deps, { print, state, opened, memberId }: Kept): Promise<void> {
  await deps.store.addSignature({
    kind: 'picture',
    print,
    category: isLearned(opened.category) ? opened.category : 'advertising',
    state,
    caseId: opened.id,
    groupId: opened.groupId,
    memberId,
    at: opened.at,
    expiresAt: opened.at + (state === 'confirmed' ? KEPT : WAITING),
  });
  await deps.signatures.catchUp(deps.store, opened.at, 'new');
}
