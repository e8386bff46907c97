import type { Action } from '../../core/model/action.js';
import { MINUTE } from '../../core/model/instant.js';
import { shownName } from '../../core/model/member.js';
import type { Message } from '../../core/model/message.js';
import { quotedMessage } from '../quoted.js';
import { stageAll } from '../record.js';
import type { Call, Command } from './command.js';

/** WeChat lets people take back their own words for two minutes. */
const WINDOW = 2 * MINUTE;

/** Takes a message back where the platform lets the bot; else the sender is asked, or the owner is told to do it (EM6(四)). */
export const withdraw: Command = {
  names: ['撤回', 'withdraw'],
  least: 'admin',
  usage: '/撤回(引用那条消息)',
  summary: '请发送人撤回一条消息;平台允许时我来撤回',
  async run(call) {
    const { quote } = call;
    if (quote === null) return { kind: 'quote-needed', usage: withdraw.usage };
    const meant = await quotedMessage(call, quote);
    if (meant === null) return { kind: 'message-unknown' };
    await plan(call, meant);
    const inTime = call.at - meant.at <= WINDOW;
    return { kind: 'withdrawing', inTime };
  },
};

async function plan(call: Call, meant: Message): Promise<void> {
  const { desk, state, at, actorId } = call;
  const groupId = state.group.id;
  const member = await desk.deps.platforms.live.member(groupId, meant.senderId);
  const sender = { id: meant.senderId, name: member === null ? meant.senderId : shownName(member) };
  const action: Action = {
    kind: 'recall',
    groupId,
    messageId: meant.id,
    about: null,
    sender,
    asked: { by: { id: actorId, name: actorId }, sentAt: meant.at },
  };
  const planned = await desk.deps.store.transaction(async (records) => {
    await records.audit({ at, actor: actorId, kind: 'withdraw', groupId, data: { message: meant.id } });
    const staged = stageAll(state, [action], at).map((one) => ({
      ...one,
      stage: 'live' as const,
      dueAt: at,
    }));
    return records.plan(staged, null, at);
  });
  desk.dispatch.add(planned);
}
