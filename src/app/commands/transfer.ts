import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { shownName } from '../../core/model/member.js';
import { handOver } from '../register/handover.js';
import { changeOffice, officeIn } from '../register/office.js';
import type { Call, Command } from './command.js';
import { namedMembers } from './several.js';

export const transfer: Command = {
  names: ['移交', 'transfer'],
  least: 'owner',
  usage: '/移交 @新群主,或 /移交 @管理员 @接替的人',
  summary: '把群主或管理员的职责交给另一位',
  async run(call) {
    const named = await namedMembers(call, transfer.usage);
    if (named.kind === 'answer') return named.answer;
    const [first, second, ...rest] = named.members.map((one) => ({ id: one.id, name: shownName(one) }));
    if (first === undefined || rest.length > 0) return { kind: 'usage', usage: transfer.usage };
    if (second === undefined) return ownerTo(call, first);
    return officeIn(call, first.id) === 'owner' ? ownerTo(call, second) : adminTo(call, first, second);
  },
};

function ownerTo(call: Call, owner: Person): Promise<Answer> {
  const isOwner = officeIn(call, owner.id) === 'owner';
  if (isOwner) return Promise.resolve({ kind: 'platform-office', member: owner, office: 'owner' });
  return handOver(call, 'transferred', { owner, admins: null });
}

/** An administrator's office goes over; one that the platform gave is the platform's to change. */
async function adminTo(call: Call, from: Person, to: Person): Promise<Answer> {
  const { group, settings } = call.state;
  if (officeIn(call, from.id) !== 'admin') return { kind: 'not-in-office', member: from };
  if (group.adminIds.includes(from.id)) return { kind: 'platform-office', member: from, office: 'admin' };
  const others = settings.adminIds.filter((id) => id !== from.id && id !== to.id);
  const made = { member: to, telling: 'appointed', settings: { admins: [...others, to.id] } } as const;
  await changeOffice(call, { kind: 'appointed', ...made });
  return { kind: 'appointed', member: to, changed: true };
}
