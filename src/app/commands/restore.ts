import type { Person } from '../../core/model/action.js';
import type { Answer } from '../../core/model/answer.js';
import { changeOffice } from '../register/office.js';
import type { Call, Command } from './command.js';
import { withMember } from './with-member.js';

export const restore: Command = {
  names: ['复权', 'restore'],
  least: 'staff',
  usage: '/复权 @人',
  summary: '恢复管理权限',
  run: (call) => withMember(call, restore, restored),
};

async function restored(call: Call, member: Person): Promise<Answer> {
  const { suspendedIds } = call.state.settings;
  const answer = { kind: 'rights', member, suspended: false } as const;
  if (!suspendedIds.includes(member.id)) return { ...answer, changed: false };
  const settings = { suspended: suspendedIds.filter((id) => id !== member.id) };
  await changeOffice(call, { kind: 'restored', member, telling: 'rights-restored', settings });
  return { ...answer, changed: true };
}
