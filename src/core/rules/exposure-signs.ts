import { FULL_NAME, SURNAME } from './person-name.js';

// What tells that a text is about somebody else, and gives them away: ways of saying it. exposure.ts joins them.

/** Any of the ways of saying it. */
function oneOf(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'), 'u');
}

const BOUNDARY =
  '(?=[的,，:：;；。、\\s\\d(（]|家住|现住|住|就是|上家|月薪|工资|欠|借|骗|偷|被|在|离婚|怀孕|电话|手机|号码|是|$)';
/** Somebody else: by name, by office, or by what they are to whom. */
export const PERSON = oneOf(
  // By name.
  `(?:(?<!\\p{Script=Han})|(?<=[是叫主]|[件卡户]人))${FULL_NAME}${BOUNDARY}`,
  '(?:真名|名叫|名字叫?|叫[做他她]?|姓名[:：]?|那个叫|骗子叫?)\\s?["“]?\\p{Script=Han}{2,3}',
  `姓${SURNAME}|${SURNAME}某\\p{Script=Han}?|${SURNAME}(?:先生|女士|小姐|太太)`,
  // By office.
  `${SURNAME}(?:科长|局长|主任|校长|会长|院长|书记|处长|医生|老师|老板|总)|护士长`,
  '(?:老板|领导|校长|院长|局长|主任|经理|房东|班主任)(?:的?(?:私人|家庭|家|老婆|手机)|住)',
  // By what they are to whom, or are said to be.
  '[他她](?:老婆|老公|爱人|媳妇|女儿|儿子|爸|妈|对象|家)?|前[妻夫任]|前(?:女|男)友|室友|同事|邻居|工位|病人|患者|小朋友',
  '老赖|小三|渣[男女]|骗子|车主|发帖的人|举报(?:人|的)|投诉我的',
);
/** That it is exposed, or that people are set on them. */
export const REVEALED = oneOf(
  // Who somebody really is.
  String.raw`真名|真实姓名|实名叫|三次元|现实里叫|本名|人肉|查到了|查出来|摸清|扒(?:出|了|一扒)|曝光|爆料|挂出来|挂一下|就是[他她]|底细|隔壁工位`,
  // Their money, family and past.
  String.raw`信用分|欠(?:钱|我|账|债)|老赖|小三|出轨|同居|偷情|劈腿|渣[男女]|骗子|证据确凿|流产|离过婚|单身|密码|余额|工资|月薪|低保|单亲|无业|残疾|离异|离婚|怀孕|坐过牢|前科`,
  // Where they are, and when.
  String.raw`行踪|一个人在?家|就[他她]一个人|行程|户籍|开房|家里没人|独居|几点[到回]家|每天.{0,8}(?:回家|下班|出门|接孩子|经过)|[早晚]\S{0,4}点.{0,12}(?:家出来|下班|健身|回来)`,
  // What was not meant to be passed on.
  String.raw`卖\S{1,6}的(?:可以)?(?:联系|打)|(?:悄悄|偷偷|背着[他她])加|没经过[他她]|别告诉[他她]|找不到[他她]|问[他她]自己|自己去问|懂的|名单发给大家|私人(?:手机|电话|号)|家(?:里|庭)电话|别说是?我|大家存|加[他她]|泄露|流出|偷拍|没打码`,
  // People set on them.
  String.raw`轰炸|打爆|天天打|打烦|烦死[他她]|光棍们|骚扰|都去打|都打|去打[他她]|半夜打|晚上打|骂死|替我骂|帮我骂|骂[他她]|欠网贷|打[他她].{0,4}电话|讨说法|直接去|拉黑[他她]|不给钱|天天退货|打效果|堵[他她门]|蹲[他她]|去闹|闹[他她]|上门找|举报|投诉我|告我|告的状|不接(?:电话)?[她他]?就|呼死|(?:就一直|不停地?)打|打电话[轰骂闹]|轰[他她]|[要去]堵[他她门人]|要堵就|你们看着办|别放过|认准[他她]|别做[他她]生意|随便打|打给[他她]|[催逼]债`,
);
/** Whose number or place is given on purpose, and for everybody. */
export const OPEN =
  /客服|接站|会务|失主|认领|寻人|走失|走丢|警方|民警|派出所|辟谣|反诈|请致电|欢迎来电|欢迎光临|我(?:家|的|们)?(?:住|地址|搬|电话|手机)|我是|本人|新闻|法院|通缉|悬赏|怎么办|已经?报警/u;
/** The same, unless people are set on somebody. */
export const SERVICE = /联系人|报名|值班|快递|外卖|收件|门店|诊所|酒店|饭店|餐厅|导航/u;
export const AIMED =
  /曝光|人肉|投诉我|举报我|老赖|打爆|轰炸|都去打|都打[他她]|半夜打|骂死|替我骂|帮我骂|堵[他她门]|小三|渣[男女]|骗子|骚扰[他她]|不给钱|天天退货|买假货|拉黑[他她]|都给[他她]打|大家骂/u;
export const HEALTH =
  /(?:病历|体检报告|体检结果|化验单|诊断书|检查结果|病例本|住院记录|体检异常|异常名单|阳性名单|心理咨询记录|心理测评)[\s\S]{0,40}?(?:乙肝|大三阳|小三阳|梅毒|艾滋|HIV|性病|淋病|抑郁|躁郁|精神分裂|癌|肿瘤|白血病|流产|怀孕|不孕|肝炎|尖锐湿疣|糖尿病|重度|阳性|自残|自伤|割腕|轻生|自杀未遂|舍曲林)/u;
/** Somebody pointed at by what they suffer from. */
export const SUFFERER = new RegExp(
  `(?:艾滋|梅毒|乙肝|性病|精神病|肺结核|麻风)病?(?:人|患者|携带者)(?:(?:叫|就住|住在?)[^，。？?不\\s]{2,}|就?是${FULL_NAME}${BOUNDARY})`,
  'u',
);
export const HEALTH_OF = /(?:住院|病房|科室).{0,12}(?:小朋友|病人|患者|床)/u;
export const OWN_HEALTH =
  /我(?:的|妈|爸|自己|家)?.{0,4}(?:病历|体检|化验|检查)|怎么看|帮我看|正常吗|挂什么科|讲座|科普/u;
export const PASSPORT =
  /护照号?[码]?[:：是]?\s?[A-Z]{1,2}\d{7,8}|护照[^\n]{0,30}?(?<![A-Z\d])[DEGHPS][A-Z]?\d{7,8}(?!\d)/iu;
/** That it was read where it was not meant to be read. */
export const TAKEN =
  /(?:快递|外卖|挪车|登记|报名|签到|档案|病历|系统|后台|[表单牌卡册])\S{0,4}?(?:上写的?|里写的?|看到的|看见的|翻到的?|查到的?|抄来?的|拍到?的|记下)|[从在]\S{1,10}(?:看到|看见|翻到|抄到|搞到|弄到|扒到|套到)|内部人?透露|透露(?:的|给)|偷[看抄记]/u;
/** Records that only who kept them, or the person, can have. */
export const RECORDS =
  /学籍号\s?[A-Z]?\d{10,}|(?:名单|公示表|信息表|花名册|登记表|统计表)\s?[(（][^)）]{0,12}(?:身份证|住址|电话)|户口本.{0,6}户主|户主.{0,8}[,，]\s?妻|准考证号?\D{0,2}\d{8,}|(?:病历|住院|门诊)号\s?\d{5,}|(?:开房|住宿|入住|打车|通话|就诊|出入境|网购|购票)记录[:：]/iu;
/** How somebody else's account is opened, and part of their ID number. */
export const KEYS =
  /(?:学号|账号|QQ号|教务|支付宝|邮箱|门禁).{0,8}密码.{0,4}[\w]{6,}|(?:门锁|大门|家门|保险柜|锁屏)密码\D{0,3}\d{4,8}|身份证号?(?:后|末)[四六]位\D{0,3}\d{4,6}/u;
/** A number plate. */
export const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/u;
export const PARTIAL = /(?<!\d)1[3-9]\d{2,6}(?!\d).{0,12}(?:后面|剩下|尾号|后四位|另外)\D{0,4}\d{3,8}/u;
export const PLACE =
  /\d{1,4}\s*(?:栋|幢|号楼|座|单元|#)\s*(?:\d{1,2}\s*单元\s*)?(?:\d{2,4}|\d{1,2}号)|\d{1,3}-\d{3,4}(?!\d)|\d{3,4}房|[路街道巷村弄]\d{1,4}号|\d{1,3}排\d{1,3}号/u;
/** An address as it stands in a register. */
export const REGISTERED = /家庭住址|户籍地|住址[:：]|家地址[:：]/u;
export const WORKPLACE =
  /在\S{2,10}(?:上班|教书|工作|上学|读书|住院|读[高初大研][一二三四]?)|\S{2,6}[小中]学?\S{0,2}年级|高[一二三].{0,3}班/u;
export const GATE =
  /\d[^\d\n]?\d|[\uff10-\uff19]{2}|[零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{4}|病历|体检|化验|诊断|行踪|真名|每天|天天|行程|心理|离异|双亡|服刑|孤儿|贫困|残疾/u;
/** Whose family somebody's is, and what they do day by day: where to wait for them. */
export const FAMILY_OF = new RegExp(
  `${SURNAME}\\p{Script=Han}{0,2}(?:老师|总|主任|局长?|处长?|科长?|院长|校长|老板|医生|书记)的?(?:儿子|女儿|孩子|老婆|老公|爱人|爸|妈)`,
  'u',
);
export const ROUTINE = /(?:每天|天天|每晚|每周.)[^，。]{0,12}(?:[接送停]|放学|回家|下班|经过|跑步|遛狗)/u;
export const TRIP = /(?:行程|航班|车次|高铁|[GDCKZ]\d{2,4}).{0,30}住\S{1,12}?\d{3,4}(?:房|室|号)/u;
export const WAITED = /[堵蹲拦截]/u;
/** A pupil or student, and where. */
export const STUDIES = /在\S{2,10}读[高初小大研][一二三四五六]/u;
/** Where somebody else lives. With their number beside it, that is enough. */
export const RESIDES =
  /家住|住在|现居|现住|居住于|住址|家庭住址|租住|独居|的家在|家的地址|家地址|家在|上班|,?住\p{Script=Han}{2,10}(?:区|路|街|栋|号|城|园|道)/u;
export const SOMEBODY = /[他她]|那[位个]|学籍|这个|[这那][女男]|某|员工|小妹|昵称|群友|[男女]，/u;
