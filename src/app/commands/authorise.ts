import type { Answer } from '../../core/model/answer.js';
import type { Person } from '../../core/model/action.js';
import { type Member, shownName } from '../../core/model/member.js';
import { endOfDay } from '../../core/notice/day.js';
import { SUBJECT_NAMES, subjectNamed } from '../../core/notice/subject.js';
import { addGrant, type Grant } from '../../core/policy/publishers.js';
import { stageAll } from '../record.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

const KEY = 'publishers';

export const authorise: Command = {
  names: ['授权', 'authorise'],
  least: 'owner',
  usage: '/授权 @人 [主题] [至 日期]',
  summary: '让一位成员可以发布本群的通知',
  async run(call) {
    const named = await namedMember(call, '授权');
    if (named.kind === 'answer')
      return asked(call) ? named.answer : { kind: 'usage', usage: authorise.usage };
    return granted(call, named.member, named.rest);
  },
};

/** Whether anybody was named at all. */
export function asked({ rest, mentions }: Call): boolean {
  return rest !== '' || mentions.length > 0;
}

export function personNamed(member: Member): Person {
  return { id: member.id, name: shownName(member) };
}

async function granted(call: Call, who: Member, rest: string): Promise<Answer> {
  const timezone = call.state.settings.digest.timezone;
  const [, words = '', day] = /^(.*?)(?:(?:^|\s)[至到]\s*(\S+))?$/su.exec(rest.trim()) ?? [];
  const until = day === undefined ? null : endOfDay(day, call.at, timezone);
  if (day !== undefined && (until === null || until <= call.at)) return { kind: 'past-day', typed: day };
  const typed = words.split(/[\s,，、]+/u).filter((word) => word !== '');
  const unknown = typed.find((word) => subjectNamed(word) === null);
  if (unknown !== undefined) return { kind: 'unknown-subject', typed: unknown, known: SUBJECT_NAMES };
  const subjects = [...new Set(typed.map((word) => subjectNamed(word) ?? word))];
  const member = personNamed(who);
  await writeGrant(call, { id: member.id, subjects, until, revoked: false });
  await tell(call, member, { subjects, until });
  return { kind: 'authorised', member, subjects, until, timezone };
}

/** Kept in the store over the file's list, and in the audit log. */
export async function writeGrant(call: Call, grant: Grant): Promise<void> {
  const { desk, state, at, actorId: actor } = call;
  const groupId = state.group.id;
  await desk.deps.store.transaction(async (records) => {
    const before = (await records.settings(groupId))[KEY];
    await records.putSetting(groupId, KEY, addGrant(before, grant));
    const kind = grant.revoked ? 'publisher-revoked' : 'publisher-granted';
    const data = { member: grant.id, subjects: grant.subjects.join(','), until: grant.until };
    await records.audit({ at, actor, kind, groupId, data });
  });
  await desk.groups.reload(state);
}

async function tell(call: Call, to: Person, of: Pick<Grant, 'subjects' | 'until'>): Promise<void> {
  const { desk, state, at } = call;
  const timezone = state.settings.digest.timezone;
  const telling = { kind: 'publisher-granted', groupName: state.group.name, ...of, timezone } as const;
  const action = {
    kind: 'tell',
    groupId: state.group.id,
    to,
    mentions: [],
    about: null,
    urgency: 'daytime',
    audience: 'service',
    telling,
  } as const;
  desk.dispatch.add(await desk.deps.store.plan(stageAll(state, [action], at), null, at));
}
