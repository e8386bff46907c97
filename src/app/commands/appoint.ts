import type { Answer } from '../../core/model/answer.js';
import type { Person } from '../../core/model/action.js';
import { changeOffice, officeIn } from '../register/office.js';
import type { Call, Command } from './command.js';
import { withMember } from './with-member.js';

export const appoint: Command = {
  names: ['任命', 'appoint'],
  least: 'owner',
  usage: '/任命 @人',
  summary: '请一位成员做管理员(在我这里)',
  run: (call) => withMember(call, appoint, appointed),
};

async function appointed(call: Call, member: Person): Promise<Answer> {
  if (officeIn(call, member.id) !== 'member' || member.id === call.state.group.botId)
    return { kind: 'appointed', member, changed: false };
  const admins = [...call.state.settings.adminIds, member.id];
  await changeOffice(call, { kind: 'appointed', member, telling: 'appointed', settings: { admins } });
  return { kind: 'appointed', member, changed: true };
}
