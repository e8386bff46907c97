import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { changeOffice, officeIn } from '../register/office.js';
import { withMember } from './with-member.js';
import type { Call, Command } from './command.js';

export const suspend: Command = {
  names: ['停权', 'suspend'],
  least: 'staff',
  usage: '/停权 @人',
  summary: '暂停群主或管理员在我这里的权限',
  run: (call) => withMember(call, suspend, suspended),
};

async function suspended(call: Call, member: Person): Promise<Answer> {
  const office = officeIn(call, member.id);
  // The organisation's staff answer to the operator's configuration, not to each other.
  if (office === 'member' || office === 'staff') return { kind: 'not-in-office', member };
  const { suspendedIds } = call.state.settings;
  const answer = { kind: 'rights', member, suspended: true } as const;
  if (suspendedIds.includes(member.id)) return { ...answer, changed: false };
  const settings = { suspended: [...suspendedIds, member.id] };
  await changeOffice(call, { kind: 'suspended', member, telling: 'rights-suspended', settings });
  return { ...answer, changed: true };
}
