/** Made-up chat of an alumni group: sentences of our own, filled in by a fixed pseudo-random sequence. */
const SENTENCES = [
  '{p}今天{d}有空吗,一起去{c}吃饭',
  '谢谢{p},资料收到了',
  '{c}的同学{d}聚一聚吧,我来订位置',
  '刚到{c},堵车堵了一个小时',
  '{p}你那本{m}的书还在吗',
  '好的好的',
  '哈哈哈哈这也太巧了',
  '我是{m}的,毕业都二十年了',
  '{d}的返校活动几点开始',
  '请问{c}有做{m}的校友吗,想请教一个问题',
  '收到',
  '照片我晚上整理好发相册',
  '{p}生日快乐,健康平安',
  '孩子今年高考,想报{m},大家有什么建议',
  '食堂的热干面现在多少钱一碗了',
  '{c}今天下雨了,大家出门带伞',
  '老师身体还好吗,代我问好',
  '这个周末我在{c}出差,有人约球吗',
  '高铁票改签了,{d}晚上到',
  '同意{p}说的,先把名单定下来',
  '地铁口那家店搬走了,现在改成书店',
  '昨晚睡得太迟,早上起不来',
  '{p}把会议时间改到{d}下午三点',
  '停车场满了,我在路边等你们',
  '当年宿舍楼下的梧桐树还在',
  '这道题我算出来是二十四',
  '谁有{c}到{c}的顺风车',
  '家里老人腿脚不便,电梯终于装好了',
  '我投{p}一票',
  '篮球赛{d}在体育馆,带好水',
  '刚查了天气预报,{d}降温十度',
  '{m}专业今年扩招,分数线可能要降',
  '不客气,应该的',
  '路上慢点,到了报个平安',
  '儿子会叫爸爸了,高兴得一夜没睡',
  '实验室的钥匙放在传达室',
  '图书馆几点关门',
  '请假条交给{p}就行',
  '{c}的樱花开了吧',
  '论文初稿写完了,麻烦老师看看格式',
  '晚饭吃什么,外卖还是食堂',
  '羽毛球拍忘在更衣室了,哪位同学看见',
  '医生说没大碍,多休息几天',
  '{d}聚餐每人先交八十,多退少补',
  '那年军训下雨,全班在走廊里唱歌',
  '快递放门卫了,有空去取',
  '这张合影里第二排左边是谁',
  '明早八点校门口集合,不要迟到',
  '最近忙得团团转,改天细聊',
  '视频卡住了,你说话断断续续的',
];
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  p: ['老王', '小李', '张伟', '刘老师', '陈姐', '班长', '师兄'],
  d: ['周六', '明天', '下周三', '国庆', '这周末', '月底'],
  c: ['武汉', '北京', '上海', '深圳', '成都', '杭州', '广州', '西安'],
  m: ['食品科学', '会计学', '土木工程', '机械', '化学', '英语', '计算机'],
};
const ADVERTISEMENTS = [
  '全场{m}教材五折优惠,诚招代理,加微信 abc{n} 下单',
  '{c}本地装修建材特价,满减活动,私聊我加微信 vx{n}',
  '招兼职刷单,日结三百,先垫付后返佣,加微信 wx{n}',
  '正规平台提现快,注册送彩金,百家乐时时彩,网址 www.k{n}.cc',
];

/** The same sequence each time: a linear congruential generator (Numerical Recipes). */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export function ordinary(dice: (sides: number) => number): string {
  return fill(SENTENCES[dice(SENTENCES.length)] ?? '', dice);
}

export function advertisement(dice: (sides: number) => number): string {
  return fill(ADVERTISEMENTS[dice(ADVERTISEMENTS.length)] ?? '', dice);
}

function fill(sentence: string, dice: (sides: number) => number): string {
  return sentence.replaceAll(/\{([a-z])\}/gu, (_whole, slot: string) => {
    if (slot === 'n') return String(10_000 + dice(80_000));
    const words = SLOTS[slot] ?? [];
    return words[dice(words.length)] ?? '';
  });
}
