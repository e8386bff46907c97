import {
  addressed,
  harassmentFinding,
  isHostile,
  pattern,
  refuses,
  WINDOW,
} from '../../core/conduct/harassment.js';
import type { Finding } from '../../core/model/finding.js';
import type { Instant } from '../../core/model/instant.js';
import { type Member, shownName } from '../../core/model/member.js';
import type { Message } from '../../core/model/message.js';
import { localDay } from '../../core/policy/daytime.js';
import type { Targeting } from '../../ports/conduct.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { membersCalled } from '../quoted.js';
import { record, type Recorded } from '../record.js';
import { createRecent } from './recent.js';

/** Sees whether one member targets another again and again (clause 7.3). More than a review it never is. */
export interface HarassmentWatch {
  /** Quick, for every message: whether `look` has anything to do with it. */
  concerns(message: Message, findings: readonly Finding[]): boolean;
  look(state: GroupState, message: Message, findings: readonly Finding[]): Promise<readonly Recorded[]>;
}

export function createHarassmentWatch(deps: Deps): HarassmentWatch {
  /** `group from to` → until when `to` has asked `from` to stop. In memory: after a restart it counts from the next refusal. */
  const refusals = createRecent<Instant>(1000);
  /** Groups in which somebody has asked to be left alone. */
  const refusedIn = new Set<string>();
  const isUnwanted = (message: Message, toId: string): boolean =>
    (refusals.get(keyOf(message.groupId, message.senderId, toId)) ?? -Infinity) > message.at;
  const refuse = async ({ groupId, senderId: toId, at }: Message, fromId: string): Promise<void> => {
    refusals.set(keyOf(groupId, fromId, toId), at + WINDOW);
    refusedIn.add(groupId);
    await deps.store.addTargeting({ groupId, fromId, toId, kind: 'refused', at });
  };
  return {
    concerns(message, findings) {
      if (findings.length > 0 && isHostile(findings)) return true;
      if (message.mentions.length === 0 && message.quote === null) return false;
      if (refuses(message.text) || addressed(message).some((id) => isUnwanted(message, id))) return true;
      // Whom a quotation names is only looked up where it may matter.
      return message.quote !== null && refusedIn.has(message.groupId);
    },
    async look(state, heard, findings) {
      const message = await withQuotedId(deps, heard);
      const others = addressed(message).filter((id) => id !== state.group.botId);
      const hostile = isHostile(findings);
      if (!hostile && refuses(message.text)) {
        for (const id of others) await refuse(message, id);
        return [];
      }
      const targets = hostile && others.length === 0 ? await namedIn(deps, message) : others;
      const counted = targets.filter((id) => hostile || isUnwanted(message, id));
      const recorded: Recorded[] = [];
      for (const toId of counted) {
        const one = await targeted(deps, state, { message, toId, kind: hostile ? 'hostile' : 'unwanted' });
        if (one !== null) recorded.push(one);
      }
      return recorded;
    },
  };
}

/** A quotation names its author by id or as shown: here by id, where that is beyond doubt. */
async function withQuotedId(deps: Deps, message: Message): Promise<Message> {
  const { quote } = message;
  if (quote === null) return message;
  const authors = await membersCalled(deps, message.groupId, quote.from);
  const [only] = authors;
  const from = only !== undefined && authors.length === 1 ? only.id : null;
  return { ...message, quote: { ...quote, from } };
}

function keyOf(groupId: string, fromId: string, toId: string): string {
  return `${groupId} ${fromId} ${toId}`;
}

interface Aimed {
  readonly message: Message;
  readonly toId: string;
  readonly kind: Targeting['kind'];
}

/** One case for each pair and week, before whoever answers for the group. */
async function targeted(
  deps: Deps,
  state: GroupState,
  { message, toId, kind }: Aimed,
): Promise<Recorded | null> {
  const { groupId, senderId: fromId, at } = message;
  await deps.store.addTargeting({ groupId, fromId, toId, kind, at });
  const found = pattern(await deps.store.targetings({ groupId, fromId, toId }, at - WINDOW));
  if (found === null) return null;
  const member = await deps.platforms.live.member(groupId, toId);
  const day = (instant: Instant): string => localDay(instant, state.settings.digest.timezone);
  const finding = harassmentFinding({
    name: member === null ? toId : shownName(member),
    times: found.length,
    firstDay: day(found[0]?.at ?? at),
    lastDay: day(at),
  });
  return record(deps, state, {
    key: `harassment:${groupId}:${fromId}:${toId}:${Math.floor(at / WINDOW)}`,
    memberId: fromId,
    at,
    verdict: { kind: 'review', category: 'harassment', score: finding.score, findings: [finding] },
    actor: 'bot',
  });
}

/** Who is called by name in a hostile message: the name of the card, at least two letters of it. */
async function namedIn(deps: Deps, { groupId, senderId, text }: Message): Promise<readonly string[]> {
  const members = await deps.platforms.live.members(groupId);
  return members
    .filter((one) => one.id !== senderId && nameIn(one, text))
    .map(({ id }) => id)
    .slice(0, 3);
}

function nameIn(member: Member, text: string): boolean {
  const name = shownName(member).split(/[-\s_—–]/u)[0] ?? '';
  return [...name].length >= 2 && text.includes(name);
}
