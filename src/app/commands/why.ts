import type { Outcome } from '../../core/model/outcome.js';
import type { SettledAction } from '../../ports.js';
import type { SilentRule } from '../../core/model/answer.js';
import { besides } from '../open-questions.js';
import type { Call, Command } from './command.js';
import { namedCase } from './which-case.js';

export const why: Command = {
  names: ['为什么', 'why'],
  least: 'member',
  usage: '/为什么 编号',
  summary: '一件案件的依据:规则、字词、条款、处置',
  numbered: true,
  async run(call) {
    const named = await namedCase(call);
    if (named.kind === 'answer') return named.answer;
    const { deps } = call.desk;
    const isMessage = named.case.subject.startsWith('message:');
    const fired = new Set(named.case.findings.map((finding) => finding.rule));
    return {
      kind: 'why',
      why: {
        case: named.case,
        joined: await besides(deps.store, named.case),
        events: await deps.store.caseEvents(named.case.id),
        actions: (await deps.store.outcomesOfCase(named.case.id)).map(viewOf),
        silent: isMessage ? silentOf(call, fired) : [],
        timezone: call.state.settings.digest.timezone,
      },
    };
  },
};

/** Every rule that looked at the message and found nothing. */
function silentOf({ desk, state }: Call, fired: ReadonlySet<string>): readonly SilentRule[] {
  const { observedRules, conduct } = state.settings;
  return desk.deps.rules
    .map(({ id }) => id)
    .filter((id) => !fired.has(id))
    .map((rule) => {
      if (observedRules.includes(rule)) return { rule, why: 'probation' };
      return { rule, why: rule === 'off-topic' && conduct.offTopic.length === 0 ? 'off' : 'looked' };
    });
}

/** An action and what came of it, in a person's words. */
export function viewOf({ planned, outcome }: SettledAction): { kind: string; state: string } {
  const shadow = planned.stage === 'shadow' ? '(观察,未发出)' : '';
  return {
    kind: KINDS[planned.action.kind],
    state: `${outcome === null ? '等待中' : stateOf(outcome)}${shadow}`,
  };
}

const KINDS: Readonly<Record<SettledAction['planned']['action']['kind'], string>> = {
  introduce: '自我介绍',
  warn: '提醒本人',
  remove: '移出',
  'removal-notice': '告知群',
  'removal-report': '告知群主',
  request: '请群主定夺',
  alert: '报告群主',
  'notice-note': '告知群(尚未核实)',
  'notice-advice': '告知发布人',
  'notice-cleared': '告知群(不算违规)',
  'card-note': '名片提示',
  'card-roll': '名片提示(多人)',
  reversed: '告知本人撤销',
  reply: '答复',
  digest: '周报',
  tell: '告知',
  recall: '撤回消息',
  rename: '改群名',
  announce: '发群公告',
  invite: '邀请入群',
  report: '上报组织',
  accept: '接受邀请',
};

function stateOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'done':
      return '已完成';
    case 'refused':
      return outcome.reason === 'no-right' ? '没有权限' : '没办成';
    case 'cancelled':
      return '已取消';
    case 'uncertain':
      return '不确定是否发出';
  }
}
