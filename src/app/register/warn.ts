import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import type { NewCase } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { stageAll } from '../record.js';
import { tellPerson } from '../tell.js';

/** The organisation warns an owner or administrator (EM8(二)): in private, recorded against the office, never a strike. */
export async function warnOffice(call: Call, member: Person, reason: string): Promise<Answer> {
  const { desk, state, at, actorId } = call;
  const groupId = state.group.id;
  const said = await desk.deps.store.transaction(async (records) => {
    const opened = await records.openCase(caseOf(call, member));
    if (opened === null) return null;
    const detail = reason;
    await records.addRegisterEvent({
      groupId,
      at,
      kind: 'warned',
      actor: actorId,
      memberId: member.id,
      detail,
    });
    const data = { case: opened.id, step: 'note', member: member.id, reason: desk.deps.digest(reason) };
    await records.audit({ at, actor: actorId, kind: 'case-opened', groupId, data });
    const events = await records.registerEvents(groupId);
    const count = events.filter((one) => one.kind === 'warned' && one.memberId === member.id).length;
    const telling = { kind: 'office-warned', groupName: state.group.name, reason, count } as const;
    const about = { caseId: opened.id, rule: 'manual', category: opened.category } as const;
    const action = { ...tellPerson(groupId, member, telling), about };
    const staged = stageAll(state, [action], at).map((one) => ({ ...one, stage: 'live' as const }));
    return { count, caseId: opened.id, planned: await records.plan(staged, opened.id, at) };
  });
  if (said === null) return { kind: 'office-warned', member, caseId: 0, count: 0 };
  desk.dispatch.add(said.planned);
  return { kind: 'office-warned', member, caseId: said.caseId, count: said.count };
}

function caseOf({ state, at, key }: Call, member: Person): NewCase {
  return {
    groupId: state.group.id,
    memberId: member.id,
    memberName: member.name,
    subject: `office:${state.group.id}:${key}`,
    at,
    verdict: 'review',
    category: 'manual',
    score: 1,
    findings: [
      {
        rule: 'manual',
        category: 'manual',
        certainty: 'confirmed',
        clause: 'EM8(二)',
        score: 1,
        evidence: [],
      },
    ],
    step: 'note',
    strikes: 0,
    observed: false,
    exempt: true,
    status: 'closed',
  };
}
