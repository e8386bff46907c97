import type { Answer } from '../../core/model/answer.js';
import type { Activity } from '../../core/model/activity.js';
import { parseActivity } from '../../core/command/activity.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { moveActivity, type Moved, toldOfApplication } from '../conduct/activities.js';
import { personOf, stageAll } from '../record.js';
import type { Call, Command } from './command.js';

const LONGEST_SUMMARY = 1000;

export const activity: Command = {
  names: ['活动', 'activity'],
  least: 'member',
  usage: '/活动 申请 名称 日期|批准 编号|不批 编号|总结 编号 内容',
  summary: '活动的申请、批准和总结',
  run(call) {
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(call.rest) ?? [];
    if (word === '' || ['列', 'list'].includes(word)) return listed(call);
    if (['申请', 'apply'].includes(word)) return applied(call, rest);
    if (['批准', 'approve'].includes(word)) return decided(call, rest, 'approved');
    if (['不批', '驳回', 'decline'].includes(word)) return decided(call, rest, 'declined');
    if (['总结', 'summary'].includes(word)) return summarised(call, rest);
    return Promise.resolve({ kind: 'usage', usage: activity.usage });
  },
};

async function listed({ desk, state }: Call): Promise<Answer> {
  const activities = await desk.deps.store.openActivities(state.group.id);
  return { kind: 'activities', activities, timezone: state.settings.digest.timezone };
}

async function applied({ desk, state, actorId, at }: Call, rest: string): Promise<Answer> {
  const { timezone } = state.settings.digest;
  const read = parseActivity(rest, at, timezone);
  if (read === null)
    return { kind: 'usage', usage: '/活动 申请 名称 日期,比如 /活动 申请 秋季登山 10月17日 18:00' };
  const { name: applicantName } = await personOf(desk.deps, state.group.id, actorId);
  const fresh = { ...read, groupId: state.group.id, applicantId: actorId, applicantName, at };
  const made = await desk.deps.store.transaction(async (records) => {
    const added = await records.addActivity(fresh);
    const data = { activity: added.id, status: 'applied' };
    await records.audit({ at, actor: actorId, kind: 'activity', groupId: added.groupId, data });
    const told = toldOfApplication(desk.deps, state, added);
    return { added, planned: await records.plan(stageAll(state, told, at), null, at) };
  });
  desk.dispatch.add(made.planned);
  return { kind: 'activity', activity: made.added, timezone };
}

async function decided(call: Call, rest: string, to: 'approved' | 'declined'): Promise<Answer> {
  if (!isAtLeast(call.role, 'admin')) return { kind: 'refused', least: 'admin' };
  const found = await named(call, rest);
  if (found === null)
    return { kind: 'usage', usage: `/活动 ${to === 'approved' ? '批准' : '不批'} 编号,编号看 /活动` };
  if (found.status !== 'applied') return listed(call);
  return move(call, { activity: found, to, actorId: call.actorId, summary: '', at: call.at });
}

/** By whoever applied, or an administrator. */
async function summarised(call: Call, rest: string): Promise<Answer> {
  const found = await named(call, rest);
  const summary = rest
    .replace(/^\d+\s*/u, '')
    .trim()
    .slice(0, LONGEST_SUMMARY);
  if (found === null || summary === '') return { kind: 'usage', usage: '/活动 总结 编号 内容' };
  if (found.applicantId !== call.actorId && !isAtLeast(call.role, 'admin'))
    return { kind: 'refused', least: 'admin' };
  if (found.status !== 'approved') return listed(call);
  return move(call, { activity: found, to: 'summarised', actorId: call.actorId, summary, at: call.at });
}

async function named({ desk, state }: Call, rest: string): Promise<Activity | null> {
  const number = /^\d{1,9}/u.exec(rest)?.[0];
  const found = number === undefined ? null : await desk.deps.store.activity(Number(number));
  return found?.groupId === state.group.id ? found : null;
}

async function move(call: Call, moved: Moved): Promise<Answer> {
  const planned = await moveActivity(call.desk.deps, call.state, moved);
  if (planned === null) return listed(call);
  call.desk.dispatch.add(planned);
  const { timezone } = call.state.settings.digest;
  return { kind: 'activity', activity: { ...moved.activity, status: moved.to }, timezone };
}
