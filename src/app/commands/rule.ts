import { ruleOfName } from '../../core/wording/names.js';
import { withId, withoutId } from '../id-list.js';
import type { Command } from './command.js';
import { putSetting } from './put-setting.js';

const OBSERVE = /^(观察|observe)$/iu;
const ENFORCE = /^(执行|enforce)$/iu;

/** One rule alone on probation: what it finds is recorded, and nobody hears of it. */
export const rule: Command = {
  names: ['规则', 'rule'],
  least: 'owner',
  usage: '/规则 [名] 观察|执行',
  summary: '一条规则单独试用',
  async run(call) {
    const { settings } = call.state;
    const ids = call.desk.deps.rules.map(({ id }) => id);
    const [word = '', manner = ''] = call.rest.split(/\s+/u);
    const id = ids.includes(word) ? word : ruleOfName(word, ids);
    const { observedRules, doubtedRules } = settings;
    if (id === null) return { kind: 'rules-listed', ids, observed: observedRules, doubted: doubtedRules };
    if (!OBSERVE.test(manner) && !ENFORCE.test(manner)) return { kind: 'usage', usage: rule.usage };
    const isTrial = OBSERVE.test(manner);
    const list = isTrial ? withId(observedRules, id) : withoutId(observedRules, id);
    await putSetting(call, 'rules.observe', list.join(','));
    if (!isTrial && doubtedRules.includes(id))
      await putSetting(call, 'rules.doubted', withoutId(doubtedRules, id).join(','));
    return { kind: 'rule-switched', rule: id, observed: isTrial };
  },
};
