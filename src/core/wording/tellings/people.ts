import type { PeopleTelling } from '../../model/telling/people.js';
import { nameOf } from '../mask.js';
import type { Texts } from '../texts.js';

export const PEOPLE_TELLINGS: Texts<PeopleTelling> = {
  'fee-scam': () =>
    '请大家留意:刚才那条收费消息,发的人名字和群主或老师相近,身份还没有核实。请先不要转账、扫码;已经转了的,请尽快联系银行,并拨打 96110。核实后我会在这里说明。',
  'fee-cleared': () => '刚才那条收费消息,群主已经核实,是本人发的。打扰大家了。',
  returned: ({ member, banned }) =>
    `以前移出过的 ${nameOf(member.name)} 又回到群里了${banned ? ',还在封禁名单上。要让这位留下请回 /解封 id:' + member.id : ''}。要移出请用 /移出。`,
  'wrong-branch': ({ member, city, groupName }) =>
    `${nameOf(member.name)} 的名片写的是${nameOf(city)},当地有“${nameOf(groupName)}”。家在本地的校友也可以留在本群,要不要请本人去那边由您定;我没有告诉本人。`,
  admitted: ({ groupName }) =>
    `您加入“${nameOf(groupName)}”的申请已经通过,请留意群邀请;几分钟没收到,请再发 /入群 告诉我。进群后请把群名片改成您发给我的那一行。`,
  'not-admitted': ({ groupName }) =>
    `您加入“${nameOf(groupName)}”的申请这次没有通过。有疑问请联系群主,或发 /找群 城市 看看别的群。`,
  leaving: ({ member, gone }) =>
    gone
      ? `${member.name === member.id ? '一位成员' : nameOf(member.name)} 自己退出了群。`
      : `${nameOf(member.name)} 说想离开这个群,请不必挽留。`,
};
