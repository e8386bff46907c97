import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { DAY, type Instant } from '../../core/model/instant.js';
import { type Member, shownName } from '../../core/model/member.js';
import { startOfDay, dayNumber } from '../../core/policy/localtime.js';
import { lodge } from '../complaints.js';
import { quotedAuthor } from '../quoted.js';
import type { Call, Command } from './command.js';
import { memberNamed } from './who.js';

/** So many complaints a day from one person: it is no weapon. */
const MOST = 5;
/** So many unfounded ones in this time, and none that was right, make it one a day. */
const UNFOUNDED = 3;
const LOOK_BACK: Instant = 30 * DAY;

/** A complaint by any member, in the group or in private, by quoting or naming (EM6(六), D8§10(三)). */
export const report: Command = {
  names: ['举报', 'report'],
  least: 'member',
  usage: '/举报 [@人] 原因',
  summary: '反映一条消息或一个人;引用那条消息最清楚',
  async run(call) {
    const { accused, reason } = await named(call);
    const quoted = call.quote?.text ?? null;
    if (accused === null && quoted === null && reason === '') return { kind: 'usage', usage: report.usage };
    if (accused?.id === call.actorId) return { kind: 'complaint-self' };
    const most = await mostOf(call);
    if ((await today(call)) >= most) return { kind: 'complaint-limit', most };
    return answerOf(await lodge(call, { accused, quoted, reason }));
  },
};

function answerOf(lodged: Awaited<ReturnType<typeof lodge>>): Answer {
  return lodged.kind === 'nowhere' ? { kind: 'complaint-nowhere' } : { ...lodged, kind: 'complaint-taken' };
}

function today({ desk, state, actorId, at }: Call): Promise<number> {
  const timezone = state.settings.digest.timezone;
  const since = startOfDay(dayNumber(at, timezone), timezone);
  return desk.deps.store.complaintsSince(state.group.id, actorId, since);
}

/** Whose last complaints were all unfounded has one a day. */
async function mostOf({ desk, state, actorId, at }: Call): Promise<number> {
  const since = at - LOOK_BACK;
  const decided = await desk.deps.store.complaintsDecided(state.group.id, actorId, since);
  return decided.unfounded >= UNFOUNDED && decided.right === 0 ? 1 : MOST;
}

/** Whom it is about: who is mentioned, else who wrote what is quoted, else the member whose name comes first. */
async function named(call: Call): Promise<{ readonly accused: Person | null; readonly reason: string }> {
  const members = await call.desk.deps.platforms.live.members(call.state.group.id);
  const found = memberNamed(call, members);
  if (found !== null) return { accused: personOf(found.member), reason: found.rest };
  const author = call.quote === null ? null : await quotedAuthor(call, call.quote);
  return { accused: author === null ? null : personOf(author), reason: call.rest };
}

function personOf(member: Member): Person {
  return { id: member.id, name: shownName(member) };
}
