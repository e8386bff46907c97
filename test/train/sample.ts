import { byCharacters, type Channel } from '../../src/core/judge/channel.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import type { Example } from '../../src/train/example.js';
import { expandAll } from '../../src/train/expand.js';
import { parseGrammar } from '../../src/train/grammar.js';
import { train, type Trained } from '../../src/train/train.js';

export const FOLDING = makeFoldTable();

const OFFERS = `类别: advertising
数量: 120
[货]
面膜、口红、手表、茶叶、奶粉
[联系]
加微信、私聊我、电话联系
[句]
{货}全场半价{联系}
{货}厂家直销,{联系}
厂家直销{货},今天半价
全场{货}直销半价,{联系}`;
const TALK = `类别: benign
数量: 120
[事]
吃饭、开会、爬山、看电影、打球
[句]
明天一起{事}吗
我的面膜用完了,{事}
{事}去了,晚点说`;

/** A small world: offers and ordinary talk. */
export function sampleExamples(): readonly Example[] {
  return expandAll([parseGrammar('offers.txt', OFFERS), parseGrammar('talk.txt', TALK)]);
}

export function trainSample(channel: Channel = byCharacters(FOLDING)): Trained {
  return train(sampleExamples(), {
    channel,
    rows: 1024,
    review: 0,
    confirm: 0,
    contrast: 0.06,
    twins: 0,
    contrastConfirmed: 0,
    twinsConfirmed: 0,
    allowed: {},
    benign: [],
  });
}
