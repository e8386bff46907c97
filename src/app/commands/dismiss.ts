import type { Answer } from '../../core/model/answer.js';
import type { Person } from '../../core/model/action.js';
import { changeOffice, officeIn } from '../register/office.js';
import type { Call, Command } from './command.js';
import { withMember } from './with-member.js';

export const dismiss: Command = {
  names: ['免去', 'dismiss'],
  least: 'owner',
  usage: '/免去 @人',
  summary: '取消任命',
  run: (call) => withMember(call, dismiss, dismissed),
};

async function dismissed(call: Call, member: Person): Promise<Answer> {
  const { group, settings } = call.state;
  const office = officeIn(call, member.id);
  if (office === 'member') return { kind: 'not-in-office', member };
  if (office === 'owner') return { kind: 'platform-office', member, office: 'owner' };
  if (group.adminIds.includes(member.id)) return { kind: 'platform-office', member, office: 'admin' };
  const admins = settings.adminIds.filter((id) => id !== member.id);
  await changeOffice(call, { kind: 'dismissed', member, telling: 'dismissed', settings: { admins } });
  return { kind: 'dismissed', member };
}
