import type { Message } from '../model/message.js';
import type { OffTopicKind } from '../policy/conduct-settings.js';
import { isOfDomains, linkedBy } from './linked.js';

/** Something that does not belong into a group for work (clause 3.18), and where it stands in the text. */
export interface OffTopic {
  readonly what: OffTopicKind;
  readonly start: number;
  readonly end: number;
}

/** Shops, videos, games, gossip: nobody's work, but for those whose domains the owner lets through. */
const LEISURE =
  'douyin.com iesdouyin.com kuaishou.com xiaohongshu.com xhslink.com bilibili.com b23.tv weibo.com weibo.cn ' +
  'iqiyi.com youku.com v.qq.com mgtv.com huya.com douyu.com taobao.com tmall.com tb.cn jd.com 3.cn pinduoduo.com ' +
  'yangkeduo.com vip.com suning.com dewu.com goofish.com meituan.com dianping.com ele.me toutiao.com ixigua.com ' +
  'zhihu.com game.qq.com pvp.qq.com mihoyo.com taptap.cn steampowered.com music.163.com y.qq.com douban.com ' +
  'hupu.com tieba.baidu.com qidian.com fanqienovel.com lianjia.com ke.com';
const LEISURE_HOSTS = LEISURE.split(' ');
/** Where articles are forwarded from. */
const ARTICLES = [
  'mp.weixin.qq.com',
  'toutiao.com',
  'm.toutiao.com',
  'thepaper.cn',
  'sohu.com',
  '163.com',
  'ifeng.com',
];

/** Talk of spare time: a game, a show, a meal out, a bargain, a bet on shares. Two words of it, or one that calls others to it. */
const CALLS =
  /(?:有人|谁|大家|一起|来|要不要|约)[^。！？\n]{0,8}(?:打麻将|打牌|斗地主|开黑|上分|吃鸡|王者|原神|K歌|ktv|唱歌去|撸串|喝酒|剧本杀|密室|追剧|拼单|凑单|团购奶茶|点奶茶|砍一刀)|(?:三缺一|五排|上号|开黑吗|吃鸡吗|打排位|帮我砍|拼个单|凑个单)/iu;
const TOPICS =
  /明星|塌房|吃瓜|八卦|绯闻|热搜|追剧|综艺|偶像|演唱会|抽卡|皮肤|上分|排位|段位|带货|直播间|秒杀|优惠券|双十一|满减|种草|拼团|涨停|跌停|大盘|牛股|抄底|彩票|中奖号|星座|运势|相亲|减肥|瘦身|美甲|网红|段子|搞笑视频|宠物|猫咪|遛狗|股票|基金|球赛|世界杯|欧冠|英超|NBA|电影票|奶茶|火锅|烧烤|夜宵|小龙虾/giu;
/** Talk of work holds such words; then it is left alone. */
const WORK =
  /项目|客户|合同|报价|方案|会议|开会|汇报|报表|数据|系统|上线|测试|需求|订单|发货|库存|采购|财务|发票|报销|审批|考勤|排班|值班|领导|部门|公司|同事|培训|团建|工作|任务|进度|截止|材料|附件|邮件|文件|通知|安全|设备|学生|课程|教学|论文|实验|赞助|舆情|宣传|推广|市场|产品/u;

/** What of a message is off-topic among the kinds that are looked for; null for nothing, and always for an empty list. */
export function offTopicOf(
  message: Message,
  kinds: readonly OffTopicKind[],
  domains: readonly string[],
): OffTopic | null {
  if (kinds.length === 0) return null;
  const { text } = message;
  const whole = (what: OffTopicKind): OffTopic => ({ what, start: 0, end: text.length });
  const linked = linkedOf(message, domains);
  if (linked !== null) return kinds.includes(linked) ? whole(linked) : null;
  if (kinds.includes('images') && isPicture(message)) return whole('images');
  if (kinds.includes('articles') && message.kind === 'chat-history') return whole('articles');
  return kinds.includes('chatter') ? chatterIn(text) : null;
}

function linkedOf(message: Message, domains: readonly string[]): 'links' | 'articles' | null {
  const linked = linkedBy(message);
  if (linked === null || linked.kind !== 'link' || isOfDomains(linked.host, domains)) return null;
  if (isOfDomains(linked.host, ARTICLES)) return 'articles';
  // Where the owner has named what is let through, the rest is not; else only what is plainly for spare time.
  return domains.length > 0 || isOfDomains(linked.host, LEISURE_HOSTS) ? 'links' : null;
}

function isPicture({ kind }: Message): boolean {
  return kind === 'image' || kind === 'sticker' || kind === 'video';
}

function chatterIn(text: string): OffTopic | null {
  if (text.length < 4 || WORK.test(text)) return null;
  const call = CALLS.exec(text);
  if (call !== null) return { what: 'chatter', start: call.index, end: call.index + call[0].length };
  const words = Array.from(text.matchAll(TOPICS));
  const different = new Set(words.map(([word]) => word));
  const [first] = words;
  if (different.size < 2 || first === undefined) return null;
  return { what: 'chatter', start: first.index, end: first.index + first[0].length };
}
