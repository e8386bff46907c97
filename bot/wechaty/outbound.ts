import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Outcome } from '../../src/core/model/outcome.js';
import type { Instant } from '../../src/core/model/instant.js';
import { DAY } from '../../src/core/model/instant.js';
import type { Clock, Log, Platform } from '../../src/ports.js';
import type { CardWatcher } from './cards.js';
import { sendFiles } from './files.js';
import { within } from './queue.js';
import { isAnswerLost, reasonOf } from './refusal.js';
import { readGroup, readMember, readMembersAnew } from './room.js';

const DONE: Outcome = { kind: 'done' };

/** A send that hangs would hold up everything behind it. */
const ANSWER_MS = 30_000;

interface Reach {
  /** Asked for at each use: a supervisor may replace it. */
  readonly puppet: () => Puppet;
  readonly cards: CardWatcher;
  readonly clock: Clock;
  readonly log: Log;
  /** The platform forbids sending for now. */
  readonly onCutOff?: () => void;
  /** Calls back once when the line breaks; answers how to forget that. */
  readonly whenLost?: (tell: () => void) => () => void;
}

/** The live platform over a Wechaty puppet, addressed by raw ids. */
export function createWechatyPlatform({ puppet, cards, clock, log, onCutOff, whenLost }: Reach): Platform {
  /** Rooms in which a removal was refused. An owner may grant the right later, so it is tried again after a day. */
  const refusedAt = new Map<string, Instant>();
  const isPowerless = (groupId: string): boolean => clock.now() - (refusedAt.get(groupId) ?? -Infinity) < DAY;
  const tried = async (work: () => Promise<unknown>): Promise<Outcome> => {
    const outcome = await outcomeOf(() => whileLine(work, whenLost));
    if (outcome.kind === 'refused' && outcome.reason === 'cut-off') onCutOff?.();
    return outcome;
  };
  return {
    async say(groupId, { text, mentions, attachments }) {
      await sendFiles({ puppet, to: groupId, log }, attachments);
      const named = mentions.length === 0 ? undefined : [...mentions];
      return unsure(await tried(() => puppet().messageSendText(groupId, text, named)));
    },
    async direct(memberId, _groupId, { text, attachments }) {
      await sendFiles({ puppet, to: memberId, log }, attachments);
      return unsure(await tried(() => puppet().messageSendText(memberId, text)));
    },
    async remove(groupId, memberId) {
      const outcome = await tried(() => remove(puppet(), groupId, memberId));
      if (outcome.kind === 'refused' && outcome.reason === 'no-right') refusedAt.set(groupId, clock.now());
      return outcome;
    },
    accept: (invitation, id) =>
      tried(() =>
        invitation === 'room' ? puppet().roomInvitationAccept(id) : puppet().friendshipAccept(id),
      ),
    recall: (_groupId, messageId) => tried(() => recall(puppet(), messageId)),
    rename: (groupId, name) => tried(() => puppet().roomTopic(groupId, name)),
    announce: (groupId, text) => tried(() => puppet().roomAnnounce(groupId, text)),
    // One id at a time: the service refuses lists.
    invite: (groupId, memberId) => tried(() => puppet().roomAdd(groupId, memberId, true)),
    report: () => Promise.resolve({ kind: 'refused', reason: 'unsupported', detail: 'no robot' }),
    group: (groupId) => readGroup(puppet(), groupId, isPowerless),
    async members(groupId) {
      const members = await readMembersAnew(puppet(), groupId);
      cards.remember(groupId, members);
      return members;
    },
    member: (groupId, memberId) => readMember(puppet(), groupId, memberId),
  };
}

/** Removes and looks whether the member is gone: some puppets answer yes and do nothing. */
async function remove(puppet: Puppet, groupId: string, memberId: string): Promise<void> {
  const isIn = async (): Promise<boolean> => (await puppet.roomMemberList(groupId)).includes(memberId);
  if (!(await isIn())) return;
  await puppet.roomDel(groupId, memberId);
  if (await isIn()) throw new Error('the platform said yes, but the member is still there');
}

/** Most puppets take back only what the bot itself said, and answer false for the rest. */
async function recall(puppet: Puppet, messageId: string): Promise<void> {
  if (!(await puppet.messageRecall(messageId))) throw new Error('recall is not supported for this message');
}

/** A line of which it is not known whether it went out is not sent again: a warning missed is better than one given twice. */
function unsure(outcome: Outcome): Outcome {
  const mayBeOut = outcome.kind === 'refused' && outcome.reason === 'failed' && isAnswerLost(outcome.detail);
  return mayBeOut ? { kind: 'uncertain' } : outcome;
}

/** Rejects when the line breaks under way: a client that was cut off does not settle its calls. */
async function whileLine<T>(work: () => Promise<T>, whenLost: Reach['whenLost']): Promise<T> {
  let forget: () => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    forget = whenLost?.(() => reject(new Error('connection dropped under way'))) ?? forget;
  });
  try {
    return await Promise.race([work(), lost]);
  } finally {
    forget();
  }
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await within(work(), ANSWER_MS);
    return DONE;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: reasonOf(detail), detail };
  }
}
