/** What speaks against a notice. `weight` is taken off per match, at most `most` in all. */
export interface CounterSign {
  readonly why: string;
  readonly weight: number;
  readonly most: number;
  readonly pattern: RegExp;
  /** A long text may hold the sign by chance: its weight shrinks with the length. */
  readonly inShortText: boolean;
}

const COUNTER_SIGNS: readonly CounterSign[] = [
  {
    why: '是在提问',
    weight: 2.4,
    most: 3.6,
    inShortText: true,
    pattern:
      /[?？]\s{0,4}$|(?:吗|么|没有|了没|呢)[。!！~～\s]{0,4}$|请问|谁有|谁知道|有人知道|有没有人|是真的|是不是|真的假的|求助|想问|问一下|怎么回事|什么意思/gu,
  },
  {
    why: '是在道谢',
    weight: 1.8,
    most: 1.8,
    inShortText: true,
    pattern:
      /^[^\n]{0,6}(?:谢谢|感谢|多谢|辛苦)(?!大家配合)|(?:谢谢|感谢|多谢|辛苦)(?:群主|老师|分享|提醒|告知|通知|学长|学姐|会长|秘书长)/gu,
  },
  {
    why: '是在谈论通知',
    weight: 1.8,
    most: 3.6,
    inShortText: true,
    pattern:
      /(?:收到|看到|接到|看了|看见|看过|等|没有|没|有没有|发|出|刚才|刚刚|那个|那条|那份|这个|这条|哪个|上次|昨天|什么|啥|说好的|上面的?|你们|群里|转发了?|写|像)(?:的|了|个|份|条|学校的?|群里的?|官方|正式|总会的?|分会的?|校友会的?|任何|入学|录取){0,2}(?:通知|公告)(?!如下)|(?:通知|公告)(?:看|收到|说|里|上说|上写|是真|是假|出来|发了|发出|都?已经?发|还没|不是|呢|吗|了吗|我|你|他|她|一声|下(?!发)|一下(?![:：大各])|书|栏|没|倒是|真是|怎么|太|也|就|中说|的事|写得|内容)|不(?:用|要|必|再)?通知/gu,
  },
  {
    why: '是在转述报道',
    weight: 2.2,
    most: 5.5,
    inShortText: false,
    pattern:
      /据[^\n，。]{0,16}(?:报道|消息|悉|介绍|通报|了解)|记者|讯[）】)]|(?:发布|下发|发出|印发)[^\n。，]{0,8}(?:公告|通知|通告)[，,。]|(?:公告|通知|通告|通报)称|\/\/\s?@|转发微博|t\.cn\/|超话|#[^#\n]{2,40}#|微博|网友/gu,
  },
  {
    why: '是在引用别人的话',
    weight: 1.6,
    most: 1.6,
    inShortText: true,
    pattern:
      /^\s{0,4}[“"「『>]|(?:说|写道|原话是?|问|回复?了?)[:：，,]?\s?[“"「『]|他说|她说|群主说|老师说|会长说|听说|好像/gu,
  },
  {
    why: '是在引用一句话',
    weight: 3,
    most: 3,
    inShortText: false,
    pattern: /^\s{0,4}[“"「『][^\n”"」』]{6,}[”"」』][^\n]{2,30}$/gu,
  },
  {
    why: '是闲聊的口气',
    weight: 0.7,
    most: 2.8,
    inShortText: true,
    pattern:
      /哈哈|呵呵|嘻嘻|嘿嘿|哎|唉|卧槽|尼玛|亲爱的(?!各位|同学|校友|会员|家长|业主)|老婆|爸|妈(?!妈)|[嘛啦噢呗呀哇喽咯]|[吧呢啊哦](?=[，。,！!~～\s]|$)|我(?![校会院们国部司区县省市社局处班办])|咱|兄弟|师傅|笑死|无语/gu,
  },
  {
    why: '是私人的请帖或喜讯',
    weight: 3,
    most: 4.5,
    inShortText: true,
    pattern:
      /请柬|请帖|婚礼|结婚(?!证)|喜宴|喜酒|满月|百日宴|寿宴|新婚|乔迁|我家|我老家|本人|生日(?!会)|小弟|求(?:祝福|红包|领养|推荐)/gu,
  },
  {
    why: '只对一个人说',
    weight: 1.6,
    most: 1.6,
    inShortText: true,
    pattern: /请你(?!们)|^@(?!所有|全体|all)\S{1,12}\s|您好[,，]我是/gu,
  },
  {
    why: '是在附和',
    weight: 2,
    most: 2,
    inShortText: true,
    pattern:
      /^[^\n]{0,2}(?:支持|同意|赞成|拥护|反对)(?!.{0,20}(?:辞去|聘任))|^[^\n，,]{0,6}已(?:交|转|缴|缴费|填|接龙|报名|打卡|阅)(?:了|$|[，,。])/gu,
  },
  {
    why: '是推销的口气',
    weight: 1,
    most: 4,
    inShortText: false,
    pattern:
      /优惠|特价|促销|折扣|[\dx一二三四五六七八九]折|代理|代办|贷款|抽(?:大)?奖|大奖|礼品|免费试听|加(?:微|v|q|我)|回复?t|退订|招商|楼盘|置业|㎡|元起|现货|包邮|批发|招生|名额有限|新品|上市|专卖|[巨钜]惠|返现|送\d|送x|全场|开盘|旺铺|领奖|中奖|先生|女士|亲[，,]|本店|我店|商场|顾客|新老客户|品牌|豪礼|购买|直降|秒杀|会所|门票价|价格|开班|开课|开售|火爆|补习|辅导(?!员)|来电|报价|放价|任性|抢购|热线/giu,
  },
];

/** A text of this length or less takes a counter-sign at full weight. */
const SHORT_UNITS = 90;

/** What the text is charged with, and why. */
export function counterWeight(text: string): { readonly weight: number; readonly why: readonly string[] } {
  const shrink = Math.min(1, SHORT_UNITS / Math.max(1, text.length));
  const why: string[] = [];
  let weight = 0;
  for (const sign of COUNTER_SIGNS) {
    const count = text.match(sign.pattern)?.length ?? 0;
    if (count === 0) continue;
    weight += Math.min(sign.most, count * sign.weight) * (sign.inShortText ? shrink : 1);
    why.push(sign.why);
  }
  return { weight, why };
}
