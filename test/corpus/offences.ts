import type { ContentCategory } from '../../src/core/model/category.js';

/** `confirmed`: unmistakable, may lead to a punishment. `suspected`: a person must look. All lines are written by us. */
export interface Offence {
  readonly category: ContentCategory;
  readonly certainty: 'confirmed' | 'suspected';
  readonly text: string;
}

function offences(
  category: ContentCategory,
  certainty: Offence['certainty'],
  texts: readonly string[],
): readonly Offence[] {
  return texts.map((text) => ({ category, certainty, text }));
}

export const OFFENCES: readonly Offence[] = [
  ...offences('advertising', 'confirmed', [
    '自家面膜厂家直销，买一送一，需要的加微信 meimei2020',
    '正宗阳澄湖大闸蟹限时特惠，五只装只要128元，订购热线13812345678',
    '高仿名表现货包邮，假一赔十，加v：biao8866',
    '春季减肥茶特价招代理，有意者加我微信jf123456',
    '【某某女装旗舰店】全场5折包邮，点击 http://t.cn/abc123 抢购 退订回T',
    '抖音代发，一条五块，日结，要做的加我',
    '新楼盘首付十万起，精装现房，欢迎来电',
    '驾校暑期优惠，学车立减500元，咨询电话：027-88886666',
  ]),
  ...offences('advertising', 'suspected', [
    '抖音代发的私聊',
    '长期收微信号，高价回收，私聊',
    '厂家直销实木家具，量大从优',
  ]),
  ...offences('fraud', 'confirmed', [
    '尊敬的用户，您的工商银行电子密码器今日失效，请登录 http://icbc-x.top 升级',
    '您好，我是京东客服，您误开通了会员自动扣费，请下载会议软件共享屏幕，按我的指示操作',
    '您涉嫌洗钱，请把资金转到安全账户配合调查，不要告诉家人',
    '高价收银行卡四件套，长期合作',
  ]),
  ...offences('fraud', 'suspected', [
    '在家兼职刷单，日赚300，有手机就能做，加我微信',
    '无抵押贷款，凭身份证当天放款，有需要联系我',
    '老师带单，稳赚不赔，免费进群领取牛股',
    '宝妈学生都可以做，一天两三百，轻松赚，私我',
  ]),
  ...offences('gambling', 'confirmed', [
    '澳门百家乐线上开户，注册送彩金88元，网址 abc888.top',
    '时时彩计划群，精准特码，加微信 lucky6688 领取',
    '真人荷官在线发牌，首存送100%，提款秒到 www.yyy777.com',
    '普通扑克分析仪，现场看效果，电话13700001111',
  ]),
  ...offences('gambling', 'suspected', [
    '炸金花群，来的加我',
    '牛牛龙虎金花，要玩的来',
    '送彩金的台子，找我要链接',
  ]),
  ...offences('pornography', 'confirmed', [
    '酒店上门服务，学生妹空姐模特，满意付款，电话13655556666',
    '莞式一条龙全套服务，加微信 abc5566 预约',
    '迷奸药无色无味，货到付款',
  ]),
  ...offences('pornography', 'suspected', ['同城约炮的私聊', '看片加我，资源很多', '裸聊一对一，加q']),
  ...offences('insult', 'confirmed', ['你这个傻逼', '你就是个畜生', '你个狗东西，滚']),
  ...offences('insult', 'suspected', ['操你妈', '傻逼东西', '你全家死光', '你脑子有病吧']),
  ...offences('illegal-goods', 'confirmed', ['本公司长期代开各行业发票，验证后付款，电话13512345678']),
  ...offences('illegal-goods', 'suspected', ['办毕业证、驾驶证、刻章，加微信zj998877']),
  ...offences('cult', 'confirmed', ['诚念法轮大法好，三退保平安']),
  ...offences('secrets', 'suspected', ['文件头上写着：秘密★5年']),
  ...offences('unsafe-link', 'suspected', [
    '点这个更新 http://45.77.12.8/login',
    '下载 http://a.example.com/x.apk 安装',
  ]),
  ...offences('induced-sharing', 'suspected', ['帮我砍一刀，就差你了']),
];

/** The same offences in disguise: what folding alone must see through. */
export const DISGUISED: readonly Offence[] = [
  ...offences('gambling', 'confirmed', [
    '澳門百家樂線上開戶，註冊送彩金',
    '线 上 开 户，注 册 送 彩 金',
    '线*上*开*户 送.彩.金',
    '线\u200b上\u200b开\u200b户送彩\u200b金',
  ]),
  ...offences('insult', 'confirmed', ['你这个ＳＢ', '你是S.B']),
  ...offences('pornography', 'suspected', ['同😀城约😀炮的私聊', '約炮']),
];
