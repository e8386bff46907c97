import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainty, type NoticeOptions } from '../../../src/core/notice/answer.js';
import { detectNotice } from '../../../src/core/notice/detect.js';
import { noticeLine } from '../../../src/core/notice/line.js';

const OPTIONS: NoticeOptions = {
  organisation: { name: '武汉轻工大学校友总会', words: ['武汉轻工大学', '轻工大'] },
};

const detect = (text: string, more: Partial<NoticeOptions> = {}) =>
  detectNotice(text, { ...OPTIONS, ...more });

describe('is it a notice', () => {
  it('empty text: no, and nothing is said about it', () => {
    expect(detect('')).toMatchObject({ notice: false, level: null, subject: null, why: [], evidence: [] });
  });

  it.each([
    ['heading and addressees', '【通知】各位校友:本周六上午九点在东湖宾馆召开年会,请准时参加。'],
    [
      'heading, fee, deadline',
      '【重要通知】各位校友,请于3月10日前缴纳本年度会费200元,扫下方二维码支付,逾期视为退会。',
    ],
    [
      'title line and signature',
      '关于召开2026年校友代表大会的通知\n各校友分会:\n现将有关事项通知如下:时间5月1日。\n武汉轻工大学校友总会\n2026年4月1日',
    ],
    ['signed in one line', '各位校友:分会定于5月4日举行登山活动,请踊跃报名。北京校友分会 2026年4月20日'],
    ['document number', '校友发〔2026〕3号\n关于规范校友微信群管理的通知\n各分会:请遵照执行。'],
    ['resolved after study', '经校友会理事会研究决定,本群自5月1日起停用,请全体校友扫码加入新群。'],
    ['herewith notified', '因场地检修,原定周日的迎新活动延期一周举行,特此通知。'],
    ['everyone mentioned, form', '@所有人 接学校通知,请全体校友于今晚8点前填写信息登记表,收到请回复。'],
    [
      'forged system upgrade',
      '【系统升级公告】校友平台升级,请各位校友点击链接重新认证身份,逾期账号将被冻结:http://a.example/x',
    ],
    [
      'forged certification, no heading',
      '各位校友:因学校数据库升级,请尽快点击下方链接重新登记学籍信息,未完成认证的将移出本群。',
    ],
    [
      'forged certification, whole group',
      '@所有人 本群即将进行实名核验,请大家于今晚24点前点击链接完成认证,未按时完成的将被清退!',
    ],
    [
      'company',
      '关于国庆节放假安排的通知\n公司各部门:\n根据国家规定,现将放假时间安排如下:10月1日至7日。\n行政部\n2026年9月20日',
    ],
    [
      'property management',
      '停水通知\n尊敬的各位业主:因管网抢修,本小区将于明日8时至18时停水,请提前储水,给您带来不便敬请谅解。\n阳光物业服务中心\n2026年7月3日',
    ],
    ['neighbourhood', '社区公告:各位居民,请于本周五前到居委会登记疫苗接种信息,谢谢配合。'],
    [
      'school to parents',
      '各位家长:您好!为做好开学准备工作,请于8月30日前在班级群内填写健康问卷。如有疑问请联系班主任。',
    ],
    [
      'parents, material fee',
      '【缴费通知】各位家长,本学期资料费260元,请于今天下午5点前扫码支付,截止后系统关闭。',
    ],
    ['exam', '关于2026年上半年英语四六级报名的通知\n各位同学:报名时间3月15日至20日,逾期不予补报。'],
    [
      'integrity',
      '中秋国庆将至,为进一步加强作风建设,现将廉洁过节有关要求通知如下:一、严禁公款送礼。二、严禁违规宴请。',
    ],
    [
      'public notice of names',
      '拟发展对象公示\n现将拟发展对象名单公示如下:张一、李二。公示期五个工作日,如有异议请联系组织部。\n机关党支部',
    ],
    ['appointment', '经总会批准,决定聘任王建国为上海校友分会秘书长,任期三年。特此公告。'],
    [
      'recruiting volunteers',
      '各位校友:现面向全体校友招募校庆志愿者50名,请有意者于本月底前填写报名表,如有疑问请联系秘书处。',
    ],
    ['lecture', '【讲座通知】\n时间:5月6日14:00\n地点:图书馆报告厅\n对象:全体校友\n欢迎踊跃参加'],
    ['characters set apart', '通  知\n各位会员:\n兹定于6月1日召开会员大会,请准时出席。\n商会秘书处'],
    ['traditional characters', '【緊急通知】各位校友:現將繳費事項通知如下,請於今晚前完成。'],
    ['zero-width characters inside', '【重要通\u200b知】各\u200b位校友:请于今天24点前缴费,逾期不予办理。'],
    [
      'full-width letters and right-to-left marks',
      '\u202e【通知】\u202c各位校友：请于５月１日前填写登记表。',
    ],
    ['decree', '第 12 号 《校友会章程》已经2026年3月1日第三次理事会会议通过,现予公布,自2026年4月1日起施行。'],
    ['passed down', '各地校友会:《校友服务办法》已经总会同意,现印发给你们,请结合实际认真贯彻落实。'],
    [
      'meeting with minutes',
      '会议通知:兹定于周三下午2点在三楼会议室召开全体员工大会,请各部门负责人务必准时参加,不得缺席。',
    ],
    [
      'group rules announced',
      '【群公告】为规范本群管理,请全体群成员于三日内修改群名片,未按时修改的将移出本群。群管理员',
    ],
    [
      'fee to a card',
      '各位校友:校庆捐款统一转账至以下账户,卡号6222,请于周五前完成并在群里接龙。校庆筹备组 2026年9月1日',
    ],
    [
      'platform notice of the sports club',
      '关于暂停场馆开放的公告\n各位会员:因设备检修,本馆将于7月1日起暂停开放。\n飞扬俱乐部',
    ],
    ['volunteer team', '【培训通知】各位志愿者:请于周六9:00到市民中心参加培训,收到请回复。'],
    ['online community', '【版规更新公告】各位群友:自即日起实施新版规,违者将移出本群,请周知。'],
    [
      'tuition scam by a false teacher',
      '各位家长,接教育局通知,请于今晚十点前将本学期服务费580元转账至以下收款码,完成后在群里回复已缴。@所有人',
    ],
    [
      'English mixed in',
      '【Notice 通知】各位同事:VPN 系统将于周日升级,请提前保存文件,如有问题请联系 IT 办公室。',
    ],
    ['one line, everyone mentioned', '@所有人 重要通知:今晚8点线上会议,请准时参加。'],
    ['the organisation decides', '经校友会研究决定,免去张三北京分会副会长职务。'],
    ['the title alone', '武汉轻工大学校友总会关于举办校庆庆典活动的公告'],
    ['from today on', '即日起,本小区实行封闭管理,业主凭证进出,请相互转告。业委会 2026.3.2'],
    ['appointment in one sentence', '兹聘请李雷同志为本会顾问,任期两年。北京校友分会 2026年3月'],
    ['forged change of account', '各位校友请注意!总会财务系统升级,原会费账户停用,请将会费汇至新账户622201。'],
    ['forged card expiry', '【武汉轻工大学】尊敬的校友,您的校友卡即将失效,请点击链接重新认证。'],
    ['signed inside the last line', '现公布2026年度优秀校友名单:张三、李四。北京校友分会理事会'],
    ['urgent, passed down', '【紧急】接疾控中心通知,请全体师生今日内完成健康上报,未报者不得返校。'],
  ])('notice: %s', (_name, text) => {
    expect(detect(text)).toMatchObject({ notice: true });
  });

  it.each([
    ['asks whether it was read', '通知看了吗?'],
    ['received', '收到通知'],
    ['thanks for it', '收到通知,谢谢群主'],
    ['asks for it again', '谁有校庆的通知再发一下'],
    ['asks whether it is true', '刚才群里那个缴费通知是真的吗?大家先别转账'],
    ['asks about the content', '请问各位校友,关于年会的通知里写的是几点?'],
    ['reports what it says', '通知上说周六九点开会,别迟到'],
    ['complains about it', '这通知也太晚了吧,哪有头天晚上才说的'],
    ['waits for it', '等学校通知吧,应该快了'],
    ['offers to tell', '到时候我通知你'],
    ['an offer of admission', '我收到录取通知书啦!'],
    ['is reminded to read', '大家记得看群公告'],
    ['quotes somebody', '他说“经研究决定,校友会明天聚餐”,笑死我了'],
    ['jokes in officialese', '经我和老婆研究决定,今晚吃火锅哈哈哈'],
    ['joke', '特此通知:我脱单啦哈哈哈'],
    ['a greeting to all', '各位校友新年快乐,万事如意!'],
    ['an informal plan', '各位校友,周六晚上老地方聚餐,来的说一声哈'],
    ['a new number', '通知,我换号了'],
    ['a question to all', '各位校友,谁在武汉?周末约饭吗?'],
    ['a dinner chain', '聚餐接龙 1. 张三 2. 李四'],
    ['an apology in a meeting', '我在开会,一会儿给你打过去'],
    ['a personal errand', '请你明天上午把材料交到办公室'],
    ['a news report', '据新华社报道,教育部下发通知,要求各地做好放假安排。'],
    ['a weibo headline', '【市气象台发布公告】记者从气象台获悉,明日有暴雨 http://t.cn/abc'],
    ['a personal tale', '今天公司又发通知要加班,唉,我真的不想去了'],
    ['asks how to pay', '会费怎么交呀?有通知吗'],
    ['thanks for organising', '感谢各位校友的支持,昨天玩得很开心!'],
    ['an advertisement in brackets', '【天天火锅】全场五折优惠,先到先得,回T退订'],
    ['a bank advertisement', '【某某银行】尊敬的客户,分期购物享8折优惠,详询网点'],
    ['a house advertisement', '【滨江壹号】最后10套特价房,首付15万起,恭迎品鉴'],
    ['a shop calls its news a notice', '特大好消息通知新老顾客:本店五一全场促销,买一送一,礼品多多'],
    ['opinion on notices', '我觉得以后通知最好提前三天发'],
    ['a pasted link and a word', '这个活动不错 http://example.com'],
    ['a poem', '山中相送罢,日暮掩柴扉'],
    ['one mark', '。'],
    ['only spaces', ' \n \n '],
    ['numbers', '12345 67890'],
    ['emoji', '👍👍👍'],
    ['has passed it on', '已经通知到各班了,放心'],
    ['asks a leader', '会长,校庆的公告什么时候发?'],
    ['a greeting in the form of an address', '各位校友:早上好!'],
    ['introduces himself in that form', '各位校友:我是98级化学的李雷,刚入群,请多关照'],
    ['asks in that form', '各位校友:谁有王老师的电话?'],
    ['warns of a forged one', '“各位校友:请缴费”这种消息都是骗人的,大家小心'],
    ['a wedding invitation', '张三同学结婚请柬:兹定于5月1日举行婚礼,敬请光临'],
    ['kittens announced', '公告:我家猫生了四只小猫,求领养'],
    ['mentions everyone for a ball game', '@所有人 晚上打球有人来吗'],
    ['shares the cost of a dinner', '@所有人 昨晚AA每人80,请转给我'],
    ['criticises a published notice', '群主今天发的那个关于缴纳会费的通知,我觉得金额有点高'],
    ['asks a newcomer for the card', '欢迎各位新校友进群,请大家按格式修改群名片,谢谢'],
    ['a study class among parents', '各位家长:作文兴趣班开课啦,报名优惠,名额有限,欢迎来电'],
  ])('no notice: %s', (_name, text) => {
    expect(detect(text)).toMatchObject({ notice: false, level: null, subject: null });
  });

  it.each([
    ['platform announcement', '周六聚会改到周日。', { kind: 'group-notice' as const }],
    ['forwarded file titled so', '', { kind: 'file' as const, title: '关于收取会费的通知.docx' }],
    ['forwarded link titled so', '', { kind: 'link' as const, title: '校友总会公告:系统升级' }],
  ])('posted as: %s', (_name, text, more) => {
    expect(detect(text)).toMatchObject({ notice: false });
    expect(detect(text, more)).toMatchObject({ notice: true });
  });

  it('a link whose title asks is none', () => {
    expect(detect('', { kind: 'link', title: '收到这种缴费通知怎么办?' })).toMatchObject({ notice: false });
  });
});

describe('how surely', () => {
  it.each([
    ['clear', '关于缴纳会费的通知\n各位校友:请于5月1日前缴费。\n北京校友分会\n2026年4月1日', 'confirmed'],
    [
      'clear with formula',
      '【通知】各校友分会:现将有关事项通知如下:一、报名。二、缴费。特此通知。',
      'confirmed',
    ],
    ['doubtful: only a heading and a wish', '【通知】周末大扫除,欢迎参加', 'suspected'],
    ['not at all', '你好', 'suspected'],
  ] as const)('%s', (_name, text, want) => {
    expect(certainty(detect(text))).toBe(want);
  });
});

describe('in whose name, about what', () => {
  it.each([
    ['branch signs', '【通知】各位校友:周六登山。\n武汉轻工大学北京校友分会\n2026年4月1日', 'branch', '公告'],
    [
      'whole signs',
      '【会费通知】各校友分会:请缴纳会费。\n武汉轻工大学校友总会\n2026年4月1日',
      'organisation',
      '缴费',
    ],
    [
      'addressees do not count',
      '校友总会公告:各校友分会请于5月前完成换届选举,特此通知。',
      'organisation',
      '换届',
    ],
    [
      'place name in the issuer',
      '【活动通知】各位校友:请报名。\n武汉轻工大学上海校友会\n2026年4月1日',
      'branch',
      '活动',
    ],
    ['the group itself', '【群公告】本群全体成员:请修改群名片,特此通知。群主', 'branch', '登记'],
    ['nobody named', '【考试通知】请大家带好准考证,8点前进考场,特此通知。', 'branch', '考试'],
    [
      'words of the organisation',
      '【通知】轻工大将于5月举办廉政教育大会,请准时参加,特此通知。',
      'organisation',
      '廉政',
    ],
    ['system', '【系统升级公告】学校平台升级,请各位校友重新认证账号密码。', 'organisation', '网络安全'],
  ])('%s', (_name, text, level, subject) => {
    expect(detect(text)).toMatchObject({ notice: true, level, subject });
  });
});

describe('contract', () => {
  it('evidence is a slice of the original, invisible marks included', () => {
    const text = '🎉【重要通\u200b知】各\u2060位校友：请于５月１日前缴费';
    const { evidence } = detect(text);
    expect(evidence[0]).toMatchObject({ start: 2, text: '【重要通\u200b知】' });
    for (const { start, end, text: found } of evidence) expect(text.slice(start, end)).toBe(found);
  });

  it('every reason is in Chinese, those against it say so', () => {
    const { why } = detect('【通知】各位校友,会费交了吗?');
    expect(why).toContain('标题写明是通知或公告');
    expect(why).toContain('不像通知:是在提问');
  });

  it('the line of the command has the id where one was given, and no evidence', () => {
    expect(noticeLine('a', '', OPTIONS)).toEqual({
      id: 'a',
      notice: false,
      score: 0.003,
      level: null,
      subject: null,
      why: [],
    });
    expect(Object.keys(noticeLine(undefined, '', OPTIONS))).toEqual([
      'notice',
      'score',
      'level',
      'subject',
      'why',
    ]);
  });

  it('never throws, whatever the text', () => {
    const parts = fc.constantFrom(
      '【',
      '】',
      '通知',
      '各位校友:',
      '\ud800',
      '\udc00',
      '\u202e',
      '\r\n',
      '关于',
      '2026年1月1日',
      'a',
      '?',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const answer = detect(text);
        expect(answer.score).toBeGreaterThanOrEqual(0);
        expect(answer.score).toBeLessThanOrEqual(1);
        expect(answer.notice).toBe(answer.score >= 0.5);
        for (const { start, end, text: found } of answer.evidence) expect(text.slice(start, end)).toBe(found);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one character', '通'],
    ['addressees without end', '各位'],
    ['open brackets', '【'],
    ['spaces', ' '],
    ['line ends', '\n'],
    ['headings', '【通知】'],
    ['sentences', '请各位校友于5月1日前缴费,如有疑问请联系'],
    ['dates', '2026年1月1日'],
  ])('100 kB of %s are read in bounded time', (_name, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const started = performance.now();
    detect(text);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('the signature at the end of a very long notice is seen', () => {
    const text = `关于缴费的通知\n${'一二三四五六七八九十。'.repeat(5_000)}\n武汉轻工大学校友总会\n2026年4月1日`;
    const { why, evidence, level } = detect(text);
    expect(why).toContain('落款有单位和日期');
    expect(evidence.at(-1)?.text).toBe('武汉轻工大学校友总会\n2026年4月1日');
    expect(level).toBe('organisation');
  });
});
