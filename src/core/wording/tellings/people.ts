import type { PeopleTelling } from '../../model/telling/people.js';
import type { Texts } from '../texts.js';

export const PEOPLE_TELLINGS: Texts<PeopleTelling> = {
  'fee-scam': () =>
    '请大家留意:刚才那条收费消息,发的人名字和群主或老师相近,身份还没有核实。请先不要转账、扫码;已经转了的,请尽快联系银行,并拨打 96110。核实后我会在这里说明。',
  'fee-cleared': () => '刚才那条收费消息,群主已经核实,是本人发的。打扰大家了。',
};
