import type { OperatingTelling } from '../../model/telling/operating.js';
import { nameOf } from '../mask.js';
import type { Texts } from '../texts.js';
import { shownTime } from '../when.js';

export const OPERATING_TELLINGS: Texts<OperatingTelling> = {
  'records-stopped': ({ groupName }) =>
    `我的记录本暂时写不进去,“${nameOf(groupName)}”我先只看着:不提醒,也不移出谁。管机器人的人已经收到通知,恢复了我会告诉您。`,
  'records-not-now': () => '我的记录本暂时写不进去,您刚才这条我没能处理。请过一会儿再发一次,谢谢。',
  'records-again': ({ groupName, from, lost, timezone }) =>
    `记录恢复了,“${nameOf(groupName)}”我照常管。从${shownTime(from, timezone)}到刚才,有${lost}件事没能记下,也没有处理;您方便时请翻看一下那段时间的消息。`,
};
