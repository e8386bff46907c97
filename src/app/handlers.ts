import type { Inbound } from '../core/model/event.js';
import type { Message } from '../core/model/message.js';
import type { Finding } from '../core/model/finding.js';
import { judge } from '../core/policy/judge.js';
import { SETTLED } from './lanes.js';
import { duplicateFindings, learnText } from './conduct/duplicates.js';
import { sawCase } from './conduct/incidents.js';
import { combined, permitted } from './conduct/combine.js';
import { type GroupState } from './groups.js';
import { followGroup } from './register/follow.js';
import { introduce, known } from './introduce.js';
import { type Ceiling, findingsOf, moderate } from './moderate.js';
import { isBot, onMembership } from './membership.js';
import type { Parts } from './parts.js';
import { isInQuiet, noteInQuiet } from './quiet.js';
import { outage } from './outage.js';
import { resynced } from './resync.js';
import { acceptFriend, acceptInvitation } from './accept.js';

export interface Handlers {
  handle(event: Inbound): Promise<void>;
}

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>;

export function createHandlers(parts: Parts): Handlers {
  return {
    handle(event) {
      switch (event.kind) {
        case 'message':
          return onMessage(parts, event.message);
        case 'group':
          return onGroup(parts, event);
        case 'direct':
          return onDirect(parts, event);
        case 'invitation':
          return acceptInvitation(parts, event);
        case 'friendship':
          return acceptFriend(parts, event);
        case 'join':
        case 'leave':
        case 'card':
        case 'topic':
        case 'role':
        case 'recall':
          return onMembership(parts, event);
        case 'resync':
          return resynced(parts, event);
        case 'outage':
          return outage(parts, event);
      }
    },
  };
}

/** Not async: the many messages that are in order are done when it returns. */
function onMessage(parts: Parts, message: Message): Promise<void> {
  if (!parts.seen.add(message.id)) return SETTLED;
  const state = parts.groups.get(message.groupId);
  if (state === null || state.introducedAt === null) return onFirstMessage(parts, message);
  return inKnownGroup(parts, state, message);
}

async function onFirstMessage(parts: Parts, message: Message): Promise<void> {
  const state = await known(parts, message.groupId, message.at);
  if (state !== null) await inKnownGroup(parts, state, message);
}

function inKnownGroup(parts: Parts, state: GroupState, message: Message): Promise<void> {
  if (isBot(parts, state, message.senderId)) return SETTLED;
  parts.counters.add(message.groupId, state.days.dayOf(message.at));
  parts.heard.add(message);
  const { domains } = state.settings.conduct;
  const alone = permitted(findingsOf(parts.deps, message, state.words), message, domains);
  const said = parts.pieces.see(message, alone);
  const copied = duplicateFindings(parts.deps, message, said);
  const findings = combined(combined(said, copied), parts.conduct.see(state, message));
  const work = (): Promise<void> => withWork(parts, state, { message, findings });
  if (parts.commands.concerns(state, message)) return work();
  const isPlain =
    findings.length === 0 &&
    !parts.counters.isFull() &&
    !parts.deps.signatures.isStale(message.at) &&
    !parts.fees.concerns(message) &&
    !parts.pictures.concerns(state, message) &&
    !parts.harassment.concerns(message, findings) &&
    state.settings.quietUntil === null;
  return isPlain ? SETTLED : parts.turnstile.run(work);
}

interface Inspected {
  readonly message: Message;
  readonly findings: readonly Finding[];
}

async function withWork(parts: Parts, state: GroupState, { message, findings }: Inspected): Promise<void> {
  if (parts.counters.isFull()) await parts.counters.flush();
  await parts.deps.signatures.catchUp(parts.deps.store, message.at, 'by-and-by');
  const command = await parts.commands.inGroup(state, message);
  if (command === 'quoted') return passedOn(parts, state, { message, findings });
  const isCommand = command !== null;
  const ceiling: Ceiling = isCommand ? 'review' : 'violation';
  if (parts.fees.concerns(message)) parts.dispatch.add(await parts.fees.look(state, message));
  // Who submits, verifies or reports a notice does not issue one.
  const spoken = isCommand ? findings.filter(({ category }) => category !== 'notice') : findings;
  const isPicture = parts.pictures.concerns(state, message);
  const judged = isPicture ? combined(await parts.pictures.look(state, message), spoken) : spoken;
  if (ceiling === 'violation' && isInQuiet(state, message)) {
    const noted = await noteInQuiet(parts.deps, state, message);
    if (noted !== null) parts.dispatch.add(noted.planned);
  }
  if (judged.length > 0) await recordOf(parts, state, { message, findings: judged, ceiling });
  if (isCommand || !parts.harassment.concerns(message, judged)) return;
  for (const one of await parts.harassment.look(state, message, judged)) parts.dispatch.add(one.planned);
}

/** Words put before the bot in good faith are not judged; who puts up one offence after another is put before the owner. */
async function passedOn(parts: Parts, state: GroupState, { message, findings }: Inspected): Promise<void> {
  const own = findings.filter(({ category }) => category !== 'notice');
  if (judge(own).kind !== 'violation') return;
  if (!parts.passedOn.isOften(state.group.id, message.senderId, message.at)) return;
  await recordOf(parts, state, { message, findings: own, ceiling: 'review' });
}

/** The case of a message, and what is learned from it. */
async function recordOf(
  parts: Parts,
  state: GroupState,
  judged: Inspected & { readonly ceiling: Ceiling },
): Promise<void> {
  const { message } = judged;
  const recorded = await moderate(parts.deps, state, judged);
  if (recorded === null) return;
  parts.dispatch.add(recorded.planned);
  await learnText(parts.deps, recorded.case, message);
  await parts.pictures.learn(recorded.case, message);
  await sawCase(parts, state, recorded.case);
}

async function onGroup(parts: Parts, event: Of<'group'>): Promise<void> {
  const { groups } = parts;
  const state = groups.get(event.group.id) ?? (await groups.meet(event.group, event.at));
  state.group = event.group;
  if (state.introducedAt === null) await introduce(parts, state, event.members);
  else await seenAgain(parts, state, event.at);
}

async function seenAgain({ deps, dispatch }: Parts, state: GroupState, at: number): Promise<void> {
  await deps.store.transaction((records) => records.putGroup({ ...state, left: false }));
  dispatch.add(await followGroup({ deps, state, at, byId: null }));
}

async function onDirect(parts: Parts, event: Of<'direct'>): Promise<void> {
  if (event.id !== null && !parts.seen.add(event.id)) return;
  await parts.commands.inPrivate(event);
}
