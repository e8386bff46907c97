import type { Action, Person } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Finding } from '../../core/model/finding.js';
import type { Message } from '../../core/model/message.js';
import type { NoticesTelling } from '../../core/model/telling/notices.js';
import { isExempt, responsible } from '../../core/policy/authority.js';
import { COPY_RULE } from '../../core/rules/notice.js';
import type { NewCase } from '../../ports.js';
import type { Deps } from '../deps.js';
import { appointedOf, type GroupState } from '../groups.js';
import { personOf, type Recorded, stageAll } from '../record.js';
import type { Screened } from './screen.js';

interface Copied {
  readonly message: Message;
  readonly findings: readonly Finding[];
  readonly copy: NonNullable<Screened['copy']>;
}

/**
 * A changed copy of a published notice (clauses 4.4, 6.7): the owner is alerted and the group warned at once, by night too;
 * the sender is told what differs and asked to recall it. No strike: most who pass one on were deceived themselves.
 */
export async function recordCopy(deps: Deps, state: GroupState, copied: Copied): Promise<Recorded | null> {
  const { message } = copied;
  const member = await personOf(deps, state.group.id, message.senderId);
  const appointed = appointedOf(deps, state.settings);
  const exempt = isExempt(member.id, state.group, appointed);
  const asked = responsible(state.group, appointed);
  const owners = exempt ? appointed.staff.filter((id) => id !== member.id) : asked === null ? [] : [asked];
  return deps.store.transaction(async (records) => {
    const opened = await records.openCase(
      caseOf(state, copied, { member, exempt, answerable: asked !== null }),
    );
    if (opened === null) return null;
    const actions = actionsOf(opened, state, { copied, member, exempt, owners });
    const planned = await records.plan(stageAll(state, actions, message.at), opened.id, message.at);
    const data = { case: opened.id, notice: copied.copy.notice.number, observed: opened.observed, exempt };
    await records.audit({
      at: message.at,
      actor: 'bot',
      kind: 'notice-copied',
      groupId: state.group.id,
      data,
    });
    return { case: opened, planned };
  });
}

interface Sender {
  readonly member: Person;
  readonly exempt: boolean;
  readonly answerable: boolean;
}

function caseOf(state: GroupState, { message, findings }: Copied, sender: Sender): NewCase {
  const observed = state.settings.mode === 'observe';
  return {
    groupId: state.group.id,
    memberId: sender.member.id,
    memberName: sender.member.name,
    subject: `message:${message.groupId}:${message.id}`,
    at: message.at,
    verdict: 'review',
    category: 'notice',
    score: Math.max(0.9, ...findings.map(({ score }) => score)),
    findings,
    step: sender.exempt ? 'none' : 'review',
    strikes: 0,
    observed,
    exempt: sender.exempt,
    status: observed || sender.exempt || !sender.answerable ? 'closed' : 'open',
  };
}

interface Told {
  readonly copied: Copied;
  readonly member: Person;
  readonly exempt: boolean;
  readonly owners: readonly string[];
}

function actionsOf(opened: Case, state: GroupState, told: Told): readonly Action[] {
  const { notice, changes } = told.copied.copy;
  const number = notice.number ?? '';
  const kinds = changes.map(({ kind }) => kind);
  const caseId = opened.id;
  const about = { caseId, rule: COPY_RULE, category: 'notice' } as const;
  const tell = (to: Person | null, telling: NoticesTelling): Action => ({
    kind: 'tell',
    groupId: state.group.id,
    to,
    mentions: [],
    about,
    urgency: 'at-once',
    audience: 'moderation',
    telling,
  });
  const where = { caseId, number, groupName: state.group.name, name: told.member.name };
  return [
    ...told.owners.map((id) =>
      tell({ id, name: id }, { kind: 'notice-changed-owner', ...where, changes, exempt: told.exempt }),
    ),
    // What an exempt person says is put before the group by the organisation's staff alone.
    ...(told.exempt ? [] : [tell(null, { kind: 'notice-changed', number, kinds })]),
    tell(told.member, { kind: 'notice-changed-sender', caseId, number, kinds }),
  ];
}
