import type { Answer } from '../../core/model/answer.js';
import { DAY } from '../../core/model/instant.js';
import { shownName } from '../../core/model/member.js';
import { dropAlarm, setAlarm } from '../alarms/clock.js';
import { withId, withoutId } from '../id-list.js';
import type { Call, Command } from './command.js';
import { namedMember } from './who.js';

const LONGEST = 365;
const OVER = /^(取消|off|0)$/iu;

/** Findings of this member are only recorded, for some days or until it is taken back. */
export const exempt: Command = {
  names: ['豁免', 'exempt'],
  least: 'owner',
  usage: '/豁免 @人 [天数|取消]',
  summary: '一位成员的消息只记录,不处理',
  async run(call) {
    const named = await namedMember(call, '豁免');
    if (named.kind === 'answer') return named.answer;
    const member = { id: named.member.id, name: shownName(named.member) };
    const typed = named.rest.replace(/天$/u, '').trim();
    if (OVER.test(typed)) return change(call, member, { days: null, on: 'off' });
    const days = typed === '' ? null : Number(typed);
    if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= LONGEST))
      return { kind: 'usage', usage: exempt.usage };
    return change(call, member, { days, on: 'on' });
  },
};

interface Change {
  /** Null: until it is taken back. */
  readonly days: number | null;
  readonly on: 'on' | 'off';
}

async function change(
  { desk, state, at, actorId }: Call,
  member: { readonly id: string; readonly name: string },
  { days, on }: Change,
): Promise<Answer> {
  const { group, settings } = state;
  const until = days === null ? null : at + days * DAY;
  const key = `exemption:${group.id}:${member.id}`;
  const list = on === 'on' ? withId(settings.exemptIds, member.id) : withoutId(settings.exemptIds, member.id);
  await desk.deps.store.transaction(async (records) => {
    await records.putSetting(group.id, 'exempt', list.join(','));
    if (until === null || on === 'off') await dropAlarm(desk.deps.alarms, records, key);
    else {
      const data = { member: member.id };
      const alarm = { key, kind: 'exemption-over', groupId: group.id, dueAt: until, data };
      await setAlarm(desk.deps.alarms, records, alarm);
    }
    const data = { key: 'exempt', member: member.id, on, days };
    await records.audit({ at, actor: actorId, kind: 'setting-changed', groupId: group.id, data });
  });
  await desk.groups.reload(state);
  const timezone = settings.digest.timezone;
  return on === 'off' ? { kind: 'exemption-over', member } : { kind: 'exempted', member, until, timezone };
}
